import pg from "pg";
import type { Database } from "../database/connect.ts";
import { isOurs } from "../http/origin.ts";
import type { Mail } from "../mail/mail.ts";
import { type Free, openAttempts } from "./attempts.ts";
import { openEngine } from "./engine.ts";
import type { Identity } from "./identity.ts";
import { resetLetter } from "./letters.ts";
import { personOf } from "./people.ts";
import { sessionOf } from "./sessions.ts";

export interface IdentityOptions {
  /** The URL of the login tenu_identity. */
  login: string;
  database: Database;
  /** 32 bytes from the master key, for this purpose only. */
  secret: Uint8Array;
  /** Where people reach the installation, where that is configured. */
  address?: string | undefined;
  /** Where it listens, where nothing is configured. */
  listensOn?: () => string;
  /** Without it nothing is mailed: for commands. */
  mail?: { mail: Mail; from: string } | undefined;
  tell?: (error: unknown, what: string) => void;
  free?: Free;
  floor?: number;
}

/** Opens who people are. Their sessions and codes live in real time, even where contracts' time is moved. */
export function openIdentity(options: IdentityOptions): Identity {
  const { login, database, secret, address, mail, free, floor = 250 } = options;
  const tell = options.tell ?? (() => undefined);
  // better-auth wants dates as dates, and names its tables without a schema.
  const pool = new pg.Pool({
    connectionString: login,
    max: 10,
    application_name: "tenu identity",
    options: "-c search_path=identity -c timezone=UTC -c statement_timeout=30000",
    connectionTimeoutMillis: 10_000,
  });
  pool.on("error", (error) => tell(error, "a connection of identities was lost"));

  async function send(letter: Parameters<Identity["send"]>[0]): Promise<boolean> {
    try {
      if (!mail) throw new Error("No mail is configured here.");
      await mail.mail.send({ ...letter, from: mail.from, date: Date.now() });
      return true;
    } catch (error) {
      tell(error, "a letter was not sent");
      return false;
    }
  }

  const reach = () => address ?? options.listensOn?.() ?? "http://localhost";
  const engine = openEngine({
    pool,
    secret,
    address,
    tell,
    sendReset: ({ id }, token) =>
      void personOf(pool, id).then(
        (person) => person && send(resetLetter(person, `${reach()}/enter?reset=${token}`)),
        (error: unknown) => tell(error, "a letter was not written"),
      ),
  });
  return {
    pool,
    database,
    engine,
    attempts: openAttempts(pool, secret, free),
    address: reach,
    send,
    floor,
    signedIn: async (headers) => (await sessionOf(engine, headers))?.person,
    isOurs: (request) => isOurs(request, address),
    close: () => pool.end(),
  };
}
