import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/** A room's tables: numbered SQL files of one folder. */
export interface Tables {
  room: string;
  folder: string;
}

interface File {
  room: string;
  name: string;
  text: string;
  digest: string;
}

/** Any number, the same for all of us: migrations of one database run one process at a time. */
const TURN = 7_305_001;

/**
 * Brings a database up to date under the owner's login: every file once, in order, each in its own transaction. Forward only: a
 * file that was changed after it ran, or that the database knows and we do not, is an error. Gives the files that ran now.
 */
export async function migrate(ownerUrl: string, rooms: readonly Tables[], at: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "tenu migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [TURN]);
    await client.query("create schema if not exists platform");
    await client.query(
      "create table if not exists platform.migration (room text, name text, digest text not null, applied timestamptz not null, primary key (room, name))",
    );
    const { rows } = await client.query<{ room: string; name: string; digest: string }>(
      "select room, name, digest from platform.migration",
    );
    const applied = new Map(rows.map((row) => [`${row.room}/${row.name}`, row.digest]));
    const files = rooms.flatMap(filesOf);
    refuseChanges(files, applied);
    const missing = files.filter(({ room, name }) => !applied.has(`${room}/${name}`));
    for (const file of missing) await apply(client, file, at);
    return missing.map(({ room, name }) => `${room}/${name}`);
  } finally {
    await client.end();
  }
}

export function filesOf({ room, folder }: Tables): File[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .toSorted()
    .map((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      return { room, name, text, digest: createHash("sha256").update(text).digest("hex") };
    });
}

function refuseChanges(files: readonly File[], applied: ReadonlyMap<string, string>): void {
  const known = new Map(files.map((file) => [`${file.room}/${file.name}`, file.digest]));
  for (const [file, digest] of applied) {
    const now = known.get(file);
    if (now === undefined)
      throw new Error(`The database was migrated by ${file}, which this version does not have. Run the newer version.`);
    if (now !== digest)
      throw new Error(`${file} was changed after it had run. Put it back as it was, and write a new file for the change.`);
  }
}

async function apply(client: pg.Client, { room, name, text, digest }: File, at: number): Promise<void> {
  await client.query("begin");
  try {
    await client.query(text);
    await client.query("insert into platform.migration values ($1, $2, $3, to_timestamp($4::float8 / 1000))", [room, name, digest, at]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    const { message, position } = error as Error & { position?: string };
    const line = position === undefined ? "" : `, line ${text.slice(0, Number(position)).split("\n").length}`;
    throw new Error(`${room}/${name}${line}: ${message}. Nothing of it was kept.`, { cause: error });
  }
}
