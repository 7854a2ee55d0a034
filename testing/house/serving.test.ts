import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { migrate } from "#platform/database/migrate.ts";
import { openLog } from "#platform/telemetry/log.ts";
import { openInstallation } from "../../main.ts";
import { cloneDatabase } from "../database.ts";
import { tables } from "../tables.ts";
import { dataDirectory, houseConfiguration, postgresOf, removeDirectory, until } from "./house-process.ts";

const home = join(import.meta.dirname, "..", "..");
const log = openLog({ level: "error", now: Date.now });

interface Ran {
  child: ChildProcess;
  said: () => string;
  ended: Promise<number | null>;
}

function tenu(...words: string[]): Ran {
  const child = spawn(process.execPath, [join(home, "bin", "tenu.mjs"), ...words, "--lang", "en"], {
    env: { ...process.env, TENU_PORT: "0", TENU_HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  return { child, said: () => said, ended: new Promise((done) => child.on("close", done)) };
}

describe("one data directory", () => {
  const directory = dataDirectory();
  afterAll(() => removeDirectory(directory));

  test("is served by one server; commands attach meanwhile; a killed server leaves no PostgreSQL behind", { timeout: 60_000 }, async () => {
    const first = tenu("serve", "--data", directory);
    await until(() => first.said().includes("listens on"), `the first server listens: ${first.said()}`);

    const second = tenu("serve", "--data", directory);
    const key = tenu("key", "create", "--data", directory, "--provider", "Example Software");
    expect(await second.ended).toBe(2);
    expect(second.said()).toContain(`Another server already serves ${directory}. Stop it, or give another directory with --data.`);
    expect(await key.ended).toBe(0);
    expect(key.said()).toMatch(/^tenu_[A-Za-z0-9_-]{43}$/m);

    const url = /http:\/\/\S+/.exec(first.said())![0];
    const answer = await fetch(`${url}/api/v1/tenants`, { headers: { Authorization: `Bearer ${/tenu_\S+/.exec(key.said())![0]}` } });
    expect(answer.status).toBe(200);

    first.child.kill("SIGKILL");
    await first.ended;
    await until(() => postgresOf(directory) === undefined, "PostgreSQL is gone");

    const third = tenu("serve", "--data", directory);
    await until(() => third.said().includes("listens on"), "a new server takes over");
    third.child.kill("SIGTERM");
    expect(await third.ended).toBe(0);
    await until(() => postgresOf(directory) === undefined, "PostgreSQL stops with the last that used it");
  });

  test("that was left behind with the number of another process is opened all the same", { timeout: 60_000 }, async () => {
    const file = join(directory, "database", "postgres", "postmaster.pid");
    writeFileSync(file, `${process.pid}\n${join(directory, "database", "postgres")}\n0\n5432\n\n\n\nready\n`);
    const installation = await openInstallation(houseConfiguration(directory), Date.now, log);
    expect((await installation.database.app.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await installation.close();
    await until(() => postgresOf(directory) === undefined, "PostgreSQL is gone");
  });
});

test("a migration that was changed after it ran is refused, and named", async () => {
  const { logins } = await cloneDatabase();
  const folder = mkdtempSync(join(tmpdir(), "tenu-tables-"));
  try {
    const changed = tables.map(({ room }) => ({ room, folder: join(folder, room) }));
    for (const { room, folder: to } of changed) cpSync(join(home, room, "tables"), to, { recursive: true });
    expect(await migrate(logins.owner, changed, 0)).toEqual([]);
    writeFileSync(join(folder, "ledger", "001-contracts.sql"), "-- another text");
    await expect(migrate(logins.owner, changed, 0)).rejects.toThrow("ledger/001-contracts.sql was changed after it had run");
    rmSync(join(folder, "ledger", "001-contracts.sql"));
    await expect(migrate(logins.owner, changed, 0)).rejects.toThrow("ledger/001-contracts.sql, which this version does not have");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a migration that fails half-way leaves nothing, and says which line", async () => {
  const { logins, app } = await cloneDatabase();
  const folder = mkdtempSync(join(tmpdir(), "tenu-tables-"));
  try {
    writeFileSync(join(folder, "001-broken.sql"), "create table platform.half (n int);\nselect 1 / 0;\n");
    const rooms = [...tables, { room: "broken", folder }];
    await expect(migrate(logins.owner, rooms, 0)).rejects.toThrow(/broken\/001-broken\.sql.*division by zero\. Nothing of it was kept/);
    expect((await app.query("select to_regclass('platform.half') as half")).rows).toEqual([{ half: null }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a database that cannot keep tenants apart is not opened", async () => {
  const { logins } = await cloneDatabase();
  const owner = new pg.Client({ connectionString: logins.owner });
  await owner.connect();
  await owner.query("alter table ledger.fact no force row level security");
  await owner.end();
  const directory = dataDirectory();
  try {
    const opened = openInstallation({ ...houseConfiguration(directory), logins }, Date.now, log);
    await expect(opened).rejects.toThrow(/cannot keep tenants apart, so nothing is served:\n- row security .* forced .* ledger\.fact/);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
