import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY } from "#kernel/time/instant.ts";
import { reconcile } from "#ledger/audit/reconcile.ts";
import { standingAt } from "#ledger/standing/at.ts";
import { cloneDatabase } from "#testing/database.ts";
import { references, testLedger } from "#testing/house/ledger.ts";
import { clearDirectory, readStamp, stillGood, writeStamp } from "./directory.ts";
import { liveOn } from "./live-on.ts";
import { arizeBaas } from "./lives/contracts/arize.ts";
import { vaubrunUloa } from "./lives/contracts/vaubrun-uloa.ts";
import { chasteletUloa, kerlannBoost } from "./lives/contracts/young.ts";
import { openStage } from "./lives/stage.ts";
import { type AddPerson, contractOfPlan, makeDemonstration } from "./make.ts";

// A part of the demonstration in a database of its own: it stands as its facts say, also as it was known, and lives on.

const today = Date.parse("2026-11-20T09:00:00Z");
const lives = [vaubrunUloa, arizeBaas, kerlannBoost, chasteletUloa];
const database = await cloneDatabase();
const directory = mkdtempSync(join(tmpdir(), "tenu-demonstration-"));
const stage = openStage(references, today);

const ledger = await testLedger(database, today);

beforeAll(() => clearDirectory(join(directory, "data"), today, "this"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function faults(): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const one of reconcile(ledger)) found.push(...one.faults);
  return found;
}

test("it is made, people and all, and what is stored is what the facts say", async () => {
  const told: number[] = [];
  const added: Parameters<AddPerson>[0][] = [];
  const addPerson: AddPerson = (person) => Promise.resolve(void added.push(person));
  const made = await makeDemonstration({ ledger, database }, { today, lives, tell: ({ done }) => void told.push(done), addPerson });
  expect(told).toEqual([1, 2, 3, 4]);
  expect(made.facts).toBeGreaterThan(1500);
  expect(made.people.length).toBe(added.flatMap(({ memberships }) => memberships).length);
  expect(await faults()).toEqual([]);
}, 60_000);

test("what was known in the past is what had been told by then", async () => {
  const name = contractOfPlan(vaubrunUloa(stage), stage.at(stage.month(-30), "09:00"));
  const at = stage.at(stage.month(-5), "00:00"); // May is over, its last day not yet counted
  const [then, since] = await Promise.all([at, today].map((knownAt) => standingAt(ledger, name, { at, knownAt })));
  const rate = (answer: typeof then) => answer!.standing.items.find(({ id }) => id === "availability-rate/2026-05/1")!.state;
  expect([rate(then), rate(since)]).toEqual(["unknown", "kept"]);
});

test("machines tell on while nobody acts", async () => {
  ledger.time.now = today + 3 * DAY;
  await liveOn(ledger, join(directory, "data"), lives);
  const { rows } = await database.app.query<{ due: number | null }>("select ledger.earliest_due() as due");
  expect(rows[0]?.due).toBeGreaterThan(ledger.time.now);
  expect(readStamp(join(directory, "data"))!.lived).toBe(ledger.time.now);
  await liveOn(ledger, join(directory, "data"), lives);
  expect(await faults()).toEqual([]);
}, 60_000);

test("a demonstration is good when it was made whole, of this release, within the week", () => {
  const stamp = { made: true, today, lived: today, ahead: 0, edition: "this" };
  expect(stillGood(stamp, today + 6 * DAY, "this")).toBe(true);
  expect([stillGood(undefined, today, "this"), stillGood({ ...stamp, made: false }, today, "this")]).toEqual([false, false]);
  expect([stillGood(stamp, today + 7 * DAY, "this"), stillGood(stamp, today, "next")]).toEqual([false, false]);
});

test("a folder that holds something else is not touched", () => {
  const other = join(directory, "other");
  clearDirectory(other, today, "this");
  writeStamp(other, { made: true, today, lived: today, ahead: 60_000, edition: "this" });
  expect(readStamp(other)).toEqual({ made: true, today, lived: today, ahead: 60_000, edition: "this" });
  rmSync(join(other, "demonstration.json"));
  writeFileSync(join(other, "letters.txt"), "mine");
  expect(() => clearDirectory(other, today, "this")).toThrow(other);
});
