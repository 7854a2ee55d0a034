import { describe, expect, test } from "vitest";
import type { Fact } from "#kernel/engine/fact.ts";
import type { Item } from "#kernel/engine/item.ts";
import { run } from "#kernel/engine/run.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { append } from "#ledger/facts/append.ts";
import { NotYet } from "#ledger/facts/told.ts";
import { cloneDatabase } from "../database.ts";
import { lifeOf } from "../lives/life.ts";
import { newContract, references, rowsOf, tellableAt, testLedger, toldOf } from "./ledger.ts";

const database = await cloneDatabase();
const ledger = await testLedger(database, Date.parse("2020-01-01T00:00:00Z"));

/** Lives a seeded life as it was recorded, and gives its rows beside a replay of what was recorded. */
async function live(seed: number, forget = 0) {
  const { contract, facts } = lifeOf(seed);
  const { contract: _, ...order } = contract.particulars;
  const name = await newContract(ledger, database, { ...order, contract: `seed ${seed}` });
  const recorded: Fact[] = [];
  for (const [index, fact] of facts.entries()) {
    ledger.time.now = Math.max(tellableAt(fact), recorded.at(-1)?.recorded ?? 0);
    const again = recorded.some(({ source, id }) => source === fact.source && id === fact.id);
    await append(ledger, name, [toldOf(fact)], "test");
    if (!again) recorded.push({ ...fact, recorded: ledger.time.now });
    if (forget > 0 && index % forget === 0) ledger.folds.forget(name.contract);
  }
  return { name, contract, recorded, at: ledger.time.now };
}

function replayed(contract: Contract, facts: readonly Fact[], at: number): Map<string, unknown> {
  return new Map(run(contract, facts, references, { at, knownAt: Infinity }).items.map((item) => [item.id, said(item)]));
}

function said({ state, due, until, done, opened }: Item): unknown[] {
  return [state === "accruing" ? "unknown" : state, opened, due, until, done];
}

describe("the rows of a life recorded fact by fact, late and corrected ones too, are those of a replay", () => {
  test.each(Array.from({ length: 6 }, (_, seed) => [seed, seed % 2 === 0 ? 0 : 7] as const))("seed %i", async (seed, forget) => {
    const { name, contract, recorded, at } = await live(seed, forget);
    const rows = await rowsOf(ledger, name);
    expect(new Map([...rows].map(([id, body]) => [id, said(body as unknown as Item)]))).toEqual(replayed(contract, recorded, at));
  });
});

test("nothing is recorded before it happens, and no correction moves a fact into the future", async () => {
  const name = await newContract(ledger, database, {
    documents: ["fr", "boost-my-mail"],
    contract: "not yet",
    parties: {},
    figures: {},
    readings: {},
    order: {},
  });
  ledger.time.now = Date.parse("2025-03-03T09:00:00Z");
  const accepted = {
    source: "test",
    id: "1",
    kind: "contract.accepted",
    subject: "contract",
    occurred: ledger.time.now,
    by: "customer",
    fields: { "in-form": "writing" },
  };
  await expect(append(ledger, name, [{ ...accepted, occurred: ledger.time.now + 1 }], "test")).rejects.toThrow(NotYet);
  await append(ledger, name, [accepted], "test");
  const later = { target: "test:1", occurred: "2025-03-03T09:00:00.001Z" };
  await expect(append(ledger, name, [{ ...accepted, id: "2", kind: "fact.corrected", fields: later }], "test")).rejects.toThrow(NotYet);
});
