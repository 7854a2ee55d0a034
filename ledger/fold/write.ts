import { isClosed, type Item } from "#kernel/engine/item.ts";
import type { NumberedItem } from "#kernel/engine/register.ts";
import { identityOf, type Life, nextTimer } from "#kernel/engine/life.ts";
import type { Moved } from "#kernel/engine/step.ts";
import { frontierToBytes, type TreeNode } from "#kernel/evidence/tree.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName } from "../ledger.ts";
import { presentEdition } from "./edition.ts";
import type { Fold } from "./folds.ts";
import { type ItemRow, itemRow, labelled, type Replaced } from "./item-row.ts";

export type Cause = "facts" | "clock" | "late facts" | "edition" | "rebuild";

/** A fact as its row: its entry in the log, and what replay and search need. */
export interface FactRow {
  position: number;
  source: string;
  id: string;
  kind: string;
  subject: string;
  party: string;
  occurred: string;
  recorded: string;
  lived?: string;
  entry: Buffer;
  leaf: Uint8Array;
  personal?: readonly { field: string; person: string; sealed: string }[];
}

/** A state to resume from, and the instant it rests at. */
export interface Resting {
  rests: Instant;
  /** The checkpoint, as JSON. */
  body: string;
}

/** One revision's work, beside the fold it leads to. */
export interface Work {
  cause: Cause;
  made: Instant;
  facts?: readonly FactRow[];
  /** Who recorded the facts: a key, or a part of Tenu. */
  statedBy?: string;
  /** Facts that now stand elsewhere in the life, or nowhere. */
  lived?: readonly { position: number; lived: Instant | undefined }[];
  nodes?: readonly TreeNode[];
  checkpoints: readonly Resting[];
  /** Checkpoints from this instant on no longer hold. */
  resumed?: Instant;
  replaced: readonly Replaced[];
  items: readonly ItemRow[];
}

/** What an in-order step moved, as rows; open items have their numbers in the fold. */
export function rowsOf(fold: Fold, moved: readonly Moved[]): Pick<Work, "replaced" | "items"> {
  const numberOf = (item: Item) => fold.numbers.get(identityOf(item));
  const items = moved.map(({ item, was }, place) => itemRow(item, place, was && numberOf(was)));
  const replaced = items.flatMap(({ key, number }) => (number === undefined ? [] : [{ key, number }]));
  return { replaced, items };
}

/** Where a revision is written: in a transaction that does more, or as one of its own. */
export type Writing = Pick<Transaction, "rows"> & { alone?: true };

/**
 * Writes a revision and gives the fold that stands at it, with the items that moved by their names. Throws where the contract has moved on since it was folded: the
 * caller holds the row's lock, so that is a defect, and nothing is written.
 */
export async function write(
  transaction: Writing,
  { tenant, contract }: ContractName,
  revision: number,
  next: Fold,
  work: Work,
): Promise<{ fold: Fold; moved: NumberedItem[] }> {
  const { life, frontier, facts, recorded } = next;
  const due = nextTimer(life);
  const job = {
    head: {
      facts,
      frontier: Buffer.from(frontierToBytes(frontier)).toString("hex"),
      rests: restsAt(life),
      due: due === undefined ? null : formatInstant(due),
      recorded: formatInstant(recorded),
      phase: phaseOf(life),
      edition: editionOf(life),
      made: formatInstant(work.made),
      cause: work.cause,
    },
    ...(work.facts && { stated_by: work.statedBy }),
    ...(work.facts?.some(({ personal }) => personal) && { personal: true }),
    ...(work.lived && {
      lived: work.lived.map(({ position, lived }) => ({ position, lived: lived === undefined ? null : formatInstant(lived) })),
    }),
    ...(work.nodes?.length && {
      nodes: work.nodes.map(({ level, index, hash }) => ({ level, index, hash: Buffer.from(hash).toString("hex") })),
    }),
    ...(work.resumed !== undefined && { resumed: formatInstant(work.resumed) }),
    ...(work.checkpoints.length > 0 && { checkpoints: checkpointRows(next, work.checkpoints) }),
    ...(work.replaced.length > 0 && { replaced: work.replaced }),
  };
  const named = await transaction.rows<Replaced>({
    name: "write",
    text: "select key, number from ledger.write($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    values: [
      tenant,
      contract,
      revision,
      transaction.alone ?? false,
      JSON.stringify(job),
      ...factValues(work.facts),
      work.items.length > 0 ? JSON.stringify(ranked(work.items)) : null,
    ],
  });
  const given = numbersGiven(work.items, named);
  const moved = work.items.map(({ key, number, body }) => {
    const rank = number ?? given.get(key)!.shift()!;
    note(next.numbers, body, rank);
    return labelled(life.versions, body, `${key}/${rank}`);
  });
  return { fold: { ...next, revision: revision + 1 }, moved };
}

