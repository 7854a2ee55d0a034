import type pg from "pg";
import type { Database } from "../database/connect.ts";
import type { People } from "../http/authenticate.ts";
import type { Letter } from "../mail/mail.ts";
import type { Attempts } from "./attempts.ts";
import type { Engine } from "./engine.ts";

/** Who people are: the room's one instance, on which its use cases work. */
export interface Identity extends People {
  /** Under the login tenu_identity, in the schema identity. */
  pool: pg.Pool;
  /** The application's own database: memberships stand there. */
  database: Database;
  engine: Engine;
  attempts: Attempts;
  /** Where people reach the installation, without a path. */
  address(): string;
  /** Sends a letter; says whether the next server took it. */
  send(letter: Pick<Letter, "to" | "subject" | "text">): Promise<boolean>;
  /** How long an answer at the door takes at least, in ms: what went wrong is not told by the time it took. */
  floor: number;
  close(): Promise<void>;
}
