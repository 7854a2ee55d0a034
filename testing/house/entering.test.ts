import fc from "fast-check";
import pg from "pg";
import { afterAll, describe, expect, inject, test } from "vitest";
import { openApi } from "#platform/http/app.ts";
import { notAuthenticated } from "#platform/http/problems.ts";
import { doors, mountAuth } from "#platform/identity/auth-paths.ts";
import { scoped } from "#platform/database/scope.ts";
import { addInvitation } from "#platform/identity/invitations.ts";
import { codeAt } from "#platform/identity/totp.ts";
import { cloneDatabase } from "../database.ts";
import { openNeighbours } from "./neighbours.ts";
import { browse, enter, joins, newPerson, testIdentity, type TestPerson } from "./people.ts";

const now = Date.parse("2025-03-03T09:00:00Z");
const database = await cloneDatabase();
const { app, identity, ours, failures } = await openNeighbours(database, now);
const name = new URL(database.logins.owner.replace("@/", "@localhost/")).pathname.slice(1);
const admin = new pg.Client({ ...inject("databaseServer"), user: "postgres", database: name });
await admin.connect();
afterAll(() => admin.end());
admin.on("error", () => undefined); // the database goes when the tests are done

const signIn = (body: unknown, more = {}) => browse(app, "POST", "/auth/sign-in/email", { body, ...more });
const me = (cookie: string | undefined) => browse(app, "GET", "/api/v1/me", { cookie });

/** What an answer says, without what differs each time. */
function said({ status, headers, body }: Awaited<ReturnType<typeof browse>>) {
  return { status, body: { ...body, request: undefined }, names: [...headers.keys()].toSorted() };
}

/** Sets up a second factor, and gives its secret. */
async function withSecondFactor(person: TestPerson) {
  const cookie = await enter(app, person);
  const enabled = await browse(app, "POST", "/auth/two-factor/enable", { body: { password: person.password }, cookie });
  const secret = secretOf(enabled.body.totpURI);
  const confirmed = await browse(app, "POST", "/auth/two-factor/verify-totp", { body: { code: codeAt(secret, step() - 1) }, cookie });
  expect(confirmed.status).toBe(200);
  return { secret, backupCodes: enabled.body.backupCodes as string[] };
}

const step = () => Math.floor(Date.now() / 30_000);

/** The secret of an otpauth address: base32 of its bytes. */
function secretOf(uri: string): string {
  const text = new URL(uri).searchParams.get("secret")!;
  const bits = Array.from(text, (letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2))).toString("latin1");
}

