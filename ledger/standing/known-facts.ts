import { isChange, restated, targetOf, compareChanges } from "#kernel/engine/effective.ts";
import { compareFacts, type Fact, factName } from "#kernel/engine/fact.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { recordedOf } from "../facts/fact-rows.ts";
import type { Head } from "../fold/head.ts";
import type { ContractName } from "../ledger.ts";

/** How many entries had been recorded by an instant. Nothing is recorded before what stands ahead of it, so they are the log's first ones. */
export async function sizeKnownAt(transaction: Transaction, name: ContractName, head: Head, knownAt: Instant): Promise<number> {
  if (head.recorded === null || knownAt >= head.recorded) return head.facts;
  const [row] = await transaction.rows<{ size: number }>({
    name: "known-size",
    text: "select count(*) as size from ledger.fact where tenant_id = $1 and contract_id = $2 and recorded <= $3",
    values: [name.tenant, name.contract, formatInstant(knownAt)],
  });
  return row!.size;
}

const HANDFUL = 2000;

/** Facts as they were recorded, from one position of the log up to another, in its order. */
export async function readFacts(transaction: Transaction, { tenant, contract }: ContractName, from: number, to: number): Promise<Fact[]> {
  const facts: Fact[] = [];
  // By handfuls: no request waits for another's hundred thousand rows to be read.
  for (let next = from; next < to; next += HANDFUL) {
    const rows = await transaction.rows<{ position: number; entry: Buffer }>({
      name: "known-facts",
      text: `select position, entry from ledger.fact
        where tenant_id = $1 and contract_id = $2 and position >= $3 and position < $4 order by position`,
      values: [tenant, contract, next, Math.min(to, next + HANDFUL)],
    });
    for (const row of rows) facts.push(recordedOf(row).fact);
  }
  return facts;
}

/** Facts in the order in which a time line takes them at least cost: what changes others first, then each where it counts. */
export function inLifeOrder(facts: readonly Fact[]): Fact[] {
  const told = facts.filter(isChange);
  const changes = Map.groupBy(told.toSorted(compareChanges), targetOf);
  const counted = facts
    .filter((fact) => !isChange(fact))
    .map((fact) => ({ fact, as: restated(fact, changes.get(factName(fact))) ?? fact }));
  return [...told, ...counted.toSorted((a, b) => compareFacts(a.as, b.as)).map(({ fact }) => fact)];
}
