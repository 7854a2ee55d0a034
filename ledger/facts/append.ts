import { isChange, restated } from "#kernel/engine/effective.ts";
import { compareFacts, type Fact, factName } from "#kernel/engine/fact.ts";
import type { NumberedItem } from "#kernel/engine/register.ts";
import type { Instant } from "#kernel/time/instant.ts";
import { scoped, type Transaction } from "#platform/database/scope.ts";
import { pinAttached } from "../contracts/attach.ts";
import { committed } from "../fold/committed.ts";
import type { Fold } from "../fold/folds.ts";
import { type Head, lockHead } from "../fold/head.ts";
import { loadFold } from "../fold/load.ts";
import { refold } from "../fold/refold.ts";
import { upToDate } from "../fold/restate.ts";
import { type Work, write, type Writing } from "../fold/write.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { contradictions } from "../notices/contradictions.ts";
import { changesOf } from "./changes.ts";
import { readNamed, type Recorded } from "./fact-rows.ts";
import { followsOn, type Lived, liveOn } from "./live-on.ts";
import { logEntries } from "./log-entries.ts";
import { takenBack } from "./misfits.ts";
import { assertSameTexts, type SortedOut, sortOut, type Told } from "./told.ts";

/** What became of facts told to a contract. */
export interface Appended {
  revision: number;
  /** Where each told fact stands in the contract's log, in the order told; `again` where it had been told before. */
  entries: readonly { position: number; again: boolean }[];
  size: number;
  /** Items that this opened, changed or closed, as they now stand. */
  moved: readonly NumberedItem[];
}

export class NoSuchContract extends Error {}

/**
 * Records facts of one contract: all of them with their effect and their log leaves, or none. Facts told before are found again.
 * Throws NoSuchContract, NotYet, Contradiction for a name taken by other content, Unusable for effects that go in a circle.
 */
export function append(ledger: Ledger, name: ContractName, told: readonly Told[], statedBy: string): Promise<Appended> {
  return ledger.turns.take(name.contract, async () => {
    try {
      return (await appendAlone(ledger, name, told, statedBy)) ?? (await appendLocked(ledger, name, told, statedBy));
    } catch (error) {
      ledger.folds.forget(name.contract);
      throw error;
    }
  });
}

function appendLocked(ledger: Ledger, name: ContractName, told: readonly Told[], statedBy: string): Promise<Appended> {
  return scoped(ledger.database, [name.tenant], (transaction) => appendWithin(transaction, ledger, name, told, statedBy));
}

/** What the database answers where somebody else wrote meanwhile, or a fact had been told before. */
const OVERTAKEN = "40001";
const TOLD_BEFORE = "23505";

/**
 * One round trip, where the fold in memory is the contract's head and the facts only follow: folded on that revision, and written
 * only if it still is the head. Undefined where that does not hold: the long way finds out why.
 */
async function appendAlone(ledger: Ledger, name: ContractName, told: readonly Told[], statedBy: string): Promise<Appended | undefined> {
  const known = ledger.folds.get(name.contract);
  if (!known) return undefined;
  const recorded = Math.max(ledger.now(), known.recorded);
  const fold = { ...known, recorded };
  const sorted = sortOut(told, new Map(), fold.facts, recorded);
  const { fresh, entries } = sorted;
  const simple = !fresh.some((fact) => isChange(fact) || known.changes.has(factName(fact)) || attaches(fact));
  if (fresh.length < told.length || !simple) return undefined;
  // As they count: an amendment may take effect before it was signed.
  const counted = fresh.flatMap((fact) => restated(fact) ?? []);
  const inOrder = counted.toSorted(compareFacts);
  if (!followsOn(fold, inOrder)) return undefined;
  const logged = logEntries(name, fold, sorted, counted);
  ledger.folds.forget(name.contract);
  const { next, work } = liveOn(fold, logged, inOrder, Math.max(recorded, known.life.state.at));
  try {
    const rows: Writing["rows"] = async (statement) =>
      (await ledger.database.query({ ...statement, values: [...(statement.values ?? [])] })).rows;
    const written = await write({ rows, alone: true }, name, known.revision, next, { ...work, statedBy });
    committed(ledger, name, written.fold);
    return { revision: written.fold.revision, entries, size: written.fold.facts, moved: written.moved };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === OVERTAKEN || code === TOLD_BEFORE) return undefined;
    throw error;
  }
}

