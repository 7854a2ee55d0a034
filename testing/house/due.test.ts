import { describe, expect, test } from "vitest";
import { append } from "#ledger/facts/append.ts";
import { formatInstant, HOUR, parseInstant } from "#kernel/time/instant.ts";
import { cloneDatabase } from "../database.ts";
import { keyOf, openNeighbours, type Resident } from "./neighbours.ts";

const origin = "http://tenu.test/api/v1";
const now = parseInstant("2025-03-03T09:00:00Z")!;
const { app, ledger, desk, near, ours, far, theirs, failures } = await openNeighbours(await cloneDatabase(), now);

interface Due {
  contract: string;
  contractName: string;
  tenantName: string;
  at: string;
  what: string;
  overdue: boolean;
  item: { id: string; type: string; party: string; state: string; deed?: unknown };
}

async function ask<T>(secret: string, path: string, body?: unknown): Promise<{ status: number; body: T; link: string | null }> {
  const answer = await app.fetch(
    new Request(`${origin}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { Authorization: `Bearer ${secret}`, ...(body !== undefined && { "Content-Type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  return { status: answer.status, body: (await answer.json()) as T, link: answer.headers.get("link") };
}

async function due(secret: string, query = ""): Promise<Due[]> {
  return (await ask<{ items: Due[] }>(secret, `/due${query}`)).body.items;
}

function incident({ contract }: Resident, id: string, severity: string) {
  const fact = {
    source: "customer",
    id,
    kind: "incident.received",
    subject: id,
    by: "customer",
    occurred: ledger.now(),
    fields: { severity },
  };
  return append(ledger, contract, [fact], "test");
}

describe("what is to be done", () => {
  test("is listed across the contracts in reach, the most urgent first, with the names of contract and tenant", async () => {
    await incident(ours, "I-1", "critical");
    await incident(theirs, "I-2", "critical");
    const all = await due(desk.secret, "?limit=200");
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted());
    expect(new Set(all.map(({ tenantName }) => tenantName))).toEqual(new Set(["Quartz household", "Basalt household"]));
    expect(new Set(all.map(({ contractName }) => contractName))).toEqual(new Set(["Quartz-contract", "Basalt-contract"]));
    expect(all.find(({ item }) => item.id.includes("/I-1/"))?.item.deed).toMatchObject({ fr: expect.any(String), en: expect.any(String) });
  });

  test("is listed to each for what it may look into", async () => {
    const seen = async (secret: string) => [...new Set((await due(secret, "?limit=200")).map(({ contractName }) => contractName))];
    expect(await seen(near.secret)).toEqual(["Quartz-contract"]);
    expect(await seen(ours.secret)).toEqual(["Quartz-contract"]);
    expect(await seen(far.secret)).toEqual(["Basalt-contract"]);
  });

  test("comes page by page, nothing twice and nothing left out, for one tenant and for many", async () => {
    for (const { secret } of [desk, ours]) {
      const whole = (await due(secret, "?limit=200")).map(({ contract, item }) => [contract, item.id]);
      const paged: unknown[] = [];
      for (let path: string | undefined = "/due?limit=3"; path !== undefined;) {
        const { body, link }: { body: { items: Due[] }; link: string | null } = await ask(secret, path);
        paged.push(...body.items.map(({ contract, item }) => [contract, item.id]));
        path = /<\/api\/v1(.*?)>/.exec(link ?? "")?.[1];
      }
      expect(paged).toEqual(whole);
    }
  });

  test("is narrowed by party, type and instant", async () => {
    const all = await due(desk.secret, "?limit=200");
    const before = all[Math.floor(all.length / 2)]!.at;
    expect(await due(desk.secret, "?limit=200&party=provider")).toEqual(all.filter(({ item }) => item.party === "provider"));
    expect(await due(desk.secret, "?limit=200&type=right")).toEqual(all.filter(({ item }) => item.type === "right"));
    expect(await due(desk.secret, `?limit=200&before=${before}`)).toEqual(all.filter(({ at }) => at < before));
    expect((await ask(desk.secret, "/due?before=tomorrow")).status).toBe(400);
  });

  test("a cursor of other filters is refused", async () => {
    const { body } = await ask<{ next: string }>(desk.secret, "/due?limit=1");
    expect((await ask(desk.secret, `/due?limit=1&type=right&cursor=${body.next}`)).status).toBe(400);
  });

  test("what is late comes first, and says so; what is done is gone", async () => {
    const [first] = await due(ours.secret, "?type=obligation&party=provider");
    ledger.time.now = parseInstant(first!.at)! + HOUR;
    await incident(ours, "I-3", "minor"); // the contract's time comes up to now
    const [late] = await due(ours.secret, "?type=obligation&party=provider");
    expect(late).toMatchObject({ overdue: true, at: first!.at, item: { id: first!.item.id, state: "missed" } });
  });
});

test("reminders answer for one contract, in hours, days or weeks", async () => {
  const asked = async (within: string) =>
    (await ask<{ items: Due[] }>(ours.secret, `/contracts/${ours.contract.contract}/reminders?within=${within}`)).body.items;
  const far30 = formatInstant(ledger.now() + 30 * 24 * HOUR);
  for (const { at, overdue, contractName } of await asked("30d")) {
    expect([overdue, contractName]).toEqual([false, "Quartz-contract"]);
    expect(at > formatInstant(ledger.now()) && at <= far30).toBe(true);
  }
  expect(await asked("720h")).toEqual(await asked("30d"));
  expect((await asked("500w")).length).toBeGreaterThan((await asked("1h")).length);
  expect((await ask(ours.secret, `/contracts/${ours.contract.contract}/reminders?within=soon`)).status).toBe(400);
});

describe("announcements", () => {
  const path = `/contracts/${ours.contract.contract}/announcements`;

  test("are made by the provider, about an item there is, and listed with whether they hold", async () => {
    const [item] = await due(ours.secret, "?type=obligation");
    const asked = { id: "A-1", item: item!.item.id, to: "customer", channel: "e-mail" };
    expect((await ask(ours.secret, path, asked)).status).toBe(403);
    expect((await ask(desk.secret, path, { ...asked, item: "nothing/of/1" })).status).toBe(404);
    const made = await ask<{ said: { state: string }; entry: number }>(desk.secret, path, asked);
    expect(made).toMatchObject({ status: 201, body: { said: { state: item!.item.state }, corrects: [] } });
    expect(await ask(desk.secret, path, asked)).toMatchObject({ status: 200, body: { entry: made.body.entry, said: made.body.said } });
    expect((await ask(desk.secret, path, { ...asked, to: "distributor" })).status).toBe(409);
    const listed = await ask<{ items: unknown[] }>(ours.secret, path);
    expect(listed.body.items).toMatchObject([
      { id: "A-1", item: item!.item.id, to: "customer", channel: "e-mail", holds: true, said: made.body.said },
    ]);
  });

  test("a late fact that proves one wrong is seen in the list, with what it now reads", async () => {
    const told = formatInstant(ledger.now() - 1);
    ledger.time.now += HOUR;
    const [{ item }] = (await ask<{ items: [{ item: string }] }>(ours.secret, path)).body.items;
    const waived = {
      id: "W-1",
      kind: "obligation.waived",
      subject: item.split("/")[1],
      by: "customer",
      occurred: told,
      fields: { item: item.split("/").slice(0, 2).join("/") },
    };
    expect((await ask(desk.secret, `/contracts/${ours.contract.contract}/facts`, waived)).status).toBe(201);
    const listed = await ask<{ items: { id: string }[] }>(ours.secret, path);
    expect(listed.body.items.find(({ id }) => id === "A-1")).toMatchObject({ holds: false, contradicted: { reads: { state: "waived" } } });
    const again = await ask<{ corrects: string[] }>(desk.secret, path, { id: "A-2", item, to: "customer" });
    expect(again.body.corrects).toEqual(["A-1"]);
    expect((await ask<{ items: unknown[] }>(ours.secret, path)).body.items).toMatchObject([
      { id: "A-2", holds: true },
      { id: "A-1", corrected: expect.any(String) },
    ]);
  });
});

test("webhooks are made, listed without their secret, and taken away by who has the scope", async () => {
  const path = `/tenants/${ours.tenant}/webhooks`;
  const wanted = { url: "https://hooks.example.com/tenu", events: ["obligation.missed", "obligation.missed"] };
  const made = await ask<{ webhook: string; secret: string }>(ours.secret, path, wanted);
  expect(made).toMatchObject({
    status: 201,
    body: { url: wanted.url, events: ["obligation.missed"], failures: 0, secret: expect.stringMatching(/^whsec_/) },
  });
  expect((await ask(ours.secret, path, { ...wanted, url: "http://10.0.0.1/" })).status).toBe(400);
  expect((await ask(ours.secret, path, { ...wanted, events: ["anything"] })).status).toBe(400);
  expect((await ask((await keyOf(ledger, ours.tenant, { may: ["contracts:read"] })).secret, path)).status).toBe(403);
  expect((await ask(theirs.secret, path)).status).toBe(404);
  expect((await ask(near.secret, path)).status).toBe(404);
  const listed = await ask<{ items: object[] }>(ours.secret, path);
  expect(listed.body.items).toHaveLength(1);
  expect(JSON.stringify(listed.body)).not.toContain(made.body.secret.slice(6));
  const one = `${path}/${made.body.webhook}`;
  expect(await ask(ours.secret, `${one}/deliveries`)).toMatchObject({ status: 200, body: { items: [] } });
  expect((await ask(ours.secret, `${path}/${ours.tenant}/deliveries`)).status).toBe(404);
  const removed = await app.fetch(
    new Request(`${origin}${one}`, { method: "DELETE", headers: { Authorization: `Bearer ${ours.secret}` } }),
  );
  expect(removed.status).toBe(204);
  expect((await ask<{ items: object[] }>(ours.secret, path)).body.items).toEqual([]);
});

test("no request failed by our fault", () => expect(failures).toEqual([]));
