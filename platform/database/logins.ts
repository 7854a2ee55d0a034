import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Server } from "./launch.ts";

/** Who connects as what (docs/decisions/12): the URL of each login. */
export interface Logins {
  app: string;
  owner: string;
  tasks: string;
  identity: string;
}

const names = { owner: "tenu_owner", app: "tenu_app", tasks: "tenu_tasks", identity: "tenu_identity" } as const;

/** Any number, the same for all of us: two processes that start at once must not grant the same rights at once. */
const TURN = 7_305_005;

/**
 * Makes the four logins and a database in an embedded server, once. Passwords are kept beside the cluster, readable by us alone.
 */
export async function prepareLogins(home: string, server: Server, database = "tenu"): Promise<Logins> {
  const admin = new pg.Client({ ...server, user: "postgres", database: "postgres" });
  await admin.connect();
  try {
    await admin.query("select pg_advisory_lock($1)", [TURN]);
    const passwords = passwordsOf(home);
    for (const [role, name] of Object.entries(names) as [keyof Logins, string][]) {
      const known = await admin.query("select from pg_roles where rolname = $1", [name]);
      if (known.rowCount === 0) await admin.query(`create role ${name} login noinherit password '${passwords[role]}'`);
    }
    const known = await admin.query("select from pg_database where datname = $1", [database]);
    if (known.rowCount === 0) await admin.query(`create database ${pg.escapeIdentifier(database)} owner ${names.owner}`);
    await admin.query(`revoke all on database ${pg.escapeIdentifier(database)} from public`);
    await admin.query(`grant connect on database ${pg.escapeIdentifier(database)} to ${names.app}, ${names.tasks}, ${names.identity}`);
    return loginsOf(server, passwords, database);
  } finally {
    await admin.end();
  }
}

export function loginsOf({ host, port }: Server, passwords: Readonly<Record<keyof Logins, string>>, database: string): Logins {
  const url = (role: keyof Logins) =>
    host.startsWith("/")
      ? `postgres://${names[role]}:${passwords[role]}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
      : `postgres://${names[role]}:${passwords[role]}@${host}:${port}/${database}`;
  return { app: url("app"), owner: url("owner"), tasks: url("tasks"), identity: url("identity") };
}

/** The passwords of the embedded server's logins, letters, digits, - and _ only. A login that a later release brought gets one when it is first asked for. */
export function passwordsOf(home: string): Record<keyof Logins, string> {
  const file = join(home, "postgres-logins.json");
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<Record<keyof Logins, string>>) : {};
  const missing = (Object.keys(names) as (keyof Logins)[]).filter((role) => known[role] === undefined);
  if (missing.length === 0) return known as Record<keyof Logins, string>;
  const all = { ...known, ...Object.fromEntries(missing.map((role) => [role, randomBytes(24).toString("base64url")])) };
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify(all)}\n`, { mode: 0o600 });
  renameSync(aside, file);
  return all as Record<keyof Logins, string>;
}
