import { describe, expect, test, vi } from "vitest";
import type { Fact } from "#kernel/engine/fact.ts";
import { run } from "#kernel/engine/run.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { DAY, type Instant } from "#kernel/time/instant.ts";
import { BeyondCalendar } from "#kernel/time/beyond-calendar.ts";
import { append } from "#ledger/facts/append.ts";
import { recordedOf } from "#ledger/facts/fact-rows.ts";
import { readHead } from "#ledger/fold/head.ts";
import type { ContractName } from "#ledger/ledger.ts";
import { standingAt } from "#ledger/standing/at.ts";
import { openTimelines } from "#ledger/standing/timelines.ts";
import { reading } from "#platform/database/scope.ts";
import { cloneDatabase } from "../database.ts";
import { lifeOf } from "../lives/life.ts";
import { openRandom, type Random } from "../lives/random.ts";
import { difference } from "../lives/same.ts";
import { livedContract } from "./audited.ts";
import { newContract, references, tellableAt, testLedger, toldOf } from "./ledger.ts";

const database = await cloneDatabase();
const ledger = await testLedger(database, Date.parse("2020-01-01T00:00:00Z"));

interface Log {
  contract: Contract;
  facts: readonly Fact[];
}

/** A contract and all facts of its log. */
function logOf(name: ContractName): Promise<Log> {
  return reading(ledger.database, [name.tenant], async (transaction) => {
    const head = (await readHead(transaction, name))!;
    const rows = await transaction.rows<{ position: number; entry: Buffer }>({
      text: "select position, entry from ledger.fact where contract_id = $1 order by position",
      values: [name.contract],
    });
    const contract = await ledger.compositions.open(transaction, head.particulars, head.documents);
    return { contract, facts: rows.map((row) => recordedOf(row).fact) };
  });
}

/** An instant worth asking about: of a fact, a millisecond before it, some day between, before the beginning, in the future. */
function someInstant(random: Random, { facts }: Log): Instant {
  const { occurred } = random.pick(facts);
  return random.pick([occurred, occurred - 1, occurred + random.below(90) * DAY, ledger.time.now + random.below(300) * DAY]);
}

function someKnowledge(random: Random, { facts }: Log): Instant {
  const { recorded } = random.pick(facts);
  return random.pick([Infinity, ledger.time.now, recorded, recorded - 1]);
}

/** Where the standing differs from a replay from the first fact; undefined where it does not. */
async function differing(name: ContractName, { contract, facts }: Log, at: Instant, knownAt: Instant): Promise<string | undefined> {
  const { contract: _a, ...read } = (await standingAt(ledger, name, { at, knownAt }))!.standing;
  const { contract: _b, ...replayed } = run(contract, facts, references, { at, knownAt });
  return difference(plain(read), plain(replayed));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe("the standing of any instant, as known at any, is what a replay of the facts known then gives", () => {
  test.each(Array.from({ length: 6 }, (_, seed) => 20 + seed))("seed %i", async (seed) => {
    const name = await livedContract(ledger, database, seed);
    const random = openRandom(seed);
    const log = await logOf(name);
    for (let asked = 0; asked < 20; asked += 1)
      expect(await differing(name, log, someInstant(random, log), someKnowledge(random, log))).toBeUndefined();
  });

  test.each([33, 34])("also while the contract goes on living: seed %i", async (seed) => {
    const life = lifeOf(seed);
    const { contract: _, ...order } = life.contract.particulars;
    const name = await newContract(ledger, database, { ...order, contract: `living ${seed}` });
    const random = openRandom(seed);
    for (const [index, fact] of life.facts.entries()) {
      ledger.time.now = Math.max(tellableAt(fact), index === 0 ? 0 : ledger.time.now);
      await append(ledger, name, [toldOf(fact)], "test");
      if (index % 15 > 0) continue;
      const log = await logOf(name);
      for (const knownAt of [ledger.time.now, someKnowledge(random, log)])
        expect(await differing(name, log, someInstant(random, log), knownAt)).toBeUndefined();
    }
  });
});

describe("a life that is open", () => {
  test("answers other instants without being read again, and grows with the log", async () => {
    const name = await livedContract(ledger, database, 3, 60);
    const log = await logOf(name);
    const from = log.facts[0]!.occurred;
    await standingAt(ledger, name, { at: from, knownAt: ledger.time.now });
    const opened = ledger.timelines.get(name.contract);
    expect(opened?.size).toBe(log.facts.length);
    const add = vi.spyOn(opened!.timeline, "add");
    for (let day = 0; day < 20; day += 1) await standingAt(ledger, name, { at: from + day * DAY, knownAt: ledger.time.now });
    expect(add).not.toHaveBeenCalled();
    ledger.time.now += DAY;
    const next = { source: "test", id: "next", kind: "support.requested", subject: "I-1", by: "customer", fields: {} };
    await append(ledger, name, [{ ...next, occurred: ledger.time.now }], "test");
    expect(await differing(name, await logOf(name), ledger.time.now, ledger.time.now)).toBeUndefined();
    expect(add).toHaveBeenCalledTimes(1);
  });

  test("is opened anew after an instant that no calendar reaches", async () => {
    const name = await livedContract(ledger, database, 5, 60);
    const log = await logOf(name);
    const beyond = Date.parse("2999-01-01T00:00:00Z");
    const replayed = () => run(log.contract, log.facts, references, { at: beyond, knownAt: Infinity });
    expect(replayed).toThrow(BeyondCalendar);
    await expect(standingAt(ledger, name, { at: beyond, knownAt: Infinity })).rejects.toThrow(BeyondCalendar);
    expect(ledger.timelines.get(name.contract)).toBeUndefined();
    expect(await differing(name, log, ledger.time.now, Infinity)).toBeUndefined();
  });

  test("makes room for those asked about later; one too long is not kept", () => {
    const timelines = openTimelines(100);
    const opened = (size: number) => ({ size }) as never;
    for (const key of ["a", "b", "c"]) timelines.put(key, opened(40));
    expect(["a", "b", "c"].map((key) => timelines.get(key) !== undefined)).toEqual([false, true, true]);
    timelines.put("b", opened(45));
    timelines.put("d", opened(101));
    timelines.put("e", opened(60));
    expect(["b", "c", "d", "e"].map((key) => timelines.get(key) !== undefined)).toEqual([false, false, false, true]);
  });
});

test("nothing stands where there is no contract", async () => {
  const nobody = "01990000-0000-7000-8000-00000000beef";
  expect(await standingAt(ledger, { tenant: nobody, contract: nobody }, { at: 0, knownAt: 0 })).toBeUndefined();
});