/** The same inside a transaction that does more. Whoever calls this forgets the fold when the transaction fails. */
export async function appendWithin(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  told: readonly Told[],
  statedBy: string,
): Promise<Appended> {
  const found = await whatIsNew(transaction, ledger, name, told);
  const written = await writeNew(transaction, ledger, name, found, statedBy);
  return tellContradicted(transaction, ledger, name, found, written);
}

/** Told facts sorted out against a contract that the present edition has worked out, and is locked. */
interface Found {
  head: Head;
  fold: Fold;
  sorted: SortedOut;
  recorded: Instant;
  /** Whether another edition's standing was worked out anew on the way. */
  restatedAll: boolean;
}

async function whatIsNew(transaction: Transaction, ledger: Ledger, name: ContractName, told: readonly Told[]): Promise<Found> {
  const locked = await lockHead(transaction, name);
  if (!locked) throw new NoSuchContract();
  const head = await upToDate(transaction, ledger, name, locked);
  const known = head.facts === 0 ? new Map<string, Recorded>() : await readNamed(transaction, name, told);
  const fold = await loadFold(transaction, ledger, name, head);
  const recorded = Math.max(ledger.now(), fold.recorded);
  const sorted = sortOut(told, known, fold.facts, recorded);
  for (const [index, one] of told.entries()) {
    const { position, again } = sorted.entries[index]!;
    if (one.sealed && again) await assertSameTexts(transaction, ledger, name, position, one, recorded);
  }
  return { head, fold, sorted, recorded, restatedAll: head.revision > locked.revision };
}

/** What was written, the fold that stands there, and the instant from which on the life was lived again. */
interface Written {
  done: Appended;
  fold: Fold;
  from?: Instant | undefined;
}

async function writeNew(transaction: Transaction, ledger: Ledger, name: ContractName, found: Found, statedBy: string): Promise<Written> {
  const { head, fold, sorted, recorded } = found;
  const { fresh, entries } = sorted;
  if (fresh.length === 0) return { done: { revision: head.revision, entries, size: head.facts, moved: [] }, fold };
  ledger.folds.forget(name.contract);
  const ready = await pinAttached(transaction, ledger, name, head, { ...fold, recorded }, fresh);
  const { next, work } = await lived(transaction, ledger, name, ready, sorted, head);
  const { fold: kept, moved } = await write(transaction, name, head.revision, next, { ...work, statedBy });
  transaction.afterCommit(() => committed(ledger, name, kept));
  return { done: { revision: kept.revision, entries, size: kept.facts, moved }, fold: kept, from: work.resumed };
}

/** What was announced and proves wrong, and corrections that waited and do not fit, are told as facts, with what those open. */
async function tellContradicted(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  { sorted, recorded, restatedAll }: Found,
  { done, fold, from }: Written,
): Promise<Appended> {
  const since = restatedAll ? -Infinity : from;
  const told = [
    ...(since === undefined ? [] : await contradictions(transaction, ledger, name, fold, since)),
    ...takenBack(fold.contract, fold.changes, sorted.fresh, recorded),
  ];
  if (told.length === 0) return done;
  const { revision, size, moved } = await appendWithin(transaction, ledger, name, told, "tenu");
  return { ...done, revision, size, moved: [...done.moved, ...moved] };
}

/** The life with new facts in it: one step where they only follow, lived again from before the earliest touched instant where not. */
async function lived(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  fold: Fold,
  sorted: SortedOut,
  head: Head,
): Promise<Lived> {
  const { changes, counted, moved, from } = await changesOf(transaction, name, fold, sorted.fresh);
  const logged = logEntries(name, fold, sorted, counted);
  const added = counted.filter((fact) => fact !== undefined).toSorted(compareFacts);
  const until = Math.max(fold.recorded, head.rests ?? -Infinity);
  const changed = { ...fold, changes };
  if (from === undefined && followsOn(fold, added)) return liveOn(changed, logged, added, until);
  const earliest = Math.min(from ?? Infinity, ...added.map(({ occurred }) => occurred));
  const again = await refold(transaction, ledger, name, { ...changed, ...logged.grown }, { from: earliest, added, until });
  const { rows: facts, nodes } = logged;
  const work: Work = { cause: "late facts", made: fold.recorded, facts, nodes, ...(moved.length > 0 && { lived: moved }), ...again.work };
  return { next: again.fold, work };
}

function attaches({ kind, fields }: Fact): boolean {
  return kind === "contract.amended" && fields["attaches"] !== undefined;
}
