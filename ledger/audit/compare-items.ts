import { isDeepStrictEqual } from "node:util";
import type { Item } from "#kernel/engine/item.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { itemRow, type ItemRow, type Replaced } from "../fold/item-row.ts";
import type { ContractName } from "../ledger.ts";
import type { Faults } from "./fault.ts";

interface Row {
  key: string;
  number: number;
  since: number;
  clause: string;
  subject: string;
  type: string;
  state: string;
  party: string;
  opened: Instant;
  closed: Instant | null;
  edge: Instant | null;
  body: Item;
}

/** What a new revision has to replace and write so that the rows are those of the replay. */
export interface Mend {
  replaced: readonly Replaced[];
  items: readonly ItemRow[];
}

const HANDFUL = 2000;
const texts = ["clause", "subject", "type", "state", "party"] as const;
const instants = ["opened", "closed", "edge"] as const;

/** Holds the current versions of a contract's items against those of a replay, by their names. */
export async function compareItems(
  transaction: Transaction,
  name: ContractName,
  expected: ReadonlyMap<string, Item>,
  faults: Faults,
): Promise<Mend> {
  const met = new Set<string>();
  const wrong = new Map<string, Replaced>();
  for await (const row of currentRows(transaction, name)) {
    const id = `${row.key}/${row.number}`;
    const item = expected.get(id);
    const place = `ledger.item[${id}]`;
    if (!item || met.has(id)) faults.add("item-extra", place, item && "one current version", `${row.state}, since revision ${row.since}`);
    const same = item !== undefined && !met.has(id) && isSame(row, item, place, faults);
    met.add(id);
    if (!same) wrong.set(id, { key: row.key, number: row.number });
  }
  const items: ItemRow[] = [];
  for (const [id, item] of expected) {
    if (!met.has(id)) faults.add("item-gone", `ledger.item[${id}]`, item.state, undefined);
    if (!met.has(id) || wrong.has(id)) items.push(itemRow(item, items.length, Number(id.slice(id.lastIndexOf("/") + 1))));
  }
  return { replaced: [...wrong.values()], items };
}

async function* currentRows(transaction: Transaction, { tenant, contract }: ContractName): AsyncGenerator<Row> {
  for (let after: [string, number, number] = ["", 0, 0]; ;) {
    const rows = await transaction.rows<Row>({
      name: "audit-items",
      text: `select key, number, since, clause, subject, type, state, party, opened, closed, edge, body from ledger.item
        where tenant_id = $1 and contract_id = $2 and until is null and (key, number, since) > ($3, $4, $5)
        order by key, number, since limit $6`,
      values: [tenant, contract, ...after, HANDFUL],
    });
    yield* rows;
    if (rows.length < HANDFUL) return;
    const { key, number, since } = rows.at(-1)!;
    after = [key, number, since];
  }
}

function isSame(row: Row, item: Item, place: string, faults: Faults): boolean {
  const before = faults.count;
  const { body, ...columns } = itemRow(item, 0);
  for (const column of texts)
    if (row[column] !== columns[column]) faults.add("item-differs", `${place}.${column}`, columns[column], row[column]);
  for (const column of instants) {
    const stored = row[column] === null ? undefined : formatInstant(row[column]);
    if (stored !== columns[column]) faults.add("item-differs", `${place}.${column}`, columns[column], stored);
  }
  // As the database gives it back: without what is undefined.
  const now = JSON.parse(JSON.stringify(body)) as Record<string, unknown>;
  const stored = row.body as unknown as Record<string, unknown>;
  for (const key of new Set([...Object.keys(now), ...Object.keys(stored)]))
    if (!isDeepStrictEqual(now[key], stored[key])) faults.add("item-differs", `${place}.body.${key}`, now[key], stored[key]);
  return faults.count === before;
}
