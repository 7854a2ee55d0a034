import { restated } from "#kernel/engine/effective.ts";
import { type Fact, factName } from "#kernel/engine/fact.ts";
import type { Item } from "#kernel/engine/item.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName } from "../ledger.ts";
import { readChanges, recordedOf } from "./fact-rows.ts";

/** A fact as it now counts, where it stands in the log, who told it, and why it had no effect where a clause refused it. */
export interface Counted {
  position: number;
  statedBy: string;
  fact: Fact;
  refused?: Item;
}

/** The facts of some kinds as they now count, in life order; those withdrawn are gone. */
export async function readOfKinds(transaction: Transaction, name: ContractName, kinds: readonly string[]): Promise<Counted[]> {
  const rows = await transaction.rows<{ position: number; stated_by: string; entry: Buffer }>({
    name: "facts-of-kinds",
    text: `select position, stated_by, entry from ledger.fact
      where tenant_id = $1 and contract_id = $2 and kind = any ($3) and lived is not null order by lived, position`,
    values: [name.tenant, name.contract, kinds],
  });
  if (rows.length === 0) return [];
  const changes = await readChanges(transaction, name);
  const refusals = await readRefusals(transaction, name, kinds);
  return rows.flatMap((row) => {
    const { position, fact } = recordedOf(row);
    const counts = restated(fact, changes.get(factName(fact)));
    const refused = refusals.get(factName(fact));
    return counts ? [{ position, statedBy: row.stated_by, fact: counts, ...(refused && { refused }) }] : [];
  });
}

/** What was refused of some acts, by the name of the fact that told it. */
async function readRefusals(
  transaction: Transaction,
  { tenant, contract }: ContractName,
  kinds: readonly string[],
): Promise<Map<string, Item>> {
  const rows = await transaction.rows<{ body: Item }>({
    name: "refusals-of-kinds",
    text: `select body from ledger.item where tenant_id = $1 and contract_id = $2
      and until is null and closed is not null and type = 'refusal' and body -> 'fields' ->> 'act' = any ($3)`,
    values: [tenant, contract, kinds],
  });
  return new Map(rows.flatMap(({ body }) => body.because.facts.slice(0, 1).map((fact) => [fact, body] as const)));
}
