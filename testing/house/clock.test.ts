import { describe, expect, test } from "vitest";
import { factCatalogue } from "#catalogue";
import type { Fact } from "#kernel/engine/fact.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { DAY, HOUR, type Instant } from "#kernel/time/instant.ts";
import { runClock } from "#ledger/clock/run-clock.ts";
import { tick, type Ticked } from "#ledger/clock/tick.ts";
import { append } from "#ledger/facts/append.ts";
import { NotYet } from "#ledger/facts/told.ts";
import type { ContractName, Ledger } from "#ledger/ledger.ts";
import { openLedger } from "#ledger/open-ledger.ts";
import { connect } from "#platform/database/connect.ts";
import { reading } from "#platform/database/scope.ts";
import { cloneDatabase, type TestDatabase } from "../database.ts";
import { type Life, lifeOf } from "../lives/life.ts";
import { openRandom } from "../lives/random.ts";
import { newContract, references, testKeys, type TestLedger, testLedger, tellableAt, toldOf } from "./ledger.ts";
import { faultsIn } from "./replay.ts";

/** A contract that is living its seeded life, and what it has not been told yet. */
interface Living {
  name: ContractName;
  life: Life;
  left: Fact[];
}

async function begin(ledger: TestLedger, database: TestDatabase, seed: number): Promise<Living> {
  const life = lifeOf(seed);
  const { contract: _, ...order } = life.contract.particulars;
  const name = await newContract(ledger, database, { ...order, contract: `seed ${seed}` });
  const seen = new Set<string>();
  const left = life.facts.filter(({ source, id }) => !seen.has(`${source}:${id}`) && seen.add(`${source}:${id}`));
  return { name, life, left };
}

/** Tells a contract what would have reached it by now, each fact at its own time. */
async function tellUntil({ name, left }: Living, now: Instant, tellers: readonly (Ledger & { time: { now: Instant } })[]): Promise<void> {
  while (left[0] && tellableAt(left[0]) <= now) {
    const fact = left.shift()!;
    const teller = tellers[left.length % tellers.length]!;
    teller.time.now = Math.max(teller.time.now, tellableAt(fact));
    await appendOrRefuse(teller, name, fact);
  }
}

/** A correction that moves its fact into the future is refused: that is another matter. */
async function appendOrRefuse(ledger: Ledger, name: ContractName, fact: Fact): Promise<void> {
  await append(ledger, name, [toldOf(fact)], "test").catch((error: unknown) => {
    if (!(error instanceof NotYet)) throw error;
  });
}

async function tickThrough(ledger: Ledger): Promise<Ticked> {
  const all: Ticked = { turned: [], failed: [] };
  for (;;) {
    const { turned, failed } = await tick(ledger);
    if (turned.length + failed.length === 0) return all;
    Object.assign(all, { turned: [...all.turned, ...turned], failed: [...all.failed, ...failed] });
  }
}

function headOf(ledger: Ledger, { tenant, contract }: ContractName) {
  return reading(ledger.database, [tenant], async (transaction) => {
    const [head] = await transaction.rows<{ due: Instant | null; rests: Instant; trouble: string | null; revision: number; clock: number }>(
      {
        text: `select due, rests, trouble, revision,
          (select count(*) from ledger.revision r where r.contract_id = $1 and r.cause = 'clock') as clock
        from ledger.contract where contract_id = $1`,
        values: [contract],
      },
    );
    return head!;
  });
}

const keys = await testKeys();

/** Another process's ledger over the same database: its own connections, its own folds, its own clock. */
function secondLedger({ logins }: TestDatabase, now: Instant): TestLedger {
  const time = { now };
  const app = connect(logins.app, "second", 5);
  return { ...openLedger(app, { factKinds: factCatalogue, kinds: clauseKinds }, references, keys, () => time.now), time };
}

describe("three years in seconds, with days, weeks and months in which nobody looked", () => {
  test.each([2, 3, 8, 13])("seed %i: the rows are those of a replay", async (seed) => {
    const database = await cloneDatabase();
    const ledger = await testLedger(database, 0);
    const living = await begin(ledger, database, seed);
    const random = openRandom(seed);
    ledger.time.now = living.life.from;
    let turned = 0;
    while (ledger.time.now < living.life.until) {
      const now = ledger.time.now + random.pick([HOUR, DAY, 10 * DAY, 30 * DAY, 120 * DAY]);
      if (random.chance(0.5)) turned += (await tickThrough(ledger)).turned.length;
      await tellUntil(living, now, [ledger]);
      ledger.time.now = Math.max(ledger.time.now, now);
      if (random.chance(0.3)) ledger.folds.forget(living.name.contract);
    }
    turned += (await tickThrough(ledger)).turned.length;
    expect(await faultsIn(ledger, living.name)).toEqual([]);
    const head = await headOf(ledger, living.name);
    expect(head.due ?? Infinity).toBeGreaterThan(ledger.time.now);
    expect(head.clock).toBe(turned);
    expect((await tickThrough(ledger)).turned).toEqual([]);
  });
});

