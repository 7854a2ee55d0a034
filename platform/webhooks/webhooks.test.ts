import { createServer, type IncomingHttpHeaders } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import { cloneDatabase, makeTenant } from "#testing/database.ts";
import { connect } from "../database/connect.ts";
import { scoped } from "../database/scope.ts";
import { openKeyStore } from "../keys/key-store.ts";
import { openMaster } from "../keys/master.ts";
import { failedTasks } from "../tasks/failed-tasks.ts";
import { runTasks } from "../tasks/run-tasks.ts";
import { announce } from "./announce.ts";
import { deliverWebhooks } from "./deliver.ts";
import { forgetDeliveries, listDeliveries } from "./deliveries.ts";
import { signedHeaders } from "./signature.ts";
import { enableWebhook, listWebhooks, makeWebhook, removeWebhook } from "./webhooks.ts";

const now = parseInstant("2025-03-01T10:00Z")!;
const folder = mkdtempSync(join(tmpdir(), "tenu-webhooks-"));
const database = await cloneDatabase();
const { app, logins } = database;
const queue = connect(logins.tasks, "test", 2);
const keys = openKeyStore(folder, await openMaster(folder));
const [provider, distributor, customer, other] = ["1", "2", "3", "4"].map((one) => `00000000-0000-4000-8000-00000000000${one}`) as [
  string,
  string,
  string,
  string,
];
await makeTenant(database, provider, "provider");
await makeTenant(database, distributor, "distributor");
await makeTenant(database, customer, "customer", "Client", distributor);
await makeTenant(database, other, "customer", "Autre");

/** A receiver that answers what each path says: `/200`, `/503`. */
const received: { path: string; headers: IncomingHttpHeaders; body: string }[] = [];
const receiver = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => {
    received.push({ path: request.url!, headers: request.headers, body: Buffer.concat(pieces).toString() });
    response.writeHead(Number(request.url!.slice(1, 4))).end();
  });
});
await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
afterAll(async () => {
  receiver.close();
  await queue.end();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  received.length = 0;
  await queue.query("delete from graphile_worker._private_jobs");
  await scoped(app, [provider, distributor, customer, other], (transaction) => transaction.rows({ text: "delete from platform.webhook" }));
});

const make = (tenant: string, path: string, events = ["*"]) =>
  scoped(app, [tenant], (transaction) => makeWebhook(transaction, keys, { tenant, url: url + path, events }, now, { allowPrivate: true }));
const list = (tenant: string) => scoped(app, [tenant], (transaction) => listWebhooks(transaction, tenant));
const deliveries = (tenant: string, webhook: string) =>
  scoped(app, [tenant], (transaction) => listDeliveries(transaction, tenant, webhook));
const tell = (tenant: string, name = "fact.appended", data: unknown = { revision: 7 }) =>
  scoped(app, [tenant], (transaction) => announce(transaction, { tenant, name, at: now, data }));

/** Delivers until nothing is left to be tried, without the waits between tries. */
async function deliverAll(patience = 10): Promise<void> {
  const running = await runTasks(logins.tasks, [deliverWebhooks(app, keys, { allowPrivate: true, patience })], {
    now: () => now + 5000,
    poll: 30,
    concurrency: 1,
  });
  try {
    for (;;) {
      const { rows } = await queue.query<{ left: number }>(
        "select count(*) as left from graphile_worker._private_jobs where attempts < max_attempts or locked_at is not null",
      );
      if (rows[0]!.left === 0) return;
      await queue.query("update graphile_worker._private_jobs set run_at = now() where run_at > now() and attempts < max_attempts");
      await sleep(20);
    }
  } finally {
    await running.stop();
  }
}

