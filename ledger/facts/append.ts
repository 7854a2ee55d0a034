import { hash } from "node:crypto";
import { Contradiction, isChange, compareChanges, restated, sameFact, targetOf } from "#kernel/engine/effective.ts";
import { compareFacts, type Fact, factName } from "#kernel/engine/fact.ts";
import type { NumberedItem } from "#kernel/engine/register.ts";
import { entryToText } from "#kernel/evidence/entry.ts";
import { append as grow, type TreeNode } from "#kernel/evidence/tree.ts";
import { formatInstant, type Instant, parseInstant } from "#kernel/time/instant.ts";
import { scoped, type Transaction } from "#platform/database/scope.ts";
import { pinAttached } from "../contracts/attach.ts";
import type { Fold } from "../fold/folds.ts";
import { type Head, lockHead } from "../fold/head.ts";
import { follows, loadFold } from "../fold/load.ts";
import { liveAll, refold } from "../fold/refold.ts";
import { upToDate } from "../fold/restate.ts";
import { type FactRow, rowsOf, type Work, write, type Writing } from "../fold/write.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { contradictions } from "../notices/contradictions.ts";
import { readTexts } from "../personal/read.ts";
import type { SealedText } from "../personal/seal.ts";
import { readNamed, type Recorded } from "./fact-rows.ts";

/** A fact that was checked against its kind and not yet recorded. */
export type Told = Omit<Fact, "recorded"> & {
  /** Its texts about people, sealed; their fields are not among the others. */
  sealed?: readonly SealedText[];
};

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

/** Told from the future: nothing can be recorded before it happened. */
export class NotYet extends Error {
  readonly fact: Told;
  constructor(fact: Told, happens: Instant, now: Instant) {
    super(`${fact.source}:${fact.id} tells of ${formatInstant(happens)}; now it is ${formatInstant(now)}.`);
    this.fact = fact;
  }
}

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
  const { fresh, entries, texts } = newOnes(told, new Map(), fold, recorded);
  const simple =
    fresh.length === told.length && !fresh.some((fact) => isChange(fact) || known.changes.has(factName(fact)) || attaches(fact));
  // As they count: an amendment may take effect before it was signed.
  const counted = fresh.flatMap((fact) => restated(fact) ?? []);
  if (!simple || !inOrder(fold, counted)) return undefined;
  const logged = log(name, fold, fresh, texts);
  ledger.folds.forget(name.contract);
  const { next, work } = stepped(fold, logged, counted, Math.max(recorded, known.life.state.at));
  try {
    const rows: Writing["rows"] = async (statement) =>
      (await ledger.database.query({ ...statement, values: [...(statement.values ?? [])] })).rows;
    const written = await write({ rows, alone: true }, name, known.revision, next, { ...work, statedBy });
    ledger.folds.put(name.contract, written.fold);
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
  const locked = await lockHead(transaction, name);
  if (!locked) throw new NoSuchContract();
  const head = await upToDate(transaction, ledger, name, locked);
  const known = head.facts === 0 ? new Map<string, Recorded>() : await readNamed(transaction, name, told);
  const fold = await loadFold(transaction, ledger, name, head);
  const recorded = Math.max(ledger.now(), fold.recorded);
  const { fresh, entries, texts } = newOnes(told, known, fold, recorded);
  for (const [index, { sealed }] of told.entries())
    if (sealed && entries[index]!.again) await sameTexts(transaction, ledger, name, entries[index]!.position, told[index]!, recorded);
  const restatedAll = head.revision > locked.revision;
  if (fresh.length === 0) {
    const done = { revision: head.revision, entries, size: head.facts, moved: [] };
    return restatedAll ? contradict(transaction, ledger, name, fold, -Infinity, done) : done;
  }
  ledger.folds.forget(name.contract);
  const ready = await pinAttached(transaction, ledger, name, head, { ...fold, recorded }, fresh);
  const { next, work } = await lived(transaction, ledger, name, ready, fresh, texts, head);
  const { fold: kept, moved } = await write(transaction, name, head.revision, next, { ...work, statedBy });
  ledger.folds.put(name.contract, kept);
  const done = { revision: kept.revision, entries, size: kept.facts, moved };
  const from = restatedAll ? -Infinity : work.resumed;
  return from === undefined ? done : contradict(transaction, ledger, name, kept, from, done);
}

