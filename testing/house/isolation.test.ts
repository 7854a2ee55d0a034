import pg from "pg";
import { describe, expect, inject, test } from "vitest";
import { cloneDatabase } from "../database.ts";
import { fillTables, tablesOf, type TenantTable } from "./catalogue.ts";

// Read from the database's own catalogue: a table that is added tomorrow is tried tomorrow.

const database = await cloneDatabase();
const name = new URL(database.logins.owner.replace("@/", "@localhost/")).pathname.slice(1);
const admin = new pg.Client({ ...inject("databaseServer"), user: "postgres", database: name });
await admin.connect();
const { ofTenants, others } = await tablesOf(admin);
const [own, other] = ["01990000-0000-7000-8000-00000000000a", "01990000-0000-7000-8000-00000000000b"];
await fillTables(admin, ofTenants, [own, other]);
await admin.end();

/** What became of a statement in a scope: how many rows it had, or that it was refused. Nothing of it is kept. */
async function tried(scope: readonly string[] | undefined, text: string, values: readonly unknown[] = []): Promise<number | "refused"> {
  const client = await database.app.connect();
  try {
    await client.query("begin");
    if (scope) await client.query("select set_config('tenu.scope', $1, true)", [`{${scope.join(",")}}`]);
    const { rowCount } = await client.query(text, [...values]);
    return rowCount ?? 0;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "42501") return "refused"; // insufficient_privilege: no grant, or row security
    if (code?.startsWith("23") === true) return 1; // it was let through, and met a constraint
    throw error;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

const scopes = [
  ["its own scope", [own]],
  ["another's scope", [other]],
  ["an empty scope", []],
  ["no scope", undefined],
] as const;

function reachesIt(scope: readonly string[] | undefined): boolean {
  return scope?.includes(own) === true;
}

describe.each(ofTenants.map((table) => [table.name, table] as const))("%s", (_, table) => {
  const { may } = table;
  test("has row security, forced", () => expect(table).toMatchObject({ enabled: true, forced: true }));

  describe.each(scopes)("in %s", (__, scope) => {
    test("a row is read only by whose it is", async () => {
      const read = await tried(scope, `select from ${table.name} where tenant_id = $1`, [own]);
      expect(read).toBe(may.select ? Number(reachesIt(scope)) : "refused");
    });

    test("nothing else is read beside it", async () => {
      expect(await tried(scope, `select from ${table.name}`)).toBe(may.select ? (scope?.length ?? 0) : "refused");
    });

    test("a row is added only for whose scope it is", async () => {
      const { columns, values } = insertOf(table, own);
      const marks = values.map((___, at) => `$${at + 1}`).join(", ");
      const added = await tried(scope, `insert into ${table.name} (${columns}) values (${marks})`, values);
      expect(added).toBe(may.insert && reachesIt(scope) ? 1 : "refused");
    });

    test("a row is changed only by whose it is, and only where changing was granted", async () => {
      for (const { column, mayUpdate } of table.columns) {
        const changed = await tried(scope, `update ${table.name} set ${column} = ${column} where tenant_id = $1`, [own]);
        const granted = mayUpdate && may.select;
        expect(changed).toBe(granted ? Number(reachesIt(scope)) : "refused");
      }
    });

    test("a row is never given to another tenant", async () => {
      const moved = await tried(scope, `update ${table.name} set tenant_id = $1 where tenant_id = $2`, [other, own]);
      expect(moved === "refused" || (moved === 0 && !reachesIt(scope))).toBe(true);
    });

    test("a row is deleted only by whose it is, and only where deleting was granted", async () => {
      const deleted = await tried(scope, `delete from ${table.name} where tenant_id = $1`, [own]);
      expect(deleted).toBe(may.delete ? Number(reachesIt(scope)) : "refused");
    });

    test("it is not emptied", async () => expect(await tried(scope, `truncate ${table.name} cascade`)).toBe("refused"));
  });
});

function insertOf(table: TenantTable, tenant: string): { columns: string; values: unknown[] } {
  const values = table.row(tenant, 2);
  return { columns: Object.keys(values).join(", "), values: Object.values(values) };
}

/** Tables of nobody in particular, and what the application may do with them. */
const shared: Readonly<Record<string, string>> = {
  "ledger.text": "insert select",
  "ledger.document": "insert select",
  "platform.migration": "select",
};

test.each(others.map((table) => [table.name, table.may] as const))("%s has no tenant: only what is declared may be done", (table, may) => {
  const granted = Object.entries(may).flatMap(([what, is]) => (is ? [what] : []));
  expect(granted.join(" ")).toBe(shared[table] ?? "");
});

test("every shared table is there", () => expect(others.map((table) => table.name)).toEqual(expect.arrayContaining(Object.keys(shared))));

/** Sources are added to; of some rows one column says what became of them. */
const appendOnly: Readonly<Record<string, readonly string[]>> = {
  "ledger.fact": ["lived"],
  "ledger.personal": [],
  "ledger.checkpoint_note": [],
  "ledger.cosignature": [],
  "ledger.statement": [],
  "ledger.witness": ["retired"],
  "platform.api_key": ["revoked"],
  "platform.membership": ["ended"],
  "platform.invitation": ["email", "accepted", "revoked"],
};

test.each(Object.entries(appendOnly))("%s is added to only, but for %j", (table, columns) => {
  const found = ofTenants.find((one) => one.name === table)!;
  expect(found.may.delete).toBe(false);
  expect(found.columns.flatMap(({ column, mayUpdate }) => (mayUpdate ? [column] : []))).toEqual(columns);
});

test("the login of people's identities reads and writes its own schema, and no table beside it", async () => {
  const identities = new pg.Client({ connectionString: database.logins.identity });
  await identities.connect();
  try {
    for (const { name: table } of [...ofTenants, ...others])
      for (const text of [`select from ${quoted(table)}`, `delete from ${quoted(table)}`])
        if (table.startsWith("identity.")) await identities.query(`begin; ${text}; rollback`);
        else await expect(identities.query(text)).rejects.toThrow(/permission denied/);
    await expect(identities.query("select platform.memberships_of(gen_random_uuid())")).rejects.toThrow(/permission denied/);
    await expect(identities.query("create table identity.more (n int)")).rejects.toThrow(/permission denied/);
  } finally {
    await identities.end();
  }
});

/** Some names have capitals. */
function quoted(table: string): string {
  return table.replace(/\.(.*)$/, '."$1"');
}

test("the tasks' login reads and writes no table of ours", async () => {
  const tasks = new pg.Client({ connectionString: database.logins.tasks });
  await tasks.connect();
  try {
    for (const { name: table } of [...ofTenants, ...others.filter((one) => !one.name.startsWith("graphile_worker."))])
      for (const text of [`select from ${quoted(table)}`, `delete from ${quoted(table)}`])
        await expect(tasks.query(text)).rejects.toThrow(/permission denied/);
  } finally {
    await tasks.end();
  }
});
