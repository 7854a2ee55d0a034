import { isDeepStrictEqual } from "node:util";
import { compareFacts, type Fact } from "#kernel/engine/fact.ts";
import { isClosed, type Item } from "#kernel/engine/item.ts";
import { identityOf, type Life, openLife } from "#kernel/engine/life.ts";
import type { Moved } from "#kernel/engine/step.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { readLife } from "../facts/fact-rows.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import type { Fold } from "./folds.ts";
import { byOpening } from "./gather.ts";
import { type ItemRow, itemRow, keyOf, type Replaced } from "./item-row.ts";
import { liveAll } from "./live-all.ts";
import { readCheckpoint } from "./load.ts";
import type { Work } from "./write.ts";
import { BEGINNING } from "./beginning.ts";

/** A life lived again from a checkpoint, and what that changes in the rows. */
export interface Refolded {
  fold: Fold;
  work: Pick<Work, "checkpoints" | "resumed" | "replaced" | "items">;
}

export interface Again {
  /** The earliest instant touched; absent for the whole life. */
  from?: Instant;
  /** Facts that are not in the database yet, as they count. */
  added: readonly Fact[];
  /** How far the life is lived. */
  until: Instant;
}

/**
 * Lives a contract's life again from the last checkpoint before an instant and compares it with the rows: what comes out
 * otherwise gets a new version. Late facts, corrections, withdrawals and retroactive amendments are this one case.
 */
export async function refold(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  fold: Fold,
  { from, added, until }: Again,
): Promise<Refolded> {
  const base = from === undefined ? undefined : await readCheckpoint(transaction, name, from);
  const known = await readLife(transaction, name, base?.rests, fold.changes);
  const facts = [...known, ...added].toSorted(compareFacts);
  const life = openLife(fold.contract, ledger.references, base?.checkpoint);
  const { moved, kept, since } = liveAll(life, facts, until);
  const old = await readRows(transaction, name, base?.rests);
  const last = facts.at(-1);
  const { last: _, ...rest } = fold;
  return {
    fold: { ...rest, life, ...(last && { last }), checkpoints: (base?.ordinal ?? 0) + kept.length, since },
    work: { checkpoints: kept, resumed: from ?? BEGINNING, ...differences(old, standing(life, moved)) },
  };
}

interface Row {
  key: string;
  number: number;
  body: Item;
}

/** The rows that a life lived again from an instant may change: what is open, and what closed since. */
async function readRows(transaction: Transaction, { tenant, contract }: ContractName, after: Instant | undefined): Promise<Row[]> {
  return transaction.rows<Row>({
    name: after === undefined ? "rows" : "rows-after",
    text: `select key, number, body from ledger.item
      where tenant_id = $1 and contract_id = $2 and until is null ${after === undefined ? "" : "and (closed is null or closed > $3)"}
      order by key, number`,
    values: [tenant, contract, ...(after === undefined ? [] : [formatInstant(after)])],
  });
}

/**
 * What differs, clause and subject by clause and subject, in the order of openings. Numbers are ranks: from the first opening that
 * another takes the place of, all later ones are named anew.
 */
function differences(old: readonly Row[], fresh: readonly Item[]): { replaced: Replaced[]; items: ItemRow[] } {
  const rowsByKey = Map.groupBy(old, ({ key }) => key);
  const freshByKey = Map.groupBy(fresh, keyOf);
  const replaced: Replaced[] = [];
  const items: ItemRow[] = [];
  for (const key of new Set([...rowsByKey.keys(), ...freshByKey.keys()])) {
    const [rows, now] = [rowsByKey.get(key) ?? [], freshByKey.get(key) ?? []];
    const same = rows.findIndex(({ body }, rank) => !now[rank] || identityOf(body) !== identityOf(now[rank]));
    const aligned = same < 0 ? rows.length : same;
    for (const [rank, item] of now.entries()) {
      const row = rank < aligned ? rows[rank] : undefined;
      if (row && isDeepStrictEqual(row.body, plain(item))) continue;
      if (row) replaced.push({ key, number: row.number });
      items.push(itemRow(item, items.length, row?.number));
    }
    for (const { number } of rows.slice(aligned)) replaced.push({ key, number });
  }
  return { replaced, items };
}

/** As the database gives it back: without what is undefined. */
function plain(item: Item): Item {
  return JSON.parse(JSON.stringify(item)) as Item;
}

/** Everything that a life lived from a checkpoint holds: what is open at its end, and what closed on the way. */
function standing({ state }: Life, moved: readonly Moved[]): Item[] {
  const open = Object.values(state.items).flatMap((slots) => Object.values(slots).flat());
  return [...moved.flatMap(({ item }) => (isClosed(item) ? [item] : [])), ...open].toSorted(byOpening);
}