describe("at the door", () => {
  test("an unknown address, a wrong password, a missing and a wrong code get the very same answer", async () => {
    const plain = await newPerson(identity);
    const careful = await newPerson(identity);
    await withSecondFactor(careful);
    const wrong = [
      { email: "nobody@example.test", password: plain.password },
      { email: plain.email, password: "another password altogether" },
      { email: careful.email, password: "another password altogether" },
      { email: careful.email, password: "another password altogether", code: "000000" },
      { email: careful.email, password: careful.password },
      { email: careful.email, password: careful.password, code: "000000" },
      { email: careful.email, password: careful.password, code: "AAAAA-AAAAA" },
    ];
    const answers = [];
    for (const claim of wrong) answers.push(said(await signIn(claim)));
    expect(answers[0]).toMatchObject({ status: 401, body: { code: "not-signed-in" } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test("an unknown address takes as long as a known one", async () => {
    const known = await newPerson(identity);
    const took = async (email: string) => {
      const times: number[] = [];
      for (let round = 0; round < 9; round += 1) {
        const begun = performance.now();
        await signIn({ email, password: "another password altogether" });
        times.push(performance.now() - begun);
      }
      return times.toSorted((a, b) => a - b)[4]!;
    };
    const [here, nowhere] = [await took(known.email), await took("nobody@example.test")];
    expect(Math.max(here, nowhere) / Math.min(here, nowhere)).toBeLessThan(3); // the hash is most of it; the floor of the house hides the rest
  });

  test("it takes the floor at least, whatever the answer", async () => {
    const slow = { ...identity, floor: 300 };
    const other = openApi({
      routes: [],
      about: { title: { fr: "", en: "" }, description: { fr: "", en: "" }, version: "0" },
      authenticate: () => Promise.reject(notAuthenticated()),
      now: () => now,
      health: async () => ({ database: true, migrated: true, clockLag: 0 }),
    });
    mountAuth(other.hono, slow);
    const begun = performance.now();
    await browse(other, "POST", "/auth/sign-in/email", { body: { email: "nobody@example.test", password: "x" } });
    expect(performance.now() - begun).toBeGreaterThan(295);
  });

  test("asking for a new password says the same of everybody, and writes only to who is there", async () => {
    const { email } = await newPerson(identity);
    identity.letters.length = 0;
    const known = await browse(app, "POST", "/auth/request-password-reset", { body: { email } });
    const unknown = await browse(app, "POST", "/auth/request-password-reset", { body: { email: "nobody@example.test" } });
    expect(said(known)).toEqual(said(unknown));
    await expect.poll(() => identity.letters.map(({ to }) => to)).toEqual([[email]]);
  });

  test("nobody signs up, and what we do not list is not there", async () => {
    for (const path of [
      "/sign-up/email",
      "/sign-in/social",
      "/get-session",
      "/delete-user",
      "/two-factor/verify-backup-code",
      "/list-sessions",
      "/error",
      "/ok",
    ]) {
      const answer = await browse(app, "POST", `/auth${path}`, {
        body: { email: "a@example.test", password: "a good long password", name: "A" },
      });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  test("who tries too often waits, and so does whoever they try for; others do not", async () => {
    const strict = testIdentity(database, { pair: 3, account: 5, address: 50 });
    const begin = (account: string, address: string) => strict.attempts.begin("sign-in", account, address);
    for (let tries = 0; tries < 3; tries += 1) await begin("a", "1");
    await expect(begin("a", "1")).rejects.toMatchObject({ refusal: { status: 429, code: "too-many-requests" } });
    for (const address of ["2", "3"]) await begin("a", address);
    await expect(begin("a", "4")).rejects.toMatchObject({ refusal: { status: 429 } }); // five for this account, wherever from
    await begin("b", "1");
    const at = await Promise.allSettled(Array.from({ length: 20 }, () => begin("c", "9")));
    expect(at.filter(({ status }) => status === "fulfilled")).toHaveLength(3); // at once is no way around
    await strict.attempts.succeeded("sign-in", "a", "1");
    await begin("a", "1");
  });

  test("brute force meets a wall whether or not the account is there", async () => {
    const strict = testIdentity(database, { pair: 5, account: 20, address: 1000 });
    const { email } = await newPerson(identity);
    const statuses = async (address: string) => {
      const all: number[] = [];
      for (let tries = 0; tries < 8; tries += 1)
        all.push(
          await strict.attempts.begin("sign-in", address, "6.6.6.6").then(
            () => 401,
            (error: { refusal: { status: number } }) => error.refusal.status,
          ),
        );
      return all;
    };
    expect(await statuses(email)).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    expect(await statuses("nobody@example.test")).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  });

  test("forms and other sites are not heard", async () => {
    const { email, password } = await newPerson(identity);
    expect((await signIn({ email, password }, { headers: { Origin: "https://evil.example" } })).body.code).toBe("foreign-origin");
    const form = await app.fetch(
      new Request("http://tenu.test/auth/sign-in/email", {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: `email=${email}&password=${password}`,
      }),
    );
    expect(form.status).toBe(415);
    expect(form.headers.getSetCookie()).toEqual([]);
  });
});

describe("a session", () => {
  test("is a host-only cookie that scripts do not see, and new at each sign-in", async () => {
    const person = await newPerson(identity);
    const planted = await enter(app, person);
    const answer = await signIn({ email: person.email, password: person.password }, { cookie: planted });
    expect(answer.cookie).not.toBe(planted);
    const [set] = answer.headers.getSetCookie();
    expect(set).toMatch(/^tenu\.session_token=/);
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/SameSite=Lax/i);
    expect(set).toMatch(/Path=\//i);
    expect(set).not.toMatch(/Domain/i);
    expect(JSON.stringify(answer.body)).not.toContain(decodeURIComponent(answer.cookie.split("=")[1]!).split(".")[0]!);
  });

  test("a token out of the database opens nothing without its signature", async () => {
    const person = await newPerson(identity);
    const cookie = await enter(app, person);
    const { rows } = await admin.query<{ token: string }>(`select token from identity.session where "userId" = $1`, [person.id]);
    const [token, signature] = decodeURIComponent(cookie.split("=")[1]!).split(".") as [string, string];
    expect(rows.map((row) => row.token)).toEqual([token]);
    for (const forged of [token, `${token}.`, `${token}.${"A".repeat(signature.length)}`, `${token.slice(0, -1)}x.${signature}`])
      expect((await me(`tenu.session_token=${encodeURIComponent(forged)}`)).status).toBe(401);
    expect((await me(cookie)).status).toBe(200);
  });

  test("ends at sign-out, on the server too", async () => {
    const cookie = await enter(app, await newPerson(identity));
    expect((await browse(app, "POST", "/auth/sign-out", { body: {}, cookie })).status).toBe(200);
    expect((await me(cookie)).status).toBe(401);
  });

  test("is listed, and ended from elsewhere; another's is not found", async () => {
    const person = await newPerson(identity);
    const [here, there] = [await enter(app, person), await enter(app, person)];
    const stranger = await enter(app, await newPerson(identity));
    const listed = await browse(app, "GET", "/auth/sessions", { cookie: here });
    expect(listed.body.items).toHaveLength(2);
    const other = listed.body.items.find(({ present }: { present: boolean }) => !present).session as string;
    expect((await browse(app, "POST", "/auth/sessions/end", { body: { session: other }, cookie: stranger })).status).toBe(404);
    expect((await browse(app, "POST", "/auth/sessions/end", { body: { session: other }, cookie: here })).status).toBe(200);
    expect([(await me(here)).status, (await me(there)).status]).toEqual([200, 401]);
  });

  test("ends everywhere else when the password changes, and here it gets a new token", async () => {
    const person = await newPerson(identity);
    const [here, there] = [await enter(app, person), await enter(app, person)];
    const change = (currentPassword: string, newPassword: string) =>
      browse(app, "POST", "/auth/change-password", { body: { currentPassword, newPassword }, cookie: here });
    expect((await change("not the one it is", "gravel tulip harpoon")).body.code).toBe("not-confirmed");
    expect((await change(person.password, "password1234")).body).toMatchObject({ code: "weak-password", status: 422 });
    const changed = await change(person.password, "gravel tulip harpoon");
    expect(changed.status).toBe(200);
    expect([(await me(here)).status, (await me(there)).status, (await me(changed.cookie)).status]).toEqual([401, 401, 200]);
    await expect(enter(app, person)).rejects.toThrow("401");
    await enter(app, { ...person, password: "gravel tulip harpoon" });
  });
});

describe("a second factor", () => {
  test("opens once a code: the same one, and any older one, are refused afterwards", async () => {
    const person = await newPerson(identity);
    const { secret } = await withSecondFactor(person);
    const [before, present] = [codeAt(secret, step() - 1), codeAt(secret, step())];
    await expect(enter(app, person, before)).rejects.toThrow("401"); // used when it was set up
    const cookie = await enter(app, person, present);
    expect((await me(cookie)).body.person.secondFactor).toBe(true);
    await expect(enter(app, person, present)).rejects.toThrow("401");
    await enter(app, person, codeAt(secret, step() + 1));
    await expect(enter(app, person, present)).rejects.toThrow("401");
  });

  test("one code sent many times at once opens once", async () => {
    const person = await newPerson(identity);
    const { secret } = await withSecondFactor(person);
    const { email, password } = person;
    const code = codeAt(secret, step());
    const answers = await Promise.all(Array.from({ length: 6 }, () => signIn({ email, password, code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test("a backup code opens once", async () => {
    const person = await newPerson(identity);
    const { backupCodes } = await withSecondFactor(person);
    await enter(app, person, backupCodes[0]);
    await expect(enter(app, person, backupCodes[0])).rejects.toThrow("401");
    await enter(app, person, backupCodes[1]);
  });

  test("is kept by who decides for others, unless the password is long", async () => {
    const person = await newPerson(identity, { password: "gravel tulip 9" });
    const { secret } = await withSecondFactor(person);
    await joins(identity, ours.tenant, person, "administrator");
    const cookie = await enter(app, person, codeAt(secret, step()));
    const disable = () => browse(app, "POST", "/auth/two-factor/disable", { body: { password: person.password }, cookie });
    expect((await disable()).body.code).toBe("stronger-sign-in");
  });

  test("its secret is in no column as it is", async () => {
    const person = await newPerson(identity);
    const { secret, backupCodes } = await withSecondFactor(person);
    const { rows } = await admin.query(`select * from identity."twoFactor" where "userId" = $1`, [person.id]);
    for (const hidden of [secret, ...backupCodes]) expect(JSON.stringify(rows)).not.toContain(hidden);
  });
});

describe("a new password by mail", () => {
  async function linkOf(email: string): Promise<string> {
    identity.letters.length = 0;
    await browse(app, "POST", "/auth/request-password-reset", { body: { email } });
    await expect.poll(() => identity.letters.length).toBe(1);
    return /reset=([\w-]+)/.exec(identity.letters[0]!.text)![1]!;
  }

  test("is set once by a link, ends all sessions, and keeps to the rules", async () => {
    const person = await newPerson(identity);
    const cookie = await enter(app, person);
    const token = await linkOf(person.email);
    const reset = (newPassword: string) => browse(app, "POST", "/auth/reset-password", { body: { token, newPassword } });
    expect((await reset("short")).body.errors[0].code).toBe("password-too-short");
    expect((await reset("gravel tulip harpoon")).status).toBe(200);
    expect((await reset("another tulip harpoon")).body.code).toBe("link-unusable");
    expect((await me(cookie)).status).toBe(401);
    await enter(app, { ...person, password: "gravel tulip harpoon" });
  });

  test("its code is kept as a digest only", async () => {
    const { email } = await newPerson(identity);
    const token = await linkOf(email);
    const { rows } = await admin.query("select * from identity.verification");
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("proves the address, and drops what somebody may have left there before that", async () => {
    const person = await newPerson(identity);
    await withSecondFactor(person);
    const token = await linkOf(person.email);
    await browse(app, "POST", "/auth/reset-password", { body: { token, newPassword: "gravel tulip harpoon" } });
    const { body } = await me(await enter(app, { ...person, password: "gravel tulip harpoon" }));
    expect(body.person.secondFactor).toBe(false);
  });
});

test("a second factor that goes once the address is proven makes up for no short password", async () => {
  const short = await newPerson(identity, { password: "gravel tulip 9" });
  const { secret } = await withSecondFactor(short);
  const code = await scoped(database.app, [ours.tenant], async (transaction) => {
    const invitation = { tenant: ours.tenant, email: short.email, role: "administrator", mailed: true, invitedBy: null } as const;
    return (await addInvitation(transaction, invitation, now)).code;
  });
  const cookie = await enter(app, short, codeAt(secret, step()));
  const accepted = await browse(app, "POST", "/api/v1/invitations/accept", { body: { code }, cookie });
  expect([accepted.status, accepted.body.code]).toEqual([422, "stronger-sign-in"]);

  const administrator = await newPerson(identity);
  await joins(identity, ours.tenant, administrator, "administrator");
  await withSecondFactor(administrator);
  identity.letters.length = 0;
  await browse(app, "POST", "/auth/request-password-reset", { body: { email: administrator.email } });
  await expect.poll(() => identity.letters.length).toBe(1);
  const body = { token: /reset=([\w-]+)/.exec(identity.letters[0]!.text)![1]!, newPassword: "gravel tulip 9" };
  const reset = await browse(app, "POST", "/auth/reset-password", { body });
  expect([reset.status, reset.body.code]).toEqual([422, "weak-password"]);
});

test("whatever comes to the door is answered or refused, and never our fault", { timeout: 60_000 }, async () => {
  const cookie = await enter(app, await newPerson(identity));
  const junk = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom("\0", "a\0b", "\uD800", "a@b.example", "000000"),
    fc.jsonValue(),
  );
  const fields = ["email", "password", "code", "token", "newPassword", "currentPassword", "session", "name", "language", "id", "response"];
  const body = fc.oneof(
    fc.record(Object.fromEntries(fields.map((field) => [field, junk])), { requiredKeys: [] }),
    fc.record({
      response: fc.record({
        id: fc.string({ minLength: 1 }),
        type: junk,
        rawId: junk,
        response: fc.dictionary(fc.constantFrom("clientDataJSON", "authenticatorData", "signature", "attestationObject"), junk),
      }),
    }),
    fc.constant({ email: "a@b.example", password: "a\0b" }),
    junk,
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...doors.filter(({ path }) => path !== "/sign-out")),
      body,
      fc.boolean(),
      async ({ method, path }, sent, inside) => {
        const answer = await browse(app, method, `/auth${path}`, { ...(method === "POST" && { body: sent }), ...(inside && { cookie }) });
        expect([path, answer.status, failures.map(String)]).toEqual([path, Math.min(answer.status, 499), []]);
      },
    ),
    { numRuns: 300 },
  );
});

test("passwords are argon2id, 19 MiB, two passes", async () => {
  const { id, password } = await newPerson(identity);
  const { rows } = await admin.query<{ password: string }>(`select password from identity.account where "userId" = $1`, [id]);
  expect(rows[0]!.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(rows[0]!.password).not.toContain(password);
});

test("no request failed by our fault", () => expect([failures, identity.failures]).toEqual([[], []]));
