import { join } from "node:path";
import { assertIsolation } from "./conditions.ts";
import { connect, type Database } from "./connect.ts";
import { launch } from "./launch.ts";
import { type Logins, prepareLogins } from "./logins.ts";
import { migrate, type Tables } from "./migrate.ts";
import { prepareTasks } from "../tasks/prepare.ts";

/** A database ready for work: migrated, its isolation asserted. */
export interface OpenDatabase {
  app: Database;
  logins: Logins;
  /** Which files ran to bring it up to date. */
  migrated: readonly string[];
  /** What it is: the embedded server of a folder, or one named by its URL. */
  kind: "embedded" | "url";
  /** Starts the embedded server again if it is gone. */
  revive(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The data directory: the embedded server lives in its `database/`. */
  directory: string;
  /** Logins of a server of one's own. */
  logins?: Logins | undefined;
  tables: readonly Tables[];
  at: number;
  connections?: number;
  name: string;
  tell?: (error: Error) => void;
}

/** Opens the database of an installation. Throws where it cannot be reached, migrated, or trusted to keep tenants apart. */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const home = join(options.directory, "database");
  let server = options.logins ? undefined : await launch(home);
  try {
    const logins = options.logins ?? (await prepareLogins(home, server!));
    await prepareTasks(logins);
    const migrated = await migrate(logins.owner, options.tables, options.at);
    const app = connect(logins.app, options.name, options.connections, options.tell);
    await assertIsolation(app).catch(async (error: unknown) => {
      await app.end();
      throw error;
    });
    return {
      app,
      logins,
      migrated,
      kind: server ? "embedded" : "url",
      async revive() {
        const before = server;
        if (!before) return;
        server = await launch(home);
        before.release();
      },
      async close() {
        await app.end();
        server?.release();
      },
    };
  } catch (error) {
    server?.release();
    throw error;
  }
}