describe("what happens is told", () => {
  test("signed, with the version of its shape", async () => {
    const { webhook, secret } = await make(customer, "/200");
    await tell(customer);
    await deliverAll();
    const [{ headers, body }] = received as [(typeof received)[number]];
    expect(JSON.parse(body)).toEqual({
      version: 1,
      type: "fact.appended",
      timestamp: "2025-03-01T10:00:00.000Z",
      tenant: customer,
      data: { revision: 7 },
    });
    expect(headers).toMatchObject(signedHeaders(secret, headers["webhook-id"] as string, now + 5000, body));
    expect(await deliveries(customer, webhook.webhook)).toEqual([
      {
        message: headers["webhook-id"],
        event: "fact.appended",
        about: customer,
        tries: 1,
        status: 200,
        error: null,
        tried: now + 5000,
        state: "delivered",
      },
    ]);
  });

  test("only where it happened: not when its transaction was undone", async () => {
    await make(customer, "/200");
    await scoped(app, [customer], async (transaction) => {
      await announce(transaction, { tenant: customer, name: "x", at: now, data: {} });
      throw new Error("undo");
    }).catch(() => undefined);
    await deliverAll();
    expect(received).toEqual([]);
  });

  test("to those who asked for such events", async () => {
    await make(customer, "/200/facts", ["fact.appended"]);
    await make(customer, "/200/all");
    expect(await tell(customer, "contract.ended")).toBe(1);
    expect(await tell(customer, "fact.appended")).toBe(2);
  });

  test("to the tenant, its distributor and the provider, and to nobody else", async () => {
    for (const [tenant, path] of [
      [provider, "/200/provider"],
      [distributor, "/200/distributor"],
      [customer, "/200/customer"],
      [other, "/200/other"],
    ] as const)
      await make(tenant, path);
    await tell(customer);
    await deliverAll();
    expect(received.map(({ path }) => path).toSorted()).toEqual(["/200/customer", "/200/distributor", "/200/provider"]);
  });

  test("to nobody about a tenant out of scope", async () => {
    await make(other, "/200");
    const count = scoped(app, [customer], (transaction) => announce(transaction, { tenant: other, name: "x", at: now, data: {} }));
    expect(await count).toBe(0);
  });
});

describe("a receiver that fails", () => {
  test("is tried thirteen times, and then the delivery is given up", async () => {
    const { webhook } = await make(customer, "/503");
    await tell(customer);
    await deliverAll();
    expect(received).toHaveLength(13);
    expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(await deliveries(customer, webhook.webhook)).toMatchObject([{ tries: 13, status: 503, state: "given up" }]);
    expect(await list(customer)).toMatchObject([{ failures: 1, disabled: null }]);
    expect(await failedTasks(queue)).toMatchObject([{ name: "webhooks.deliver", error: "Try 13: answered with status 503." }]);
  });

  test("that redirects is not followed", async () => {
    await make(customer, "/302");
    await tell(customer);
    await deliverAll();
    expect(new Set(received.map(({ path }) => path))).toEqual(new Set(["/302"]));
  });

  test("again and again is disabled with the reason, and may be enabled", async () => {
    const { webhook } = await make(customer, "/500");
    for (let index = 0; index < 3; index += 1) await tell(customer);
    await deliverAll(2);
    expect(await list(customer)).toMatchObject([{ disabled: now + 5000, disabledBecause: "2 deliveries in a row were given up" }]);
    expect(await tell(customer)).toBe(0);
    await scoped(app, [customer], (transaction) => enableWebhook(transaction, customer, webhook.webhook));
    expect(await list(customer)).toMatchObject([{ failures: 0, disabled: null, disabledBecause: null }]);
    expect(await tell(customer)).toBe(1);
  });

  test("that is gone is disabled at once", async () => {
    await make(customer, "/410");
    await tell(customer);
    await deliverAll();
    expect(received).toHaveLength(1);
    expect(await list(customer)).toMatchObject([{ disabled: now + 5000, disabledBecause: "the receiver answered 410 Gone" }]);
  });
});

test("a webhook that was taken away gets nothing more", async () => {
  const { webhook } = await make(customer, "/200");
  await tell(customer);
  expect(await scoped(app, [customer], (transaction) => removeWebhook(transaction, customer, webhook.webhook))).toBe(true);
  await deliverAll();
  expect(received).toEqual([]);
});

test("its secret is in no table and no list", async () => {
  const { secret } = await make(customer, "/200");
  const kept = await scoped(app, [customer], (transaction) =>
    transaction.rows({ text: "select *, encode(secret, 'escape') from platform.webhook" }),
  );
  expect(JSON.stringify([kept, await list(customer)])).not.toContain(secret.slice(6, 20));
});

test.each(["http://example.com", "https://10.0.0.1/", "https://me:you@example.com", "nonsense"])("%s is refused", async (bad) => {
  const ask = scoped(app, [customer], (transaction) => makeWebhook(transaction, keys, { tenant: customer, url: bad, events: ["*"] }, now));
  await expect(ask).rejects.toMatchObject({ refusal: { status: 400, errors: [{ place: "body.url", code: "bad-url" }] } });
});

test("deliveries are forgotten after their time", async () => {
  const { webhook } = await make(customer, "/200");
  await tell(customer);
  await deliverAll();
  expect(await scoped(app, [customer], (transaction) => forgetDeliveries(transaction, now + 5001))).toBe(1);
  expect(await deliveries(customer, webhook.webhook)).toEqual([]);
});
