import { compareChanges, isChange, restated, targetOf } from "#kernel/engine/effective.ts";
import { compareFacts, type Fact, factName } from "#kernel/engine/fact.ts";
import { formatInstant, type Instant, parseInstant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName } from "../ledger.ts";

/** A fact as it was recorded, and its place in the log. */
export interface Recorded {
  position: number;
  fact: Fact;
}

/** Corrections and withdrawals of a contract, by the name of the fact they change, in order. */
export async function readChanges(transaction: Transaction, { tenant, contract }: ContractName): Promise<Map<string, Fact[]>> {
  const rows = await transaction.rows<{ position: number; entry: Buffer }>({
    name: "changes",
    text: `select position, entry from ledger.fact
      where tenant_id = $1 and contract_id = $2 and kind in ('fact.corrected', 'fact.withdrawn') order by position`,
    values: [tenant, contract],
  });
  const changes = new Map<string, Fact[]>();
  for (const { fact } of rows.map(recordedOf))
    changes.set(targetOf(fact), [...(changes.get(targetOf(fact)) ?? []), fact].toSorted(compareChanges));
  return changes;
}

/** The facts of the life after an instant, as they now count, in life order. */
export async function readLife(
  transaction: Transaction,
  { tenant, contract }: ContractName,
  after: Instant | undefined,
  changes: ReadonlyMap<string, readonly Fact[]>,
): Promise<Fact[]> {
  const rows = await transaction.rows<{ position: number; entry: Buffer }>({
    name: after === undefined ? "life" : "life-after",
    text: `select position, entry from ledger.fact
      where tenant_id = $1 and contract_id = $2 and lived ${after === undefined ? "is not null" : "> $3"}`,
    values: [tenant, contract, ...(after === undefined ? [] : [formatInstant(after)])],
  });
  return rows
    .flatMap((row) => {
      const { fact } = recordedOf(row);
      return isChange(fact) ? [] : (restated(fact, changes.get(factName(fact))) ?? []);
    })
    .toSorted(compareFacts);
}

/** Facts of a contract by their names: what was told before. */
export async function readNamed(
  transaction: Transaction,
  { tenant, contract }: ContractName,
  names: readonly Pick<Fact, "source" | "id">[],
): Promise<Map<string, Recorded>> {
  const rows = await transaction.rows<{ position: number; entry: Buffer }>({
    name: "named",
    text: `select f.position, f.entry from ledger.fact f
      join unnest($3::text[], $4::text[]) as told (source, id) on f.source = told.source and f.source_id = told.id
      where f.tenant_id = $1 and f.contract_id = $2`,
    values: [tenant, contract, names.map(({ source }) => source), names.map(({ id }) => id)],
  });
  return new Map(rows.map(recordedOf).map((recorded) => [factName(recorded.fact), recorded]));
}

/** Reads back an entry of our own. It was checked when it was written, and `tenu reconcile` checks it again. */
export function recordedOf({ position, entry }: { position: number; entry: Buffer }): Recorded {
  const { fact } = JSON.parse(entry.toString("utf8")) as {
    fact: Omit<Fact, "occurred" | "recorded"> & { occurred: string; recorded: string };
  };
  const { source, id, kind, subject, by, fields } = fact;
  const [occurred, recorded] = [parseInstant(fact.occurred)!, parseInstant(fact.recorded)!];
  return { position, fact: { source, id, kind, subject, by, fields, occurred, recorded } };
}
