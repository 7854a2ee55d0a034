import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfiguration } from "#platform/configuration.ts";
import { openMaster } from "#platform/keys/master.ts";
import { openSigning } from "#platform/keys/signing.ts";
import { takeServing } from "#platform/database/serving.ts";
import { examine } from "../../bin/doctor/examine.ts";
import type { Finding } from "../../bin/doctor/finding.ts";
import { cloneDatabase } from "../database.ts";
import { tables } from "../tables.ts";
import { livedContract, openOwner, otherFigures, providedLedger, reopened } from "./audited.ts";

const home = join(import.meta.dirname, "..", "..");
const directory = mkdtempSync(join(tmpdir(), "tenu-doctor-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("a database of one's own", () => {
  let ask: (environment?: Record<string, string>) => Promise<Map<string, Finding>>;
  let change: (sql: string) => Promise<unknown>;
  let outdate: () => Promise<unknown>;
  let url: string;

  beforeAll(async () => {
    const database = await cloneDatabase();
    const ledger = await providedLedger(database);
    await livedContract(ledger, database, 1, 40);
    const owner = await openOwner(database);
    await owner.query("alter table ledger.contract force row level security");
    for (const table of ["fact", "item", "revision", "checkpoint", "node", "checkpoint_note"])
      await owner.query(`alter table ledger.${table} force row level security`);
    url = database.logins.app;
    change = (sql) => owner.query(sql);
    outdate = () => livedContract(reopened(ledger, otherFigures("7.77")), database, 2, 10);
    const keys = join(directory, "keys");
    await openSigning(keys, await openMaster(keys), "provider.example");
    ask = async (environment = {}) => {
      const { app, owner: owned, tasks, identity } = database.logins;
      const all = {
        TENU_DATA: directory,
        TENU_NAME: "provider.example",
        DATABASE_URL: app,
        DATABASE_OWNER_URL: owned,
        DATABASE_TASKS_URL: tasks,
        DATABASE_IDENTITY_URL: identity,
        ...environment,
      };
      const findings = (await examine(readConfiguration(all), tables, ledger.time.now))!;
      return new Map(findings.map((finding) => [finding.about, finding]));
    };
  });

  test("says what holds, what needs attention, and what is not promised", async () => {
    const found = await ask();
    expect(Object.fromEntries([...found].map(([about, { verdict }]) => [about, verdict]))).toEqual({
      node: "holds",
      postgresql: "holds",
      migrations: "holds",
      isolation: "holds",
      durability: "attention", // the tests' server is quick, and forgets on a crash
      checksums: "holds",
      server: "not-promised",
      clock: "holds",
      contracts: "holds",
      tasks: "holds",
      keys: "holds",
      "master key": "not-promised",
      "evidence key": "holds",
      mail: "not-promised",
      region: "not-promised",
      disk: "holds",
      tls: "not-promised",
      backups: "not-promised",
      machines: "not-promised",
    });
    expect(found.get("evidence key")!.words.en).toMatch(/provider\.example\+[0-9a-f]{8}\+/);
    for (const { verdict, words, mend } of found.values()) {
      expect(words.fr).not.toBe("");
      if (verdict === "attention") expect(mend?.fr).toBeTruthy();
    }
  });

  test("a server that serves", async () => {
    const serving = await takeServing(url, { broken: () => undefined, gone: () => undefined });
    expect((await ask()).get("server")!.verdict).toBe("holds");
    await serving!.release();
    expect((await ask()).get("server")!.verdict).toBe("not-promised");
  });

  test("what is configured holds", async () => {
    const found = await ask({ SMTP_URL: "smtp://user:hunter2@mail.example:587", TENU_REGION: "fr-par", TENU_NAME: "tenu.local" });
    expect([found.get("mail"), found.get("region"), found.get("name")].map((one) => one?.verdict)).toEqual([
      "holds",
      "holds",
      "not-promised",
    ]);
    expect(JSON.stringify([...found.values()])).not.toContain("hunter2");
    const clear = await ask({ SMTP_URL: "smtp://mail.example?tls=never" });
    expect(clear.get("mail")!.verdict).toBe("not-promised");
  });

  test("keys that others may read", async () => {
    chmodSync(join(directory, "keys", "signing.key"), 0o644);
    expect((await ask()).get("keys")!.verdict).toBe("attention");
    chmodSync(join(directory, "keys", "signing.key"), 0o600);
    expect((await ask()).get("keys")!.verdict).toBe("holds");
  });

  test("a master key from the environment; another one than the keys were made under", async () => {
    const found = await ask({ TENU_MASTER_KEY: Buffer.alloc(32, 7).toString("base64") });
    expect(found.get("keys")!.verdict).toBe("attention");
  });

  test("a table whose row security was taken away", async () => {
    await change("alter table ledger.item disable row level security");
    const found = (await ask()).get("isolation")!;
    expect(found).toMatchObject({ verdict: "attention", words: { en: expect.stringContaining("ledger.item") as string } });
    await change("alter table ledger.item enable row level security");
    expect((await ask()).get("isolation")!.verdict).toBe("holds");
  });

  test("a migration of another release", async () => {
    await change("insert into platform.migration values ('ledger', '099-later.sql', 'x', now())");
    expect((await ask()).get("migrations")!.words.en).toContain("099-later.sql");
    await change("delete from platform.migration where name = '099-later.sql'");
    await change("update platform.migration set name = '003-x.sql' where room = 'ledger' and name like '003%'");
    expect((await ask()).get("migrations")!.verdict).toBe("attention");
    await change("update platform.migration set name = '003-evidence.sql' where name = '003-x.sql'");
  });

  test("a clock that is late, a contract in trouble, an edition of another release", async () => {
    await outdate();
    await change("alter table ledger.contract no force row level security");
    await change("update ledger.contract set due = '2020-01-01T00:00Z', trouble = 'no such zone' where name like 'seed 1%'");
    await change("alter table ledger.contract force row level security");
    const found = await ask();
    expect(found.get("clock")!.verdict).toBe("attention");
    expect(found.get("contracts")!.words.en).toMatch(/^contracts in trouble: 1 of 2, among them [0-9a-f-]{36}: no such zone$/);
    expect(found.get("edition")!.verdict).toBe("not-promised");
  });

  test("a database that does not answer", async () => {
    const found = await ask({ DATABASE_URL: "postgres://tenu_app:x@127.0.0.1:1/tenu" });
    expect(found.get("postgresql")!.verdict).toBe("attention");
    expect(found.get("keys")!.verdict).toBe("holds");
  });
});