/** The life was lived again from an instant on: what had been announced and proves wrong is told as facts, with what those open. */
async function contradict(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  fold: Fold,
  from: Instant,
  done: Appended,
): Promise<Appended> {
  const told = await contradictions(transaction, ledger, name, fold, from);
  if (told.length === 0) return done;
  const { revision, size, moved } = await appendWithin(transaction, ledger, name, told, "tenu");
  return { ...done, revision, size, moved: [...done.moved, ...moved] };
}

/** The sealed texts of facts. */
type Texts = Map<Fact, readonly SealedText[]>;

/** Facts not told before, each once, with the instant at which they are recorded. */
function newOnes(told: readonly Told[], known: ReadonlyMap<string, Recorded>, { facts }: Fold, recorded: Instant) {
  const seen = new Map(known);
  const fresh: Fact[] = [];
  const texts: Texts = new Map();
  const entries = told.map((one) => {
    const happens = Math.max(one.occurred, movedTo(one));
    if (happens > recorded) throw new NotYet(one, happens, recorded);
    const { sealed, ...rest } = one;
    const fact: Fact = { ...rest, recorded };
    const twin = seen.get(factName(fact));
    if (twin && !sameFact(twin.fact, fact)) throw new Contradiction(twin.fact, fact);
    if (twin) return { position: twin.position, again: true };
    const position = facts + fresh.length;
    seen.set(factName(fact), { position, fact });
    fresh.push(fact);
    if (sealed) texts.set(fact, sealed);
    return { position, again: false };
  });
  return { fresh, entries, texts };
}

/** Where a correction puts the fact that it is about. */
function movedTo({ kind, fields }: Told): Instant {
  const told = kind === "fact.corrected" ? fields["occurred"] : undefined;
  return (typeof told === "string" ? parseInstant(told) : undefined) ?? -Infinity;
}

/** A fact told again says the same about people too; of a forgotten person nobody can tell. */
async function sameTexts(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  position: number,
  { sealed = [], ...fact }: Told,
  recorded: Instant,
): Promise<void> {
  const kept = new Map((await readTexts(transaction, ledger, name, position)).map((one) => [one.field, one]));
  const other = sealed.some(({ field, text, person }) => {
    const known = kept.get(field);
    return !known || known.person !== person || ("text" in known && known.text !== text);
  });
  if (other) throw new Contradiction({ ...fact, recorded }, { ...fact, recorded });
}

/** The life with new facts in it: one step where they only follow, lived again from before the earliest touched instant where not. */
async function lived(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  fold: Fold,
  fresh: readonly Fact[],
  texts: Texts,
  head: Head,
): Promise<{ next: Fold; work: Work }> {
  const { recorded } = fold;
  const logged = log(name, fold, fresh, texts);
  const changed = await changesOf(transaction, name, fold, fresh);
  const after: Fold = { ...fold, ...logged.grown, changes: changed.changes };
  const facts = logged.rows.map((row, index) => ({ ...row, ...livedAt(changed.counted[index]) }));
  const made = { made: recorded, facts, nodes: logged.nodes, ...(changed.moved.length > 0 && { lived: changed.moved }) };
  const counted = changed.counted.filter((fact) => fact !== undefined);
  const until = Math.max(recorded, head.rests ?? -Infinity);
  if (changed.from === undefined && inOrder(fold, counted)) {
    const { next, work } = stepped(fold, logged, counted, until);
    return { next: { ...next, changes: changed.changes }, work: { ...work, ...made } };
  }
  const from = Math.min(changed.from ?? Infinity, ...counted.map(({ occurred }) => occurred));
  const again = await refold(transaction, ledger, name, after, { from, added: counted, until });
  return { next: again.fold, work: { ...made, cause: "late facts", ...again.work } };
}

