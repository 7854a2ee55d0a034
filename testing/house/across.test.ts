import { describe, expect, test } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import { cloneDatabase } from "../database.ts";
import { openNeighbours } from "./neighbours.ts";

// What is asked across contracts: the day, the book, the lists, and what a contract would be.

const now = parseInstant("2025-03-03T09:00:00Z")!;
const { app, desk, near, ours, far, theirs, failures } = await openNeighbours(await cloneDatabase(), now);

async function ask<T>(secret: string, path: string, body?: unknown): Promise<{ status: number; body: T }> {
  const answer = await app.fetch(
    new Request(`http://tenu.test/api/v1${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { Authorization: `Bearer ${secret}`, ...(body !== undefined && { "Content-Type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  return { status: answer.status, body: (await answer.json()) as T };
}

interface Today {
  groups: { group: string; from?: string; before?: string; lines?: number }[];
  days: { day: string; from: string; before: string; lines: number; rights: number }[];
}

async function linesOf(secret: string, query: string): Promise<number> {
  return (await ask<{ items: unknown[] }>(secret, `/due?limit=200&paused=no${query}`)).body.items.length;
}

describe("today", () => {
  test.each([
    ["the desk", desk, ""],
    ["a distributor", near, ""],
    ["a customer", ours, ""],
    ["what a customer owes", ours, "&side=mine"],
    ["what others owe a customer", ours, "&side=theirs"],
    ["rights", desk, "&type=right"],
  ])("counts what /due lists: %s", async (_, { secret }, query) => {
    const { body } = await ask<Today>(secret, `/today?zone=Europe/Paris${query}`);
    expect(body.groups.map(({ group }) => group)).toEqual(["overdue", "today", "week", "month", "later"]);
    for (const { from, before, lines } of body.groups) {
      const bounds = `${from === undefined ? "" : `&from=${from}`}${before === undefined ? "" : `&before=${before}`}`;
      if (lines !== undefined) expect(await linesOf(secret, `${query}${bounds}`)).toBe(lines);
    }
    for (const { from, before, lines } of body.days.slice(0, 5))
      expect(await linesOf(secret, `${query}&from=${from}&before=${before}`)).toBe(lines);
  });

  test("both sides together are the whole", async () => {
    const [all, mine, theirSide] = await Promise.all(["", "&side=mine", "&side=theirs"].map((side) => linesOf(desk.secret, side)));
    expect(all).toBeGreaterThan(0);
    expect(mine! + theirSide!).toBe(all);
  });

  test("has thirty days of the reader's own zone, one after another", async () => {
    const { body } = await ask<Today>(ours.secret, "/today?zone=Pacific/Auckland");
    expect(body.days).toHaveLength(30);
    expect(body.days[0]).toMatchObject({ day: "2025-03-03", before: "2025-03-03T11:00:00.001Z" });
    expect(body.days.slice(1).map(({ from }) => from)).toEqual(body.days.slice(0, -1).map(({ before }) => before));
    expect((await ask(ours.secret, "/today?zone=Here/There")).status).toBe(400);
    expect((await ask(ours.secret, "/today?zone=AET")).status).toBe(400); // JavaScript knows it, PostgreSQL does not
  });
});

describe("the book", () => {
  test("is sorted by name, and counts what each has", async () => {
    const { body } = await ask<{ items: { name: string; contracts: number; distributor?: { name?: string } }[] }>(desk.secret, "/book");
    expect(body.items.map(({ name }) => name)).toEqual(["Amber household", "Basalt household", "Onyx household", "Quartz household"]);
    expect(body.items.map(({ contracts }) => contracts)).toEqual([0, 1, 0, 1]);
    expect(body.items[3]?.distributor?.name).toBe("Amber household");
  });

  test("is searched without accents or case, and read page by page", async () => {
    const named = async (query: string) =>
      (await ask<{ items: { name: string }[] }>(desk.secret, `/book${query}`)).body.items.map(({ name }) => name);
    expect(await named("?words=QUÀRTZ")).toEqual(["Quartz household"]);
    expect(await named("?kind=distributor")).toEqual(["Amber household", "Onyx household"]);
    expect(await named(`?distributor=${near.tenant}`)).toEqual(["Quartz household"]);
    const first = await ask<{ items: { name: string }[]; next: string }>(desk.secret, "/book?limit=3");
    expect(await named(`?limit=3&cursor=${first.body.next}`)).toEqual(["Quartz household"]);
  });

  test("shows each only whom it may look into", async () => {
    const seen = async ({ secret }: typeof desk) =>
      (await ask<{ items: { tenant: string }[] }>(secret, "/book")).body.items.map(({ tenant }) => tenant);
    expect(await seen(near)).toEqual([near.tenant, ours.tenant]);
    expect(await seen(ours)).toEqual([ours.tenant]);
    expect((await ask(ours.secret, `/tenants/${theirs.tenant}`)).status).toBe(404);
    expect((await ask(far.secret, `/tenants/${ours.tenant}`)).status).toBe(404);
    expect(await ask(near.secret, `/tenants/${ours.tenant}`)).toMatchObject({
      status: 200,
      body: { name: "Quartz household", running: 1 },
    });
  });
});

test("contracts are found by their name, their customer's and their phase", async () => {
  const found = async ({ secret }: typeof desk, query: string) =>
    (await ask<{ items: { name: string; tenantName: string }[] }>(secret, `/contracts${query}`)).body.items.map(({ name }) => name);
  expect(await found(desk, "?words=quartz")).toEqual(["Quartz-contract"]);
  expect(await found(desk, "?words=bàsalt%20HOUSE")).toEqual(["Basalt-contract"]);
  expect(await found(ours, "?words=basalt")).toEqual([]);
  expect(await found(desk, "?phase=draft")).toEqual([]);
  expect(await found(desk, "?phase=running")).toEqual(["Basalt-contract", "Quartz-contract"]);
  expect(await found(desk, "?trouble=yes")).toEqual([]);
  expect(await found(desk, "?words=%25")).toEqual([]);
});

interface Preview {
  problems: { code: string }[];
  findings: { code: string; level: string }[];
  asked: { figures: { address: string; examples: string[]; blank: boolean }[]; order: { key: string }[]; readings: { clause: string }[] };
  parties: Record<string, string>;
}

describe("a contract before it is one", () => {
  const order = { contract: "trial", documents: ["fr", "eu", "uloa"] };
  const preview = async (more: object, { secret } = desk) => (await ask<Preview>(secret, "/contracts/preview", { ...order, ...more })).body;

  test("tells what the order has to fix, and still does once it is fixed", async () => {
    const bare = await preview({});
    expect(bare.asked.figures.find(({ address }) => address === "term.initial")).toMatchObject({ examples: ["1 year"], blank: false });
    const told = await preview({ figures: { "term.initial": "1 year" } });
    expect(told.asked).toEqual(bare.asked);
    const missing = ({ findings }: Preview) => findings.filter(({ code }) => code === "figure-not-ordered").length;
    expect(missing(told)).toBe(missing(bare) - 1);
  });

  test("tells what is in the way, in place of a refusal", async () => {
    expect((await preview({ documents: ["fr", "nowhere"] })).problems).toMatchObject([{ code: "document-unknown" }]);
    expect((await preview({ figures: { "term.initial": "soon" } })).problems.length).toBeGreaterThan(0);
  });

  test("names the parties to who composes, and stores nothing", async () => {
    const known = { distributor: "Amber household", customer: "Quartz household" };
    expect((await preview({ tenant: ours.tenant }, near)).parties).toEqual(known);
    expect((await preview({ tenant: ours.tenant })).parties).toEqual({ provider: "Zinc household", ...known });
    expect((await ask(near.secret, "/contracts/preview", { ...order, tenant: theirs.tenant })).status).toBe(404);
    expect((await ask(ours.secret, "/contracts/preview", order)).status).toBe(403);
    expect((await ask<{ items: unknown[] }>(desk.secret, "/contracts?words=trial")).body.items).toEqual([]);
  });
});

test("the kinds of a contract are told with their words, fields and whether a clause hears them", async () => {
  const { body } = await ask<{ items: { kind: string; heard: boolean; fields: object; words: object }[] }>(
    ours.secret,
    `/contracts/${ours.contract.contract}/kinds`,
  );
  const incident = body.items.find(({ kind }) => kind === "incident.received");
  expect(incident).toMatchObject({ heard: true, words: { fr: expect.any(String), en: expect.any(String) } });
  expect(body.items.some(({ heard }) => !heard)).toBe(true);
});

test("facts are read from either end of the log", async () => {
  const path = `/contracts/${ours.contract.contract}/facts`;
  const entries = async (query: string) =>
    (await ask<{ items: { entry: number }[] }>(ours.secret, `${path}${query}`)).body.items.map(({ entry }) => entry);
  expect(await entries("?order=latest")).toEqual((await entries("")).toReversed());
  const first = await ask<{ next: string }>(ours.secret, `${path}?order=latest&limit=1`);
  expect(await entries(`?order=latest&limit=1&cursor=${first.body.next}`)).toEqual([0]);
});

test("no request failed by our fault", () => expect(failures).toEqual([]));
