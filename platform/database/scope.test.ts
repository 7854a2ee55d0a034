import { beforeAll, describe, expect, test } from "vitest";
import { cloneDatabase, makeTenant } from "#testing/database.ts";
import { scoped, unscoped } from "./scope.ts";

const database = await cloneDatabase(5);
const { app } = database;
const tenant = (n: number) => `01990000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const seen = (tenants: readonly string[]) =>
  scoped(app, tenants, (transaction) =>
    transaction.rows<{ tenant_id: string }>({ text: "select tenant_id from platform.tenant order by 1" }),
  ).then((rows) => rows.map((row) => row.tenant_id));

beforeAll(async () => {
  for (let n = 1; n <= 50; n += 1) await makeTenant(database, tenant(n), "customer", `Customer ${n}`);
});

describe("a transaction sees its scope", () => {
  test("its own tenant and no other", async () => expect(await seen([tenant(3)])).toEqual([tenant(3)]));
  test("several, where it names several", async () => expect(await seen([tenant(3), tenant(1)])).toEqual([tenant(1), tenant(3)]));
  test("nothing, where it names none", async () => {
    expect(await seen([])).toEqual([]);
    expect(await unscoped(app, (transaction) => transaction.rows({ text: "select from platform.tenant" }))).toEqual([]);
  });
  test("nothing outside a transaction, also after one had a scope", async () => {
    await seen([tenant(3)]);
    expect((await app.query("select from platform.tenant")).rowCount).toBe(0);
  });
  test("what is not an identifier never reaches the database", async () => {
    await expect(seen(["3}'; drop table platform.tenant; --"])).rejects.toThrow(/is none/);
  });
  test("it writes nobody else's rows", async () => {
    const write = scoped(app, [tenant(3)], (transaction) =>
      transaction.rows({
        text: "insert into platform.tenant (tenant_id, kind, name, created) values ($1, 'customer', 'X', now())",
        values: [tenant(99)],
      }),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });
});

test("two hundred requests of fifty tenants over five connections, some aborted, never meet", async () => {
  const requests = Array.from({ length: 200 }, async (_, index) => {
    const own = tenant(1 + (index % 50));
    const wanted = scoped(app, [own], async (transaction) => {
      const before = await transaction.rows<{ tenant_id: string }>({ text: "select tenant_id from platform.tenant" });
      await transaction.rows({ text: "select pg_sleep(random() * 0.01)" });
      if (index % 3 === 0) throw new Error("aborted");
      if (index % 7 === 0) await transaction.rows({ text: "select 1 / 0" });
      const after = await transaction.rows<{ tenant_id: string }>({ text: "select tenant_id from platform.tenant" });
      return [...before, ...after].map((row) => row.tenant_id);
    });
    const result = await wanted.catch((error: Error) => error.message);
    expect(typeof result === "string" || result.every((one) => one === own)).toBe(true);
    if (typeof result === "string") expect(result).toMatch(/aborted|division by zero/);
  });
  await Promise.all(requests);
});

test.each(["set role tenu_owner", "set session authorization postgres", "alter table platform.tenant disable row level security"])(
  "the application's login may not: %s",
  async (text) => {
    await expect(scoped(app, [tenant(1)], (transaction) => transaction.rows({ text }))).rejects.toThrow(/permission denied|must be owner/);
  },
);

test("reset role brings no power back", async () => {
  await scoped(app, [tenant(1)], async (transaction) => {
    await transaction.rows({ text: "reset role" });
    const [who] = await transaction.rows({ text: "select current_user::text, session_user::text" });
    expect(who).toEqual({ current_user: "tenu_app", session_user: "tenu_app" });
  });
});
