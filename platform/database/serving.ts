import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** The right to serve one database: one server at a time. */
export interface Serving {
  release(): Promise<void>;
}

/** Any number, the same for all of us: who holds this lock of a database serves it. */
export const SERVING = 7_305_002;

/** How long to look for the right once it was lost, and how often, in ms. */
const PATIENCE = 60_000;
const AGAIN = 250;

/** What to do when the connection that holds the right breaks. */
export interface Lost {
  /** Told once each time; it is then asked for again. */
  broken: (error: Error) => void;
  /** Brings the database back, where that is ours to do. */
  revive?: () => Promise<void>;
  /** Somebody else has it now: stop. */
  gone: (error: Error) => void;
}

/**
 * Takes the right to serve; undefined where another server has it. A lock of the session: it goes with its connection, however the
 * process ends. When the database was restarted the lock is taken again; meanwhile nothing is served that the database does not answer.
 */
export async function takeServing(url: string, { broken, revive, gone }: Lost): Promise<Serving | undefined> {
  let released = false;
  let client = await take(url, retake);
  if (!client) return undefined;

  function retake(error: Error): void {
    if (released) return;
    broken(error);
    void again(error);
  }

  async function again(error: Error): Promise<void> {
    for (let held = 0; held < PATIENCE && !released;) {
      await sleep(AGAIN);
      try {
        await revive?.();
        client = await take(url, retake);
        if (client && released) return await client.end();
        if (client) return;
        held += AGAIN; // by another server, or still by the session that we lost
      } catch {
        // The database is not back yet.
      }
    }
    if (!released) gone(error);
  }

  return {
    async release() {
      released = true;
      await client?.end().catch(() => undefined);
    },
  };
}

async function take(url: string, lost: (error: Error) => void): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: "tenu serve", keepAlive: true, connectionTimeoutMillis: 10_000 });
  let told = true; // until it is ours there is nothing to lose
  client.on("error", (error) => {
    if (!told) lost(error);
    told = true;
  });
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [SERVING]);
  if (rows[0]?.taken) {
    told = false;
    return client;
  }
  await client.end();
  return undefined;
}
