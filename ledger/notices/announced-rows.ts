import type { Fact } from "#kernel/engine/fact.ts";
import { type Item, textOf } from "#kernel/engine/item.ts";
import { parseInstant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName } from "../ledger.ts";
import { type Announcement, namedItem } from "./announcements.ts";

/** An item of the standing of now, and its name in two parts. */
export interface ItemNamed {
  key: string;
  number: number;
  body: Item;
}

/** The items that stand now under the clauses and subjects of announcements. */
export function announcedRows(
  transaction: Transaction,
  { tenant, contract }: ContractName,
  announcements: readonly { fact: Pick<Announcement["fact"], "fields"> }[],
): Promise<ItemNamed[]> {
  const keys = announcements.flatMap(({ fact }) => namedItem(textOf(fact.fields["item"]))?.key ?? []);
  return transaction.rows<ItemNamed>({
    name: "announced-items",
    text: `select key, number, body from ledger.item
      where tenant_id = $1 and contract_id = $2 and key = any($3) and until is null order by key, number`,
    values: [tenant, contract, [...new Set(keys)]],
  });
}

/** The item that an announcement meant: the one that opened as was said, for a late fact may have given it another number; else the one of that name. */
export function meant(rows: readonly ItemNamed[], fields: Fact["fields"]): ItemNamed | undefined {
  const name = namedItem(textOf(fields["item"]));
  const opened = parseInstant(textOf(fields["opened"]));
  const twin = Number(fields["twin"] ?? 0);
  const own = rows.filter(({ key }) => key === name?.key);
  const named = own.find(({ number }) => number === name?.number);
  return own.find(({ body }) => body.opened === opened && (body.twin ?? 0) === twin) ?? named;
}
