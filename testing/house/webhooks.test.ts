import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { tick } from "#ledger/clock/tick.ts";
import { append } from "#ledger/facts/append.ts";
import type { ContractName } from "#ledger/ledger.ts";
import { events } from "#ledger/notices/events.ts";
import { DAY, formatInstant, HOUR, parseInstant } from "#kernel/time/instant.ts";
import { connect } from "#platform/database/connect.ts";
import { scoped } from "#platform/database/scope.ts";
import { runTasks } from "#platform/tasks/run-tasks.ts";
import { forgetOld, forgetOldAt } from "#platform/tasks/forget-old.ts";
import { deliverWebhooks } from "#platform/webhooks/deliver.ts";
import { listDeliveries } from "#platform/webhooks/deliveries.ts";
import { signedHeaders } from "#platform/webhooks/signature.ts";
import { listWebhooks, makeWebhook } from "#platform/webhooks/webhooks.ts";
import { cloneDatabase, makeTenant } from "../database.ts";
import { newContract, newId, testLedger } from "./ledger.ts";

const database = await cloneDatabase();
const start = parseInstant("2025-05-01T07:00:00Z")!;
const ledger = await testLedger(database, start);
const queue = connect(database.logins.tasks, "test", 2);
const provider = await makeTenant(database, newId(), "provider");

interface Message {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A receiver on the loopback that answers with the status its next answers say, 200 after them. */
const received: Message[] = [];
const answers: number[] = [];
const receiver = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => {
    received.push({ path: request.url!, headers: request.headers, body: Buffer.concat(pieces).toString() });
    response.writeHead(request.url === "/never" ? 500 : (answers.shift() ?? 200)).end();
  });
});
await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
afterAll(async () => {
  receiver.close();
  await queue.end();
});

let name: ContractName;
let told = 0;

async function tell(kind: string, subject: string, fields: Record<string, string> = {}, ago = 0, by = "customer") {
  told += 1;
  const fact = { source: "customer", id: `fact-${told}`, kind, subject, by, occurred: ledger.time.now - ago, fields };
  return append(ledger, name, [fact], "test");
}

function hook(tenant: string, path: string, wanted: readonly string[] = ["*"]) {
  return scoped(database.app, [tenant], (transaction) =>
    makeWebhook(transaction, ledger.keys, { tenant, url: origin + path, events: wanted }, ledger.now(), { allowPrivate: true }),
  );
}

/** What waits to be delivered. */
async function waiting(): Promise<
  { event: string; data: { contract: string; revision: number; item?: string }; tenant: string; at: number }[]
> {
  const { rows } = await queue.query<{ payload: never }>("select payload from graphile_worker._private_jobs order by id");
  return rows.map(({ payload }) => payload);
}

async function eventsOf(work: () => Promise<unknown>): Promise<string[]> {
  await queue.query("delete from graphile_worker._private_jobs");
  await work();
  return (await waiting()).map(({ event, data }) => (data.item === undefined ? event : `${event} ${data.item}`));
}

/** Delivers until nothing is left to be tried, without the waits between tries. */
async function deliver(patience = 10): Promise<void> {
  const handlers = [deliverWebhooks(database.app, ledger.keys, { allowPrivate: true, patience }), forgetOld(database.app)];
  const running = await runTasks(database.logins.tasks, handlers, { now: ledger.now, poll: 20, concurrency: 1 });
  try {
    for (;;) {
      const { rows } = await queue.query<{ left: number }>(
        "select count(*) as left from graphile_worker._private_jobs where key is null and (attempts < max_attempts or locked_at is not null)",
      );
      if (rows[0]!.left === 0) return;
      await queue.query(
        "update graphile_worker._private_jobs set run_at = now() where key is null and run_at > now() and attempts < max_attempts",
      );
      await sleep(20);
    }
  } finally {
    await running.stop();
  }
}

beforeEach(async () => {
  received.length = 0;
  ledger.time.now = start;
  const order = {
    documents: ["fr", "eu", "boost-my-mail", "service-levels"],
    parties: {},
    figures: {},
    readings: {},
    order: { "customer-quality": "professional" },
  };
  name = await newContract(ledger, database, { ...order, contract: `told ${told}` });
  await queue.query("delete from graphile_worker._private_jobs");
  await scoped(database.app, [provider], (transaction) => transaction.rows({ text: "delete from platform.webhook" }));
});