describe("an embedded one, from the command line", () => {
  const data = mkdtempSync(join(tmpdir(), "tenu-house-"));
  chmodSync(data, 0o755); // as root, PostgreSQL runs as nobody, and passes through
  afterAll(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));

  function tenu(...words: string[]): Promise<{ exit: number | null; out: string; err: string }> {
    return new Promise((done) => {
      const child = spawn(process.execPath, [join(home, "bin/tenu.mjs"), ...words, "--data", data], {
        env: { ...process.env, LC_ALL: "en_GB.UTF-8", NO_COLOR: "1", DATABASE_URL: "" },
      });
      const [out, err]: [string[], string[]] = [[], []];
      child.stdout.on("data", (bytes) => out.push(String(bytes)));
      child.stderr.on("data", (bytes) => err.push(String(bytes)));
      child.on("close", (exit) => done({ exit, out: out.join(""), err: err.join("") }));
    });
  }

  test("doctor makes no installation; once there is one, doctor, reconcile and rebuild find it in order", { timeout: 90_000 }, async () => {
    const none = await tenu("doctor");
    expect([none.exit, none.err]).toEqual([2, expect.stringContaining("There is no installation")]);
    expect((await tenu("key", "create", "--provider", "Example Software")).exit).toBe(0);
    const found = await tenu("doctor");
    expect([found.exit, found.err]).toEqual([0, ""]);
    expect(found.out).toMatch(/✓ {2}holds +PostgreSQL 18[.\d]*, embedded/);
    expect(found.out).toMatch(/not promised +Tenu makes no backup\n +→ copy/);
    const french = await tenu("doctor", "--lang", "fr");
    expect(french.out).toContain("non promis");
    expect(JSON.parse((await tenu("doctor", "--json")).out)).toMatchObject({ format: "tenu.doctor@1", sound: true });
    expect(await tenu("reconcile")).toEqual({
      exit: 0,
      out: "Everything equals what the facts say. Contracts: 0, facts: 0, items: 0.\n",
      err: "",
    });
    expect(await tenu("rebuild")).toEqual({ exit: 0, out: "Contracts: 0 unchanged.\n", err: "" });
    const unknown = await tenu("reconcile", "--contract", "01990000-0000-7000-8000-000000000001");
    expect([unknown.exit, unknown.err]).toEqual([2, expect.stringContaining("No contract has the identifier")]);
    expect((await tenu("rebuild", "--contract", "nonsense")).exit).toBe(2);
  });
});
