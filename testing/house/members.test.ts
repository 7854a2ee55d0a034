import { describe, expect, test, vi } from "vitest";
import { DAY } from "#kernel/time/instant.ts";
import { scoped } from "#platform/database/scope.ts";
import { tooMany } from "#platform/http/problems.ts";
import { endMembership } from "#platform/identity/memberships.ts";
import { type Role, roles, scopesOf } from "#platform/identity/roles.ts";
import { cloneDatabase } from "../database.ts";
import { openNeighbours } from "./neighbours.ts";
import { type Asked, browse, enter, joins, newPerson } from "./people.ts";

const now = Date.parse("2025-03-03T09:00:00Z");
const database = await cloneDatabase();
const { app, ledger, identity, desk, near, ours, far, theirs, failures } = await openNeighbours(database, now);

const homes: Readonly<Record<Role, { tenant: string }>> = {
  owner: desk,
  operations: desk,
  support: desk,
  finance: desk,
  "data-protection": desk,
  distributor: near,
  administrator: ours,
  affiliate: ours,
  user: ours,
};

/** Somebody signed in, in a role of its own tenant. */
async function in_(role: Role, home = homes[role]) {
  const person = await newPerson(identity);
  await joins(identity, home.tenant, person, role);
  const cookie = await enter(app, person);
  const ask = (method: string, path: string, body?: unknown, more: Asked = {}) =>
    browse(app, method, `/api/v1${path}`, { cookie, tenant: home.tenant, ...(body !== undefined && { body }), ...more });
  return { ...person, cookie, tenant: home.tenant, ask };
}

describe.each(roles)("%s", (role) => {
  test.each(app.routes.filter(({ scope }) => scope !== undefined).map((route) => [`${route.method} ${route.path}`, route] as const))(
    "%s: as far as its scopes go",
    async (_, route) => {
      const who = await (members[role] ??= in_(role));
      const path = route.path.replaceAll(/\{(\w+)\}/g, "01990000-0000-7000-8000-00000000dead");
      const abort = new AbortController();
      const answer = await app.fetch(
        new Request(`http://tenu.test/api/v1${path}`, {
          method: route.method.toUpperCase(),
          headers: { Cookie: who.cookie, "X-Tenu-Tenant": who.tenant, "Content-Type": "application/json" },
          signal: abort.signal,
          ...(["post", "put", "patch"].includes(route.method) && { body: "{}" }),
        }),
      );
      const lacks = answer.status === 403 && ((await answer.clone().json()) as { code: string }).code === "missing-scope";
      abort.abort();
      expect(lacks).toBe(!scopesOf(role).includes(route.scope!));
      expect(answer.status).not.toBe(401);
      expect(answer.status).toBeLessThan(500);
    },
  );
});
const members: Partial<Record<Role, ReturnType<typeof in_>>> = {};