describe("a webhook is told", () => {
  beforeEach(() => hook(provider, "/told"));

  test("of a contract that is accepted, and of what that opens", async () => {
    const seen = await eventsOf(() => tell("contract.accepted", "contract", { "in-form": "writing" }));
    expect(seen[0]).toBe("contract.accepted");
    expect(seen.slice(1).every((one) => /^(obligation|right)\.opened \S+\/1$/.test(one))).toBe(true);
  });

  test("of duties that open, are missed by the clock, and are kept", async () => {
    await tell("contract.accepted", "contract", { "in-form": "writing" });
    expect(await eventsOf(() => tell("incident.received", "I-1"))).toEqual(["obligation.opened anomaly-correction/I-1/1"]);
    expect(await eventsOf(() => tell("incident.corrected", "I-1", {}, 0, "provider"))).toEqual([
      "obligation.kept anomaly-correction/I-1/1",
    ]);
    ledger.time.now += 2 * DAY;
    expect(await eventsOf(() => tick(ledger))).toContain("obligation.missed solution-backup/2025-05-01/1");
  });

  test("of rights that open, lapse and are used", async () => {
    await tell("contract.accepted", "contract", { "in-form": "writing" });
    const invoiced = await eventsOf(() => tell("invoice.received", "F-1", { amount: "10.00 EUR", due: formatInstant(start + 30 * DAY) }));
    expect(invoiced).toContain("right.opened invoice-dispute/F-1/1");
    await tell("invoice.received", "F-2", { amount: "10.00 EUR", due: formatInstant(start + 30 * DAY) });
    const used = await eventsOf(() => tell("invoice.disputed", "F-2", { "in-form": "writing", reason: "not ordered" }));
    expect(used).toContain("right.used invoice-dispute/F-2/1");
    ledger.time.now += 20 * DAY;
    expect(await eventsOf(() => tick(ledger))).toContain("right.lapsed invoice-dispute/F-1/1");
  });

  test("of amounts that fall due, and of a standing that a late fact restated", async () => {
    await tell("contract.accepted", "contract", { "in-form": "writing" });
    await tell("invoice.received", "F-1", { amount: "1000.00 EUR", due: formatInstant(start + 30 * DAY) });
    ledger.time.now += 40 * DAY;
    expect(await eventsOf(() => tick(ledger))).toContainEqual(expect.stringMatching(/^amount.due \S+\/F-1\/\d$/));
    const late = await eventsOf(() => tell("payment.received", "F-1", { amount: "1000.00 EUR" }, 20 * DAY, "provider"));
    expect(late.at(-1)).toBe("standing.restated");
  });

  test("of an act that is refused", async () => {
    await tell("contract.accepted", "contract", { "in-form": "writing" });
    const refused = await eventsOf(() => tell("notice.sent", "N-1", { prepares: "termination", article: "7" }, 0, "provider"));
    expect(refused).toEqual(["act.refused default-notice/N-1/refused/1"]);
  });

  test("in the revision's own transaction, by identifiers only", async () => {
    await tell("contract.accepted", "contract", { "in-form": "writing", from: "Camille Durand, gérante" });
    const [accepted] = await waiting();
    expect(accepted).toMatchObject({
      event: "contract.accepted",
      tenant: name.tenant,
      at: start,
      data: { contract: name.contract, revision: 1 },
    });
    expect(JSON.stringify(await waiting())).not.toContain("Durand");
    for (const { event } of await waiting()) expect(events).toContain(event);
  });
});

test("a contract that ends is told of once", async () => {
  const order = {
    documents: ["fr", "eu", "boost-my-mail"],
    parties: {},
    figures: {},
    readings: {},
    order: { "customer-quality": "non-professional" },
  };
  ledger.time.now = parseInstant("2025-01-15T09:00:00Z")!;
  name = await newContract(ledger, database, { ...order, contract: "an association" });
  await hook(
    name.tenant,
    "/told",
    events.filter((one) => one.startsWith("contract.")),
  );
  const seen = await eventsOf(async () => {
    await tell("contract.accepted", "contract");
    ledger.time.now = parseInstant("2026-02-03T09:00:00Z")!;
    await tell("termination.notified", "contract", { under: "free-exit-after-renewal" });
    ledger.time.now += 2 * DAY;
    await tick(ledger);
    ledger.time.now += 20 * DAY;
    await tick(ledger);
  });
  expect(seen).toEqual(["contract.accepted", "contract.ended"]);
});