describe("a clock that jumps", () => {
  test.each([21, 23])("seed %i: forward by months and back again, and the rows are those of a replay", async (seed) => {
    const database = await cloneDatabase();
    const ledger = await testLedger(database, 0);
    const living = await begin(ledger, database, seed);
    const random = openRandom(seed);
    ledger.time.now = living.life.from;
    for (let steps = 0; steps < 40; steps += 1) {
      const jump = random.pick([DAY, 20 * DAY, 60 * DAY, 400 * DAY, -DAY, -90 * DAY, -300 * DAY]);
      ledger.time.now = Math.max(living.life.from, Math.min(living.life.until, ledger.time.now + jump));
      await tickThrough(ledger);
      const next = living.left.splice(0, 3).filter((fact) => fact.occurred <= ledger.time.now);
      for (const fact of next) await appendOrRefuse(ledger, living.name, fact);
      if (steps % 20 === 0) expect(await faultsIn(ledger, living.name)).toEqual([]);
    }
    expect(await faultsIn(ledger, living.name)).toEqual([]);
  });
});

describe("two processes that tick one database at once", () => {
  test("each contract is turned by one of them, and nothing is done twice", async () => {
    const database = await cloneDatabase(5);
    const first = await testLedger(database, 0);
    const second = secondLedger(database, 0);
    try {
      const living = await Promise.all([31, 40, 52].map((seed) => begin(first, database, seed)));
      const from = Math.min(...living.map(({ life }) => life.from));
      const until = from + 300 * DAY;
      const turned: Ticked["turned"][number][] = [];
      const tell = (ticked: Ticked) => void turned.push(...ticked.turned);
      const trouble: unknown[] = [];
      const clocks = [first, second].map((ledger) => runClock(ledger, tell, (error) => trouble.push(error), 1));
      for (let now = from; now < until; now += 20 * DAY) {
        await Promise.all(living.map((one) => tellUntil(one, now, [first, second])));
        for (const ledger of [first, second]) ledger.time.now = Math.max(ledger.time.now, now);
      }
      await Promise.all(clocks.map((clock) => clock.stop()));
      await Promise.all([tickThrough(first).then(tell), tickThrough(second).then(tell)]);
      expect(trouble).toEqual([]);
      for (const { name } of living) {
        for (const ledger of [first, second]) expect(await faultsIn(ledger, name)).toEqual([]);
        const { clock } = await headOf(first, name);
        expect(clock).toBe(turned.filter(({ contract }) => contract === name.contract).length);
        expect(clock).toBeGreaterThan(0);
      }
    } finally {
      await second.database.end();
    }
  });
});

describe("a contract that cannot be turned", () => {
  test("is noted with why, tried again later, and leaves the others alone", async () => {
    const database = await cloneDatabase();
    const ledger = await testLedger(database, 0);
    const [broken, sound] = [await begin(ledger, database, 1), await begin(ledger, database, 42)];
    for (const living of [broken, sound].toSorted((a, b) => a.life.from - b.life.from))
      await tellUntil(living, living.life.from + 20 * DAY, [ledger]);
    const documents = await breakContract(ledger, broken.name);
    const before = await headOf(ledger, broken.name);
    ledger.time.now = Math.max((await headOf(ledger, sound.name)).due!, before.due!) + 1;
    const { turned, failed } = await tickThrough(ledger);
    expect(turned).toContainEqual(sound.name);
    expect(failed).toEqual([{ ...broken.name, reason: expect.stringContaining("is not in the database") as string }]);
    const after = await headOf(ledger, broken.name);
    expect(after.trouble).toContain("restore ledger.text");
    expect(after.revision).toBe(before.revision);
    expect(after.due).toBeGreaterThan(ledger.time.now);

    await setDocuments(ledger, broken.name, documents);
    ledger.time.now = after.due!;
    expect((await tickThrough(ledger)).failed).toEqual([]);
    expect((await headOf(ledger, broken.name)).trouble).toBeNull();
    expect(await faultsIn(ledger, broken.name)).toEqual([]);
  });
});

/** Lets a contract hold a text that nobody has. Gives the documents that it held. */
async function breakContract(ledger: Ledger, name: ContractName): Promise<unknown> {
  const [row] = await reading(ledger.database, [name.tenant], (transaction) =>
    transaction.rows<{ documents: { digest: string }[] }>({
      text: "select documents from ledger.contract where contract_id = $1",
      values: [name.contract],
    }),
  );
  await setDocuments(
    ledger,
    name,
    row!.documents.map((one) => ({ ...one, digest: "00".repeat(32) })),
  );
  return row!.documents;
}

async function setDocuments(ledger: Ledger, { tenant, contract }: ContractName, documents: unknown): Promise<void> {
  const client = await ledger.database.connect();
  try {
    await client.query(`begin; select set_config('tenu.scope', '{${tenant}}', true)`);
    await client.query("update ledger.contract set documents = $2 where contract_id = $1", [contract, JSON.stringify(documents)]);
    await client.query("commit");
  } finally {
    client.release();
  }
  ledger.folds.forget(contract);
}
