import { expect, test } from "vitest";
import { cloneDatabase } from "../database.ts";
import { openAuthenticator } from "./authenticator.ts";
import { openNeighbours } from "./neighbours.ts";
import { browse, enter, newPerson } from "./people.ts";

const origin = "http://tenu.test";
const { app, identity, failures } = await openNeighbours(await cloneDatabase(), Date.parse("2025-03-03T09:00:00Z"));
const headers = { Origin: origin };

/** Somebody with a passkey, made while signed in. */
async function withPasskey() {
  const person = await newPerson(identity);
  const device = openAuthenticator(origin, "localhost");
  const cookie = await enter(app, person);
  const options = await browse(app, "GET", "/auth/passkey/generate-register-options", { cookie });
  expect(options.body.authenticatorSelection).toMatchObject({ userVerification: "required", residentKey: "required" });
  const made = await browse(app, "POST", "/auth/passkey/verify-registration", {
    cookie: `${cookie}; ${options.cookie}`,
    headers,
    body: { response: device.register(options.body), name: "Laptop" },
  });
  expect(made.status).toBe(200);
  return { ...person, device, cookie };
}

async function ask() {
  const options = await browse(app, "GET", "/auth/passkey/generate-authenticate-options");
  expect(options.body.userVerification).toBe("required");
  return options;
}

const prove = (response: unknown, cookie: string, more: Record<string, string> = headers) =>
  browse(app, "POST", "/auth/passkey/verify-authentication", { body: { response }, cookie, headers: more });

test("a passkey lets its bearer in, once for each challenge", async () => {
  const { device, id } = await withPasskey();
  const options = await ask();
  const proof = device.authenticate(options.body);
  const entered = await prove(proof, options.cookie);
  expect(entered.status).toBe(200);
  expect((await browse(app, "GET", "/api/v1/me", { cookie: entered.cookie })).body.person.id).toBe(id);
  expect((await prove(proof, options.cookie)).body.code).toBe("not-signed-in");
});

test("a device that did not check its bearer is no second factor, and opens nothing", async () => {
  const { device } = await withPasskey();
  device.verifies = false;
  const options = await ask();
  const entered = await prove(device.authenticate(options.body), options.cookie);
  expect([entered.status, entered.body.code, entered.cookie.includes("session_token")]).toEqual([401, "not-signed-in", false]);
});

test("another's challenge, another site, an unknown device: the very same answer", async () => {
  const { device } = await withPasskey();
  const [one, other] = [await ask(), await ask()];
  const foreign = openAuthenticator("https://evil.example", "localhost");
  const answers = [
    await prove(device.authenticate(one.body), other.cookie),
    await prove(openAuthenticator(origin, "localhost").authenticate(one.body), one.cookie),
    await prove({ ...foreign.authenticate(one.body), id: device.authenticate(one.body)["id"] }, one.cookie),
  ];
  for (const { status, body } of answers) expect([status, body.code]).toEqual([401, "not-signed-in"]);
});

test("is listed, named and deleted by its owner only", async () => {
  const [owner, stranger] = [await withPasskey(), await withPasskey()];
  const list = (cookie: string) => browse(app, "GET", "/auth/passkey/list-user-passkeys", { cookie });
  const [{ id, name }] = (await list(owner.cookie)).body;
  expect(name).toBe("Laptop");
  const remove = (cookie: string) => browse(app, "POST", "/auth/passkey/delete-passkey", { cookie, body: { id } });
  expect((await remove(stranger.cookie)).status).toBe(409);
  expect((await list(owner.cookie)).body).toHaveLength(1);
  expect((await remove(owner.cookie)).status).toBe(200);
  expect((await list(owner.cookie)).body).toEqual([]);
});

test("no request failed by our fault", () => expect(failures).toEqual([]));
