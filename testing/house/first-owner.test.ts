import { describe, expect, test } from "vitest";
import { ledgerRoutes } from "#ledger/routes.ts";
import { openApi } from "#platform/http/app.ts";
import { openAuthenticator } from "#platform/http/authenticate.ts";
import { openPages } from "#platform/http/pages.ts";
import { mountAuth } from "#platform/identity/auth-paths.ts";
import { openEntrance } from "#platform/identity/first-owner.ts";
import { cloneDatabase } from "../database.ts";
import { author } from "./evidence.ts";
import { testLedger } from "./ledger.ts";
import { browse, testIdentity } from "./people.ts";

const now = Date.parse("2025-03-03T09:00:00Z");
const good = "gravel tulip harpoon 42";

async function emptyHouse() {
  const database = await cloneDatabase();
  const [ledger, identity] = [await testLedger(database, now), testIdentity(database)];
  const app = openApi({
    routes: ledgerRoutes(ledger, author, openPages(new Uint8Array(32)), { identity }),
    about: { title: { fr: "Tenu", en: "Tenu" }, description: { fr: "Essai", en: "Test" }, version: "0" },
    authenticate: openAuthenticator(database.app, { people: identity }),
    people: identity,
    now: ledger.now,
    health: async () => ({ database: true, migrated: true, clockLag: 0 }),
    checkAnswers: true,
  });
  mountAuth(app.hono, identity);
  const enter = (body: object) => browse(app, "POST", "/api/v1/first-owner", { body });
  return { identity, app, enter };
}

const { identity, app, enter } = await emptyHouse();
const owner = { name: "Anna Martin", email: "Anna@Example.test", password: good };

describe("an installation that nobody owns", () => {
  test("has one link at a time: a new one ends the one before", async () => {
    const [old, code] = [await openEntrance(identity), await openEntrance(identity)];
    expect((await enter({ code: old, provider: "P", ...owner })).body.code).toBe("link-unusable");
    expect(code).toMatch(/^[\w-]{43}$/);
    const { rows } = await identity.pool.query("select * from entrance");
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  test("its link stays good when what was given will not do", async () => {
    const code = await openEntrance(identity);
    expect((await enter({ code, ...owner })).body.errors[0].place).toBe("body.provider");
    expect((await enter({ code, provider: "P", ...owner, password: "gravel tulip 9" })).body.code).toBe("weak-password");
    expect((await enter({ code, provider: "P", ...owner })).status).toBe(201);
  });

  test("is then owned: the owner is in, may do everything, and there is no other such link", async () => {
    const answer = await browse(app, "POST", "/auth/sign-in/email", { body: { email: owner.email, password: good } });
    const { body } = await browse(app, "GET", "/api/v1/me", { cookie: answer.cookie });
    expect(body.memberships).toMatchObject([{ kind: "provider", name: "P", role: "owner" }]);
    const { tenant } = body.memberships[0];
    const made = await browse(app, "POST", "/api/v1/tenants", {
      cookie: answer.cookie,
      tenant,
      body: { kind: "customer", name: "Example Joinery" },
    });
    expect(made.status).toBe(201);
    expect(await openEntrance(identity)).toBeUndefined();
  });
});

test("a link older than a day opens nothing", async () => {
  const house = await emptyHouse();
  const code = await openEntrance(house.identity);
  await house.identity.pool.query("update entrance set expires = now() - interval '1 second'");
  expect((await house.enter({ code, provider: "P", ...owner })).body.code).toBe("link-unusable");
});

test("two who open the link at once: one owns", async () => {
  const house = await emptyHouse();
  const code = await openEntrance(house.identity);
  const all = await Promise.all(["a", "b", "c"].map((one) => house.enter({ code, provider: "P", ...owner, email: `${one}@example.test` })));
  expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
});