test("a contract that is suspended and resumed is told of, each once", async () => {
  name = await newContract(ledger, database, {
    documents: ["fr"],
    parties: {},
    figures: {},
    readings: {},
    order: {},
    contract: "law only",
  });
  await hook(name.tenant, "/told");
  const seen = await eventsOf(async () => {
    await tell("contract.accepted", "contract");
    await tell("service.suspended", "contract", { reason: "maintenance" }, 0, "provider");
    ledger.time.now += HOUR;
    await tell("service.resumed", "contract", {}, 0, "provider");
  });
  expect(seen).toEqual(["contract.accepted", "contract.suspended", "contract.resumed"]);
});

test("nobody who did not ask is told", async () => {
  await hook(provider, "/told", ["contract.ended"]);
  expect(await eventsOf(() => tell("contract.accepted", "contract", { "in-form": "writing" }))).toEqual([]);
  await hook(await makeTenant(database, newId(), "customer", "Somebody else"), "/other");
  expect(await eventsOf(() => tell("incident.received", "I-1", { severity: "critical", cause: "unknown" }))).toEqual([]);
});

describe("a receiver", () => {
  const wanted = ["contract.accepted"];

  test("gets a message once, signed with the secret it was given", async () => {
    const { secret } = await hook(name.tenant, "/told", wanted);
    await tell("contract.accepted", "contract", { "in-form": "writing" });
    await deliver();
    await deliver();
    expect(received).toHaveLength(1);
    const [{ headers, body }] = received as [Message];
    expect(JSON.parse(body)).toEqual({
      version: 1,
      type: "contract.accepted",
      timestamp: formatInstant(start),
      tenant: name.tenant,
      data: { contract: name.contract, revision: 1 },
    });
    expect(headers).toMatchObject(signedHeaders(secret, headers["webhook-id"] as string, ledger.now(), body));
  });

  test("that fails gets the same message again, until it answers", async () => {
    const { webhook } = await hook(name.tenant, "/told", wanted);
    answers.push(500, 500);
    await tell("contract.accepted", "contract", { "in-form": "writing" });
    await deliver();
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    const deliveries = await scoped(database.app, [name.tenant], (transaction) =>
      listDeliveries(transaction, name.tenant, webhook.webhook),
    );
    expect(deliveries).toMatchObject([{ event: "contract.accepted", tries: 3, state: "delivered" }]);
  });

  test("that never answers is disabled in the end, with the reason, and told no more", async () => {
    await hook(name.tenant, "/never", wanted);
    await tell("contract.accepted", "contract", { "in-form": "writing" });
    await deliver(1);
    const [disabled] = await scoped(database.app, [name.tenant], (transaction) => listWebhooks(transaction, name.tenant));
    expect(disabled).toMatchObject({ disabled: start, disabledBecause: "1 deliveries in a row were given up" });
    expect(received).toHaveLength(13);
    expect(await eventsOf(() => tell("incident.received", "I-1", { severity: "critical", cause: "unknown" }))).toEqual([]);
  });
});

test("a revision that is undone is told to nobody", async () => {
  await hook(provider, "/told");
  const failing = tell("no.such-kind", "contract").then(() =>
    scoped(database.app, [name.tenant], async () => Promise.reject(new Error("undo"))),
  );
  await failing.catch(() => undefined);
  ledger.time.now += HOUR;
  await expect(
    append(
      ledger,
      name,
      [{ source: "x", id: "late", kind: "incident.received", subject: "I", by: "customer", occurred: ledger.time.now + 1, fields: {} }],
      "test",
    ),
  ).rejects.toThrow();
  expect((await waiting()).filter(({ data }) => data.revision !== 1)).toEqual([]);
});

test("what is old is forgotten every day anew", async () => {
  const { webhook } = await hook(name.tenant, "/told", ["contract.accepted"]);
  await tell("contract.accepted", "contract", { "in-form": "writing" });
  await deliver();
  ledger.time.now += 31 * DAY;
  await scoped(database.app, [], (transaction) => forgetOldAt(transaction, start));
  const running = await runTasks(database.logins.tasks, [forgetOld(database.app)], { now: ledger.now, poll: 20 });
  const left = () => scoped(database.app, [name.tenant], (transaction) => listDeliveries(transaction, name.tenant, webhook.webhook));
  for (let tries = 0; tries < 100 && (await left()).length > 0; tries += 1) await sleep(20);
  await running.stop();
  expect(await left()).toEqual([]);
  const { rows } = await queue.query("select run_at from graphile_worker._private_jobs where key = 'platform.forget-old'");
  expect(rows).toEqual([{ run_at: start + 32 * DAY }]);
});
