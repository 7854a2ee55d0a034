import { randomUUID } from "node:crypto";
import { connect as connectSocket } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { parseInstant } from "#kernel/time/instant.ts";
import { cloneDatabase, makeTenant } from "#testing/database.ts";
import { scoped } from "../database/scope.ts";
import { openApi } from "./app.ts";
import { openAuthenticator } from "./authenticate.ts";
import { once } from "./idempotency.ts";
import { listKeys, makeKey } from "./keys.ts";
import { listen } from "./listen.ts";
import { route } from "./route.ts";

// The parts together: a socket, a key in the database, work in a transaction.

const now = parseInstant("2025-03-01T10:00Z")!;
const database = await cloneDatabase();
const { app } = database;
const tenant = await makeTenant(database, "00000000-0000-4000-8000-000000000001", "customer");
const { secret } = await scoped(app, [tenant], (transaction) =>
  makeKey(transaction, "installation", { tenant, name: "k", scopes: ["keys:write"] }, now),
);
const words = { fr: "Une clé", en: "A key" };

const makeKeyRoute = route({
  name: "makeKey",
  method: "post",
  path: "/keys",
  scope: "keys:write",
  summary: words,
  body: z.object({ name: z.string() }),
  idempotencyKey: "required",
  answers: { 201: { words, body: z.object({ key: z.guid() }) } },
  async handle({ caller, input: { body }, now: at, once: request }) {
    return scoped(app, [caller.tenant], (transaction) =>
      once(transaction, caller, request, at, async () => {
        const { key } = await makeKey(transaction, caller, { tenant: caller.tenant, name: body.name, scopes: [] }, at);
        return { status: 201, body: { key: key.key } };
      }),
    );
  },
});

const listening = await listen(
  openApi({
    routes: [makeKeyRoute],
    about: { title: words, description: words, version: "1" },
    authenticate: openAuthenticator(app),
    now: () => now,
    health: async () => ({ database: (await app.query("select")).rowCount === 1, migrated: true, clockLag: 0 }),
    checkAnswers: true,
    most: 1000,
  }),
);
afterAll(() => listening.close());

const post = (name: string, key: string, as = secret) =>
  fetch(`${listening.url}/api/v1/keys`, {
    method: "POST",
    headers: { Authorization: `Bearer ${as}`, "Content-Type": "application/json", "Idempotency-Key": key },
    body: JSON.stringify({ name }),
  });

test("it is well", async () => {
  const response = await fetch(`${listening.url}/healthz`);
  expect([response.status, await response.json()]).toEqual([200, { status: "well", database: true, migrated: true, clockLag: 0 }]);
});

test("a request sent again over the wire is done once", async () => {
  const key = randomUUID();
  const [first, second] = [await post("twice", key), await post("twice", key)];
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(await second.json()).toEqual(await first.json());
  expect([first, second].map(({ headers }) => headers.get("idempotency-replayed"))).toEqual([null, "true"]);
  expect((await post("otherwise", key)).status).toBe(422);
  const keys = await scoped(app, [tenant], (transaction) => listKeys(transaction, tenant));
  expect(keys.filter(({ name }) => name === "twice")).toHaveLength(1);
});

test("twenty at once under one key make one", async () => {
  const key = randomUUID();
  const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await post("at once", key)).status));
  expect(new Set(statuses).difference(new Set([201, 409])).size).toBe(0);
  const keys = await scoped(app, [tenant], (transaction) => listKeys(transaction, tenant));
  expect(keys.filter(({ name }) => name === "at once")).toHaveLength(1);
});

test("a stranger is refused over the wire", async () => {
  const response = await post("x", "1", "tenu_x");
  expect([response.status, response.headers.get("content-type")]).toEqual([401, "application/problem+json"]);
});

describe("a body that is too long", () => {
  test("is refused, and the server goes on", async () => {
    expect((await post("x".repeat(5_000_000), "1").catch(() => ({ status: 413 }))).status).toBe(413);
    expect((await post("after", randomUUID())).status).toBe(201);
  });

  test("is refused also where it does not say its length", async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connectSocket(listening.port, "127.0.0.1", () => {
        socket.write(
          `POST /api/v1/keys HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${secret}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
        );
        const chunk = `200\r\n${"x".repeat(512)}\r\n`;
        for (let index = 0; index < 5; index += 1) socket.write(chunk);
      });
      socket.once("data", (bytes) => {
        resolve(bytes.toString());
        socket.destroy();
      });
      socket.on("error", () => undefined);
    });
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });
});
