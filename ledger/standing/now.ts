import type { Item } from "#kernel/engine/item.ts";
import type { NumberedItem } from "#kernel/engine/register.ts";
import { grownAt } from "#kernel/engine/standing.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { type Head, readHead } from "../fold/head.ts";
import { labelled } from "../fold/item-row.ts";
import { loadFold } from "../fold/load.ts";
import type { ContractName, Ledger } from "../ledger.ts";

/** What stands now: the head, and open items with growing amounts worked out. */
export interface StandingNow {
  head: Head;
  at: Instant;
  contract: Contract;
  items: readonly NumberedItem[];
}

interface Row {
  key: string;
  number: number;
  body: Item;
}

/** Reads the standing of now from its rows. Only growing amounts, and whose article an item stands under, need the fold. */
export async function standingNow(transaction: Transaction, ledger: Ledger, name: ContractName): Promise<StandingNow | undefined> {
  const head = await readHead(transaction, name);
  if (!head) return undefined;
  const at = ledger.now();
  const rows = await transaction.rows<Row>({
    name: "open-items",
    text: `select key, number, body from ledger.item
      where tenant_id = $1 and contract_id = $2 and until is null and closed is null order by edge nulls last, opened, key, number`,
    values: [name.tenant, name.contract],
  });
  const fold = await loadFold(transaction, ledger, name, head);
  const { contract } = fold.life.versions.of(fold.life.state);
  return {
    head,
    at,
    contract,
    items: rows.map(({ key, number, body }) => labelled(fold.life.versions, grownAt(fold.life, body, at), `${key}/${number}`)),
  };
}
