import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import { cloneDatabase, makeTenant } from "#testing/database.ts";
import type { Database } from "../database/connect.ts";
import { scoped } from "../database/scope.ts";
import { type Asking, type Authenticate, openAuthenticator } from "./authenticate.ts";
import { listKeys, makeKey, revokeKey } from "./keys.ts";
import { Refused } from "./problem.ts";
import { notAuthenticated } from "./problems.ts";
import { reaches, reachOf } from "./reach.ts";

const now = parseInstant("2025-03-01T10:00Z")!;
const database = await cloneDatabase();
const { app } = database;
const [provider, distributor, customer, other] = ["1", "2", "3", "4"].map((one) => `00000000-0000-4000-8000-00000000000${one}`) as [
  string,
  string,
  string,
  string,
];
await makeTenant(database, provider, "provider", "Maison");
await makeTenant(database, distributor, "distributor", "Revendeur");
await makeTenant(database, customer, "customer", "Client", distributor);
await makeTenant(database, other, "customer", "Autre");

const make = (expires?: number) =>
  scoped(app, [customer], (transaction) =>
    makeKey(transaction, "installation", { tenant: customer, name: "essai", scopes: ["contracts:read"], expires }, now),
  );

/** A request with this header. */
function bearing(authorization: string | undefined): Asking {
  return {
    method: "GET",
    url: "http://local/",
    headers: new Headers(authorization === undefined ? {} : { Authorization: authorization }),
  };
}

function byKey(database: Database, options: Parameters<typeof openAuthenticator>[1] = {}) {
  const authenticate: Authenticate = openAuthenticator(database, options);
  return (authorization: string | undefined, at: number) => authenticate(bearing(authorization), at);
}

/** The database, counting what it is asked. */
function counting(): { database: Database; asked: () => number } {
  let count = 0;
  const query = (...all: Parameters<Database["query"]>) => {
    count += 1;
    return app.query(...all);
  };
  return { database: { query } as unknown as Database, asked: () => count };
}

describe("a key", () => {
  test("says who calls and what it may do", async () => {
    const { key, secret } = await make();
    expect(secret).toMatch(/^tenu_[\w-]{43}$/);
    expect(await byKey(app)(`Bearer ${secret}`, now)).toEqual({
      tenant: customer,
      kind: "customer",
      name: "Client",
      by: { type: "key", id: key.key, name: "essai" },
      scopes: ["contracts:read"],
    });
  });

  test("is kept as a digest only, and listed without its secret", async () => {
    const { secret } = await make();
    const kept = await scoped(app, [customer], (transaction) => transaction.rows({ text: "select * from platform.api_key" }));
    const listed = await scoped(app, [customer], (transaction) => listKeys(transaction, customer));
    expect(JSON.stringify([kept, listed])).not.toContain(secret.slice(5));
    expect(listed[0]).toMatchObject({ name: "essai", created: now, expires: null, revoked: null });
  });

  test("gives no scope that it does not have", async () => {
    const { secret } = await make();
    const caller = await byKey(app)(`Bearer ${secret}`, now);
    const ask = scoped(app, [customer], (transaction) =>
      makeKey(transaction, caller, { tenant: customer, name: "plus", scopes: ["contracts:read", "keys:write"] }, now),
    );
    await expect(ask).rejects.toMatchObject({ refusal: { code: "missing-scope", status: 403 } });
  });
});

test("absent, malformed, unknown, expired and revoked keys get the very same answer", async () => {
  const expired = await make(now);
  const revoked = await make();
  await scoped(app, [customer], (transaction) => revokeKey(transaction, customer, revoked.key.key, now));
  const headers = [
    undefined,
    "",
    "Bearer",
    "Basic dGVudTo=",
    `Bearer tenu_${"é".repeat(43)}`,
    `Bearer tenu_${randomBytes(32).toString("base64url")}`,
    `Bearer ${expired.secret}`,
    `Bearer ${revoked.secret}`,
  ];
  for (const header of headers) {
    const refused = await byKey(app)(header, now).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect((refused as Refused).refusal).toEqual(notAuthenticated().refusal);
  }
});

describe("a hot key", () => {
  test("is looked up once in a while, also by many at once", async () => {
    const { secret } = await make();
    const { database: counted, asked } = counting();
    const authenticate = byKey(counted, { keepMs: 3000 });
    await Promise.all(Array.from({ length: 50 }, () => authenticate(`Bearer ${secret}`, now)));
    await authenticate(`Bearer ${secret}`, now + 2999);
    expect(asked()).toBe(1);
    await authenticate(`Bearer ${secret}`, now + 3000);
    expect(asked()).toBe(2);
  });

  test("ceases within that time when it is revoked", async () => {
    const { key, secret } = await make();
    const authenticate = byKey(app, { keepMs: 3000 });
    await authenticate(`Bearer ${secret}`, now);
    await scoped(app, [customer], (transaction) => revokeKey(transaction, customer, key.key, now + 1));
    await expect(authenticate(`Bearer ${secret}`, now + 3000)).rejects.toThrow(Refused);
  });

  test("ceases at once when it expires", async () => {
    const { secret } = await make(now + 10);
    const authenticate = byKey(app);
    await authenticate(`Bearer ${secret}`, now + 9);
    await expect(authenticate(`Bearer ${secret}`, now + 10)).rejects.toThrow(Refused);
  });

  test("is not pushed out by strangers", async () => {
    const { secret } = await make();
    const { database: counted, asked } = counting();
    const authenticate = byKey(counted, { most: 2 });
    await authenticate(`Bearer ${secret}`, now);
    for (let index = 0; index < 5; index += 1)
      await expect(authenticate(`Bearer tenu_${randomBytes(32).toString("base64url")}`, now)).rejects.toThrow(Refused);
    await authenticate(`Bearer ${secret}`, now);
    expect(asked()).toBe(6);
  });
});

test("a database that fails is not taken for an unknown key, and is asked again", async () => {
  const { secret } = await make();
  let fails = true;
  const query = (...all: Parameters<Database["query"]>) => (fails ? Promise.reject(new Error("gone")) : app.query(...all));
  const authenticate = byKey({ query } as unknown as Database);
  await expect(authenticate(`Bearer ${secret}`, now)).rejects.toThrow("gone");
  fails = false;
  expect(await authenticate(`Bearer ${secret}`, now)).toMatchObject({ tenant: customer });
});

test("the provider reaches everybody, a distributor its customers, a customer itself", async () => {
  expect((await reachOf(app, { tenant: provider, kind: "provider" })).toSorted()).toEqual([provider, distributor, customer, other]);
  expect((await reachOf(app, { tenant: distributor, kind: "distributor" })).toSorted()).toEqual([distributor, customer]);
  expect(await reachOf(app, { tenant: customer, kind: "customer" })).toEqual([customer]);
  expect(await reaches(app, { tenant: distributor, kind: "distributor" }, customer)).toBe(true);
  expect(await reaches(app, { tenant: distributor, kind: "distributor" }, other)).toBe(false);
  expect(await reaches(app, { tenant: customer, kind: "customer" }, distributor)).toBe(false);
});

test("a revoked key stays revoked as of the first time, and another tenant's is not found", async () => {
  const { key } = await make();
  const revoke = (tenant: string, at: number) => scoped(app, [tenant], (transaction) => revokeKey(transaction, tenant, key.key, at));
  expect(await revoke(customer, now + 1)).toMatchObject({ revoked: now + 1 });
  expect(await revoke(customer, now + 2)).toMatchObject({ revoked: now + 1 });
  expect(await revoke(other, now + 3)).toBeUndefined();
});