/** Items with what numbers those that have none: the how-manieth of its key each is, and after which number they follow. */
function ranked(items: readonly ItemRow[]): (ItemRow & { nth?: number; after?: number })[] {
  const after = new Map<string, number>();
  for (const { key, number = 0 } of items) after.set(key, Math.max(number, after.get(key) ?? 0));
  const met = new Map<string, number>();
  return items.map((item) => {
    if (item.number !== undefined) return item;
    const nth = 1 + (met.get(item.key) ?? 0);
    met.set(item.key, nth);
    return { ...item, nth, after: after.get(item.key)! };
  });
}

/** The numbers that items without one were given, key by key in their order. */
function numbersGiven(items: readonly ItemRow[], named: readonly Replaced[]): Map<string, number[]> {
  const had = new Set(items.flatMap(({ key, number }) => (number === undefined ? [] : [`${key}/${number}`])));
  const fresh = named.filter(({ key, number }) => !had.has(`${key}/${number}`)).toSorted((a, b) => a.number - b.number);
  return new Map([...Map.groupBy(fresh, ({ key }) => key)].map(([key, rows]) => [key, rows.map(({ number }) => number)]));
}

/** Facts as JSON that says where among the bytes each entry and leaf hash begins. PostgreSQL counts from 1. */
function factValues(facts: readonly FactRow[] | undefined): [string | null, Buffer | null, Buffer | null] {
  if (!facts?.length) return [null, null, null];
  let starts = 1;
  const rows = facts.map(({ entry, leaf, ...row }, index) => {
    const placed = { ...row, starts, bytes: entry.length, leaf: 1 + index * leaf.length };
    starts += entry.length;
    return placed;
  });
  return [JSON.stringify(rows), Buffer.concat(facts.map(({ entry }) => entry)), Buffer.concat(facts.map(({ leaf }) => leaf))];
}

function checkpointRows({ checkpoints }: Fold, kept: readonly Resting[]): unknown[] {
  return kept.map(({ rests, body }, index) => ({
    ordinal: checkpoints - kept.length + index + 1,
    rests: formatInstant(rests),
    body,
  }));
}

/** Keeps the numbers of what is open. In place: a fold whose transaction fails is forgotten. */
function note(numbers: Map<string, number>, item: Item, number: number): void {
  const identity = identityOf(item);
  if (isClosed(item)) numbers.delete(identity);
  else numbers.set(identity, number);
}

function restsAt({ state }: Life): string | null {
  return state.accepted || state.at > -8_640_000_000_000_000 ? formatInstant(state.at) : null;
}

export function phaseOf({ state }: Life): string {
  return state.ended !== undefined ? "ended" : state.suspended !== undefined ? "suspended" : state.accepted ? "running" : "draft";
}

/** What worked the standing out: a new one restates (design: engine edition). */
export function editionOf({ versions, state }: Pick<Life, "versions" | "state">): string {
  return presentEdition(versions.of(state).references);
}