describe("a request with a session", () => {
  test("says as a member of whom it comes, and of nobody else's tenant, there or not", async () => {
    const who = await in_("administrator");
    const answers = [];
    for (const tenant of [theirs.tenant, desk.tenant, near.tenant, "01990000-0000-7000-8000-00000000dead", "x", ""])
      answers.push(await who.ask("GET", "/tenants", undefined, { tenant }));
    for (const { status, body } of answers)
      expect([status, body.code, body.detail]).toEqual([403, "not-a-member", answers[0]!.body.detail]);
    expect((await who.ask("GET", "/tenants", undefined, { tenant: ours.tenant.toUpperCase() })).status).toBe(200);
  });

  test("that changes something without X-Tenu-Tenant, as a form of another site would, is refused", async () => {
    const { cookie } = await in_("administrator");
    const path = `/api/v1/contracts/${ours.contract.contract}/facts`;
    const body = { id: "forged", kind: "incident.received", subject: "I-9", fields: { severity: "minor" } };
    expect((await browse(app, "POST", path, { cookie, body })).body.code).toBe("tenant-unsaid");
    expect((await browse(app, "DELETE", `/api/v1/tenants/${ours.tenant}/keys/${ours.spareKey}`, { cookie })).body.code).toBe(
      "tenant-unsaid",
    );
    const foreign = await browse(app, "POST", path, { cookie, body, tenant: ours.tenant, headers: { Origin: "https://evil.example" } });
    expect(foreign.body.code).toBe("foreign-origin");
    const own = await browse(app, "POST", path, { cookie, body, tenant: ours.tenant, headers: { Origin: "http://tenu.test" } });
    expect(own.status).toBe(201);
  });

  test("that only reads may leave it out where there is one tenant", async () => {
    const { cookie, id } = await in_("user");
    expect((await browse(app, "GET", "/api/v1/contracts", { cookie })).status).toBe(200);
    await joins(identity, theirs.tenant, { id }, "user");
    expect((await browse(app, "GET", "/api/v1/contracts", { cookie })).body.code).toBe("tenant-unsaid");
  });

  test("brings its key where it brings both: the cookie is not looked at", async () => {
    const { cookie } = await in_("user");
    const both = await browse(app, "GET", "/api/v1/tenants", { cookie, headers: { Authorization: `Bearer ${desk.secret}` } });
    expect(both.body.items.length).toBeGreaterThan(1);
    const forged = await browse(app, "GET", "/api/v1/tenants", { cookie, headers: { Authorization: "Bearer tenu_x" } });
    expect(forged.status).toBe(401);
  });

  test("states facts under the person's id, and nothing else of them is recorded", async () => {
    const who = await in_("administrator");
    const body = { id: "stated", kind: "incident.received", subject: "I-10", fields: { severity: "minor" } };
    expect((await who.ask("POST", `/contracts/${ours.contract.contract}/facts`, body)).status).toBe(201);
    const rows = await scoped(ledger.database, [ours.tenant], (transaction) =>
      transaction.rows({ text: "select convert_from(entry, 'UTF8') as entry, to_jsonb(f) - 'entry' as rest from ledger.fact f" }),
    );
    const text = JSON.stringify(rows);
    expect(text).toContain(`person/${who.id}`);
    expect(text).not.toContain(who.email);
  });

  test("sees what its tenant sees, and no more", async () => {
    const [here, distributor] = [await in_("user"), await in_("distributor")];
    expect((await here.ask("GET", `/contracts/${theirs.contract.contract}`)).status).toBe(404);
    expect((await here.ask("GET", `/contracts/${ours.contract.contract}`)).status).toBe(200);
    expect((await distributor.ask("GET", `/contracts/${ours.contract.contract}`)).status).toBe(200);
    expect((await distributor.ask("GET", `/contracts/${theirs.contract.contract}`)).status).toBe(404);
  });
});

describe("who leaves", () => {
  test("reaches nothing from the next request on, while they stay signed in", async () => {
    const [administrator, leaver] = [await in_("administrator"), await in_("user")];
    expect((await leaver.ask("GET", "/contracts")).status).toBe(200);
    expect((await administrator.ask("DELETE", `/tenants/${ours.tenant}/members/${leaver.id}`)).status).toBe(200);
    expect((await leaver.ask("GET", "/contracts")).body.code).toBe("not-a-member");
    const me = await browse(app, "GET", "/api/v1/me", { cookie: leaver.cookie });
    expect(me.body.memberships).toEqual([]);
  });

  test("takes along the invitations that nobody accepted yet", async () => {
    const leaver = await in_("administrator");
    identity.letters.length = 0;
    await leaver.ask("POST", `/tenants/${ours.tenant}/invitations`, { email: "late@example.test", role: "user" });
    const code = /invitation=([\w-]+)/.exec(identity.letters[0]!.text)![1]!;
    await scoped(ledger.database, [ours.tenant], (transaction) => endMembership(transaction, ours.tenant, leaver.id, now));
    expect((await browse(app, "POST", "/api/v1/invitations/read", { body: { code } })).body.code).toBe("link-unusable");
  });

  test("may be oneself; the last owner stays", async () => {
    const user = await in_("affiliate");
    expect((await user.ask("DELETE", `/tenants/${ours.tenant}/members/${user.id}`)).status).toBe(200);
    const owner = await in_("owner");
    const first = await members.owner;
    if (first) expect((await owner.ask("DELETE", `/tenants/${desk.tenant}/members/${first.id}`)).status).toBe(200);
    expect((await owner.ask("DELETE", `/tenants/${desk.tenant}/members/${owner.id}`)).body.code).toBe("last-owner");
  });

  test("is not sent away by an affiliate who did not bring them", async () => {
    const [affiliate, user] = [await in_("affiliate"), await in_("user")];
    expect((await affiliate.ask("DELETE", `/tenants/${ours.tenant}/members/${user.id}`)).status).toBe(404);
    const seen = await affiliate.ask("GET", `/tenants/${ours.tenant}/members`);
    expect(seen.body.items.map(({ person }: { person: string }) => person)).toEqual([affiliate.id]);
  });

  test("is another household's business only there", async () => {
    const [administrator, stranger] = [await in_("administrator"), await in_("user", theirs)];
    for (const path of [`/tenants/${theirs.tenant}/members/${stranger.id}`, `/tenants/${ours.tenant}/members/${stranger.id}`])
      expect((await administrator.ask("DELETE", path)).status).toBe(404);
  });
});

