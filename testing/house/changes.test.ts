import { describe, expect, test, vi } from "vitest";
import { append } from "#ledger/facts/append.ts";
import { openChanges } from "#ledger/standing/changes.ts";
import { openLedger } from "#ledger/open-ledger.ts";
import { factCatalogue } from "#catalogue";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { parseInstant } from "#kernel/time/instant.ts";
import { cloneDatabase } from "../database.ts";
import { references } from "./ledger.ts";
import { keyOf, type Neighbour, openNeighbours, type Resident } from "./neighbours.ts";

const now = parseInstant("2025-03-03T09:00:00Z")!;
const database = await cloneDatabase();
const { app, ledger, desk, near, ours, far, theirs, failures } = await openNeighbours(database, now);

interface Heard {
  contract: string;
  tenant: string;
  revision: number;
  phase: string;
}

/** Listens as somebody until told to stop; what is heard is kept. */
async function listen({ secret }: Pick<Neighbour, "secret">) {
  const stop = new AbortController();
  const request = new Request("http://tenu.test/api/v1/changes", { headers: { Authorization: `Bearer ${secret}` }, signal: stop.signal });
  const answer = await app.fetch(request);
  expect(answer.headers.get("content-type")).toBe("text/event-stream");
  const heard: Heard[] = [];
  const done = (async () => {
    const text = new TextDecoder();
    for await (const chunk of answer.body!)
      for (const line of text.decode(chunk as Uint8Array, { stream: true }).split("\n"))
        if (line.startsWith("data: ")) heard.push(JSON.parse(line.slice(6)) as Heard);
  })().catch(() => undefined);
  return { heard, done, stop: () => stop.abort() };
}

let told = 0;

function incident(on: typeof ledger, { contract }: Resident) {
  told += 1;
  const id = `L-${told}`;
  const fact = {
    source: "customer",
    id,
    kind: "incident.received",
    subject: id,
    by: "customer",
    occurred: now,
    fields: { severity: "minor" },
  };
  return append(on, contract, [fact], "test");
}

async function until(holds: () => boolean, within = 1000): Promise<void> {
  for (const end = performance.now() + within; !holds() && performance.now() < end;) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("what moves is told", () => {
  test("within a second, to whoever may look into it, and to nobody else", async () => {
    const all = await Promise.all([desk, near, ours, far, theirs].map(listen));
    await until(() => all[0]!.heard.length >= 2, 1500); // what was made just before is told once at first
    for (const { heard } of all) heard.length = 0;
    const { revision } = await incident(ledger, ours);
    await until(() => all.slice(0, 3).every(({ heard }) => heard.length > 0));
    const change = { contract: ours.contract.contract, tenant: ours.tenant, revision, phase: "running" };
    expect(all.map(({ heard }) => heard)).toEqual([[change], [change], [change], [], []]);
    await new Promise((resolve) => setTimeout(resolve, 1200)); // the look at other processes' revisions says nothing twice
    expect(all.map(({ heard }) => heard.length)).toEqual([1, 1, 1, 0, 0]);
    for (const one of all) one.stop();
    await Promise.all(all.map(({ done }) => done));
  });

  test("also where another process wrote it", async () => {
    const other = openLedger(database.app, { factKinds: factCatalogue, kinds: clauseKinds }, references, ledger.keys, ledger.now);
    const listening = await listen(ours);
    await until(() => listening.heard.length > 0, 1500);
    listening.heard.length = 0;
    const { revision } = await incident({ ...other, time: ledger.time }, ours);
    await until(() => listening.heard.length > 0, 2500);
    expect(listening.heard).toMatchObject([{ contract: ours.contract.contract, revision }]);
    listening.stop();
  });

  test("to nobody once they are gone: then nothing is looked at either", async () => {
    let asked = 0;
    const counting = { query: () => ((asked += 1), Promise.resolve({ rows: [] })) };
    const changes = openChanges(counting as never, () => now, 5);
    const heard: number[] = [];
    let ended = 0;
    const stop = changes.listen(
      ({ revision }) => void heard.push(revision),
      () => (ended += 1),
    );
    changes.close();
    expect(ended).toBe(1); // the server stops: who listens is told
    changes.tell({ tenant: "t", contract: "c", revision: 2, phase: "running" });
    changes.tell({ tenant: "t", contract: "c", revision: 1, phase: "running" });
    await until(() => asked > 1);
    stop();
    const then = asked;
    changes.tell({ tenant: "t", contract: "c", revision: 3, phase: "running" });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect([heard, asked]).toEqual([[2], then]);
  });
});

test("who asks for the headers only leaves nobody listening", async () => {
  const heard = vi.spyOn(ledger.changes, "listen");
  const request = new Request("http://tenu.test/api/v1/changes", { method: "HEAD", headers: { Authorization: `Bearer ${ours.secret}` } });
  const timers = vi.spyOn(globalThis, "clearInterval");
  expect((await app.fetch(request)).status).toBe(200);
  expect([heard.mock.calls.length, timers.mock.calls.length >= 2]).toEqual([1, true]);
  vi.restoreAllMocks();
});

test("a key without the scope hears nothing", async () => {
  const { secret } = await keyOf(ledger, ours.tenant, { may: ["evidence:read"] });
  const answer = await app.fetch(new Request("http://tenu.test/api/v1/changes", { headers: { Authorization: `Bearer ${secret}` } }));
  expect(answer.status).toBe(403);
});

test("no request failed by our fault", () => expect(failures).toEqual([]));