/** Facts that only follow, lived on. */
function stepped(fold: Fold, logged: ReturnType<typeof log>, facts: readonly Fact[], until: Instant): { next: Fold; work: Work } {
  const { moved, kept, since } = liveAll(fold.life, facts, until, fold.since);
  const last = facts.at(-1) ?? fold.last;
  const next = { ...fold, ...logged.grown, ...(last && { last }), checkpoints: fold.checkpoints + kept.length, since };
  const rows = logged.rows.map((row, index) => ({ ...row, ...livedAt(facts[index]) }));
  return {
    next,
    work: { cause: "facts", made: fold.recorded, facts: rows, nodes: logged.nodes, checkpoints: kept, ...rowsOf(fold, moved) },
  };
}

function attaches({ kind, fields }: Fact): boolean {
  return kind === "contract.amended" && fields["attaches"] !== undefined;
}

/** Whether facts follow one another and what has been lived. */
function inOrder(fold: Fold, facts: readonly Fact[]): boolean {
  return facts.every((fact, index) => (index === 0 ? follows(fold, fact) : compareFacts(facts[index - 1]!, fact) < 0));
}

function livedAt(fact: Fact | undefined): { lived?: string } {
  return fact ? { lived: formatInstant(fact.occurred) } : {};
}

/** What goes before an entry whose leaf hash is taken (RFC 6962). The kernel's own hash is for where there is no Node. */
const LEAF = Buffer.from([0]);

/** Facts as log entries, and the tree grown by them. */
function log({ contract }: ContractName, fold: Fold, fresh: readonly Fact[], texts: Texts) {
  const nodes: TreeNode[] = [];
  let { frontier } = fold;
  const rows = fresh.map((fact, index): FactRow => {
    const position = fold.facts + index;
    const version = fold.contract.factKinds.get(fact.kind)?.version ?? 1;
    const sealed = texts.get(fact) ?? [];
    const personal = Object.fromEntries(sealed.map(({ field, commitment }) => [field, commitment]));
    const entry = Buffer.from(entryToText({ contract, index: position, fact, version, ...(sealed.length > 0 && { personal }) }), "utf8");
    const leaf = hash("sha256", Buffer.concat([LEAF, entry]), "buffer");
    frontier = grow(frontier, leaf, (node) => {
      if (node.level % 8 === 0) nodes.push(node);
    });
    const { source, id, kind, subject, by, occurred, recorded } = fact;
    return {
      position,
      source,
      id,
      kind,
      subject,
      party: by,
      occurred: formatInstant(occurred),
      recorded: formatInstant(recorded),
      entry,
      leaf,
      ...(sealed.length > 0 && { personal: sealed.map(({ field, person, sealed: kept }) => ({ field, person, sealed: kept })) }),
    };
  });
  return { rows, nodes, grown: { frontier, facts: fold.facts + fresh.length } };
}

/**
 * What corrections and withdrawals do: the facts they change stand elsewhere or nowhere, and the life is touched from the earlier
 * of both places on. A change told before its fact waits for it.
 */
async function changesOf(transaction: Transaction, name: ContractName, fold: Fold, fresh: readonly Fact[]) {
  const changes = new Map(fold.changes);
  const targets = new Set<string>();
  for (const fact of fresh.filter(isChange)) {
    targets.add(targetOf(fact));
    changes.set(targetOf(fact), [...(changes.get(targetOf(fact)) ?? []), fact].toSorted(compareChanges));
  }
  const counted = fresh.map((fact) => (isChange(fact) ? undefined : restated(fact, changes.get(factName(fact)))));
  const old = targets.size === 0 ? [] : [...(await readNamed(transaction, name, [...targets].map(nameParts))).values()];
  const moved = old
    .filter(({ fact }) => !isChange(fact))
    .map(({ position, fact }) => {
      const [was, now] = [restated(fact, fold.changes.get(factName(fact))), restated(fact, changes.get(factName(fact)))];
      return { position, was: was?.occurred, lived: now?.occurred };
    });
  const instants = moved.flatMap(({ was, lived }) => [was, lived].filter((at) => at !== undefined));
  return { changes, counted, moved, from: instants.length > 0 ? Math.min(...instants) : undefined };
}

/** `source:id`; a source has no colon. */
function nameParts(name: string): Pick<Fact, "source" | "id"> {
  const colon = name.indexOf(":");
  return { source: name.slice(0, colon), id: name.slice(colon + 1) };
}