describe("an invitation", () => {
  const good = "gravel tulip harpoon 42";
  async function invited(by: Awaited<ReturnType<typeof in_>>, email: string, role: Role, tenant = by.tenant, how = "mail") {
    identity.letters.length = 0;
    const answer = await by.ask("POST", `/tenants/${tenant}/invitations`, { email, role, by: how });
    const link = how === "mail" ? (identity.letters[0]?.text ?? "") : ((answer.body.link as string | undefined) ?? "");
    return { ...answer, code: /invitation=([\w-]+)/.exec(link)?.[1] ?? "" };
  }
  const accept = (body: object, cookie?: string) =>
    browse(app, "POST", "/api/v1/invitations/accept", { body, ...(cookie !== undefined && { cookie }) });

  test("goes by mail; the inviter never sees the code; who comes chooses name and password, and is in", async () => {
    const administrator = await in_("administrator");
    const { status, body, code } = await invited(administrator, "New.One@Example.test", "user");
    expect([status, body.sent, body.email]).toEqual([201, true, "new.one@example.test"]);
    expect(JSON.stringify(body)).not.toContain(code);
    expect((await browse(app, "POST", "/api/v1/invitations/read", { body: { code } })).body).toMatchObject({
      tenant: { kind: "customer", name: "Quartz household" },
      role: "user",
      email: "new.one@example.test",
      strong: false,
      known: false,
    });
    const come = await accept({ code, name: "New One", password: good });
    expect([come.status, come.body.role]).toEqual([201, "user"]);
    const me = await browse(app, "GET", "/api/v1/me", { cookie: come.cookie });
    expect(me.body.memberships).toMatchObject([{ tenant: ours.tenant, role: "user" }]);
    expect((await accept({ code, name: "New One", password: good })).body.code).toBe("link-unusable");
    const rows = await scoped(ledger.database, [ours.tenant], (transaction) =>
      transaction.rows({ text: "select * from platform.invitation" }),
    );
    expect(JSON.stringify(rows)).not.toContain("new.one@example.test");
  });

  test("keeps to the rules for passwords, by role", async () => {
    const administrator = await in_("administrator");
    const { code } = await invited(administrator, "strong@example.test", "administrator");
    const short = await accept({ code, name: "S", password: "gravel tulip 9" });
    expect([short.status, short.body.code, short.body.errors[0].code]).toEqual([422, "weak-password", "password-too-short"]);
    expect((await accept({ code, name: "S" })).body.errors[0].place).toBe("body.password");
    expect((await accept({ code, name: "S", password: good })).status).toBe(201);
  });

  test("of somebody known is accepted by them alone, signed in: nobody sets a password for another", async () => {
    const administrator = await in_("administrator");
    const [known, other] = [await newPerson(identity), await newPerson(identity)];
    const { code } = await invited(administrator, known.email, "user");
    expect((await accept({ code, name: "X", password: "velvet nimbus lantern" })).body.code).toBe("sign-in-first");
    expect((await accept({ code }, await enter(app, other))).body.code).toBe("someone-else");
    const done = await accept({ code, name: "X", password: "velvet nimbus lantern" }, await enter(app, known));
    expect(done.status).toBe(201);
    await enter(app, known); // with the password that it was
    await expect(enter(app, { ...known, password: "velvet nimbus lantern" })).rejects.toThrow("401");
  });

  test("to decide for others asks a stronger sign-in of whoever has a short password", async () => {
    const administrator = await in_("administrator");
    const known = await newPerson(identity, { password: "gravel tulip 9" });
    const { code } = await invited(administrator, known.email, "administrator");
    expect((await accept({ code }, await enter(app, known))).body.code).toBe("stronger-sign-in");
  });

  test("ends after seven days, when it is withdrawn, and when another takes its place", async () => {
    const administrator = await in_("administrator");
    const old = await invited(administrator, "slow@example.test", "user");
    const again = await invited(administrator, "slow@example.test", "user");
    const read = (code: string) => browse(app, "POST", "/api/v1/invitations/read", { body: { code } });
    expect([(await read(old.code)).status, (await read(again.code)).status]).toEqual([422, 200]);
    const waiting = await administrator.ask("GET", `/tenants/${ours.tenant}/invitations`);
    const one = waiting.body.items.find(({ email }: { email: string }) => email === "slow@example.test");
    expect((await administrator.ask("DELETE", `/tenants/${ours.tenant}/invitations/${one.invitation}`)).status).toBe(200);
    expect((await read(again.code)).status).toBe(422);
    const late = await invited(administrator, "late@example.test", "user");
    ledger.time.now = now + 7 * DAY;
    expect((await read(late.code)).status).toBe(422);
    ledger.time.now = now;
  });

  test("takes the place of those only that its inviter could withdraw", async () => {
    const [administrator, affiliate] = [await in_("administrator"), await in_("affiliate")];
    const first = await invited(administrator, "cfo@example.test", "administrator");
    expect((await invited(affiliate, "cfo@example.test", "user")).status).toBe(201);
    expect((await browse(app, "POST", "/api/v1/invitations/read", { body: { code: first.code } })).status).toBe(200);
  });

  test("lets in who comes by it, though somebody else tried their address too often", async () => {
    const { code } = await invited(await in_("administrator"), "tried@example.test", "user");
    const begin = vi.spyOn(identity.attempts, "begin").mockRejectedValueOnce(tooMany(5, {}));
    expect(await accept({ code, name: "T", password: good })).toMatchObject({ status: 201, cookie: "" });
    begin.mockRestore();
    await enter(app, { id: "", email: "tried@example.test", password: good });
  });

  test("sent twice at once makes one member", async () => {
    const administrator = await in_("administrator");
    const { code } = await invited(administrator, "eager@example.test", "user");
    const answers = await Promise.all([1, 2, 3, 4].map(() => accept({ code, name: "E", password: good })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status, body } of answers) if (status !== 201) expect(["link-unusable", "sign-in-first"]).toContain(body.code);
  });

  test("is handed over by a distributor: the first administrator of its own customer, and no other", async () => {
    const distributor = await in_("distributor", far);
    const handed = await invited(distributor, "boss@example.test", "administrator", theirs.tenant, "hand");
    expect(handed.status).toBe(201);
    expect((await accept({ code: handed.code, name: "Boss", password: good })).status).toBe(201);
    expect((await invited(distributor, "second@example.test", "administrator", theirs.tenant, "hand")).body.code).toBe("may-not-give");
    expect((await invited(distributor, "user@example.test", "user", theirs.tenant, "hand")).body.code).toBe("may-not-give");
    expect((await invited(distributor, "boss@example.test", "administrator", ours.tenant, "hand")).status).toBe(404);
  });

  test.each([
    ["administrator", "owner", "may-not-give"],
    ["administrator", "distributor", "may-not-give"],
    ["affiliate", "administrator", "may-not-give"],
    ["affiliate", "affiliate", "may-not-give"],
    ["distributor", "owner", "may-not-give"],
    ["user", "user", "missing-scope"],
    ["operations", "operations", "missing-scope"],
    ["support", "owner", "missing-scope"],
  ] as const)("by %s to be %s is refused", async (by, role, code) => {
    expect((await invited(await in_(by), "someone@example.test", role)).body.code).toBe(code);
  });
});

test("no request failed by our fault", () => expect([failures, identity.failures]).toEqual([[], []]));
