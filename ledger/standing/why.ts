import { type Explanation, explanationOf, factsBehind } from "#kernel/engine/explain.ts";
import { restated } from "#kernel/engine/effective.ts";
import { factName } from "#kernel/engine/fact.ts";
import type { Item } from "#kernel/engine/item.ts";
import { grownAt } from "#kernel/engine/standing.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { readNamed } from "../facts/fact-rows.ts";
import { readHead } from "../fold/head.ts";
import { labelled } from "../fold/item-row.ts";
import { loadFold } from "../fold/load.ts";
import type { ContractName, Ledger } from "../ledger.ts";

/** Why an item of the standing of now is what it is; undefined where nothing has that name. `clause/subject/number`. */
export async function why(transaction: Transaction, ledger: Ledger, name: ContractName, id: string): Promise<Explanation | undefined> {
  const head = await readHead(transaction, name);
  const [, key, number] = /^(.+)\/(\d{1,9})$/.exec(id) ?? [];
  if (!head || key === undefined) return undefined;
  const [row] = await transaction.rows<{ body: Item }>({
    name: "item",
    text: "select body from ledger.item where tenant_id = $1 and contract_id = $2 and key = $3 and number = $4 and until is null",
    values: [name.tenant, name.contract, key, Number(number)],
  });
  if (!row) return undefined;
  const { life, changes } = await loadFold(transaction, ledger, name, head);
  const item = labelled(life.versions, grownAt(life, row.body, ledger.now()), id);
  const names = factsBehind(life, item).map((one) => ({ source: one.slice(0, one.indexOf(":")), id: one.slice(one.indexOf(":") + 1) }));
  const told = await readNamed(transaction, name, names);
  const known = [...told.values()].flatMap(({ fact }) => restated(fact, changes.get(factName(fact))) ?? []);
  return explanationOf(life, item, new Map(known.map((fact) => [factName(fact), fact])));
}
