import { hash } from "node:crypto";
import { effectiveFacts, isChange, targetOf } from "#kernel/engine/effective.ts";
import { explain } from "#kernel/engine/explain.ts";
import { type Fact, factName } from "#kernel/engine/fact.ts";
import type { Json } from "#kernel/engine/item.ts";
import { run } from "#kernel/engine/run.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import { toBase64 } from "#kernel/evidence/base64.ts";
import { openHashing } from "#kernel/evidence/hashing.ts";
import { noteToText } from "#kernel/evidence/note.ts";
import { type Pack, packLog, packPart, type Terms } from "#kernel/evidence/pack.ts";
import { sameHash } from "#kernel/evidence/proofs.ts";
import { rootOfLeaves } from "#kernel/evidence/tree.ts";
import { verifierKeyToText } from "#kernel/evidence/verifier-key.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { recordedOf } from "../facts/fact-rows.ts";
import { type Head, readHead } from "../fold/head.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import type { Author } from "./author.ts";
import { type KeptCheckpoint, lastCheckpoint, signedCheckpoint } from "./checkpoint.ts";
import { cosignedNote, readCosignatures } from "./cosignatures.ts";
import { type LogRow, readLog } from "./log.ts";
import { LogAltered } from "./log-altered.ts";
import { inclusionOf } from "./proofs.ts";
import { signStatement } from "./statement.ts";
import { TermsAltered } from "./terms-altered.ts";
import { readTerms } from "./terms.ts";

/** The instant whose standing is stated, as known at an instant. */
export interface Moment {
  at: Instant;
  knownAt: Instant;
}

/** All that a pack is made of, read under one head of the contract. */
interface Ground {
  head: Head;
  terms: Terms;
  kept: KeptCheckpoint;
  rows: readonly LogRow[];
  checkpoint: string;
  keys: readonly string[];
  /** Whether the entries are those that were signed. */
  sound: boolean;
}

/**
 * The evidence of a whole contract; undefined where there is none. It can always be had: of a log that was altered it is under the last
 * checkpoint that was signed and without a statement, and verifying it tells what was altered. Of altered terms nothing is stated.
 */
export async function packContract(
  transaction: Transaction,
  ledger: Ledger,
  author: Author,
  name: ContractName,
  moment: Moment,
): Promise<Pack | undefined> {
  const ground = await readGround(transaction, ledger, author, name);
  if (!ground) return undefined;
  const { terms, rows, checkpoint, keys } = ground;
  const whole = packLog(
    terms,
    rows.map(({ text }) => text),
    checkpoint,
  );
  // The leaf hashes as they were recorded: should an entry differ, they tell which.
  const leaves = toBase64(Buffer.concat(rows.map(({ leaf }) => leaf)));
  const statement = ground.sound ? await statementOf(transaction, ledger, author, name, ground, moment) : undefined;
  return { ...whole, leaves, keys, ...(statement !== undefined && { statement }) };
}

/**
 * The evidence of one item, named `clause/subject/number`, or its last opening by `clause/subject`: the entries behind it, each with its
 * inclusion proof. Undefined where nothing has that name. Throws LogAltered, TermsAltered.
 */
export async function packItem(
  transaction: Transaction,
  ledger: Ledger,
  author: Author,
  name: ContractName,
  moment: Moment,
  what: string,
): Promise<Pack | undefined> {
  const ground = await readGround(transaction, ledger, author, name);
  if (!ground) return undefined;
  const { terms, rows, checkpoint, keys, kept } = ground;
  if (!ground.sound) throw new LogAltered(name, kept.size, "its entries do not have the root that was signed");
  const { statement, standing, contract, facts } = await stated(transaction, ledger, author, name, ground, moment);
  const why = explain(contract, facts, ledger.references, standing, what);
  if (!why) return undefined;
  const behind = entriesBehind(facts, why.facts);
  const proofs = await inclusionOf(transaction, name, behind, kept.size);
  const entries = behind.map((position, n) => ({ text: rows[position]!.text, proof: proofs[n]! }));
  const says = JSON.parse(JSON.stringify(why.item)) as Json;
  const [at, knownAt] = [formatInstant(moment.at), formatInstant(moment.knownAt)];
  const item = { id: why.item.id, at, knownAt, engine: standing.edition.engine, says };
  return { ...packPart(terms, entries, checkpoint), keys, statement, item };
}

async function readGround(transaction: Transaction, ledger: Ledger, author: Author, name: ContractName): Promise<Ground | undefined> {
  const head = await readHead(transaction, name);
  if (!head) return undefined;
  const kept = await latest(transaction, ledger, author, name, head);
  const terms = await readTerms(transaction, ledger, author, name, head);
  const rows = await readLog(transaction, name, kept.size);
  const cosignatures = await readCosignatures(transaction, name, kept);
  const { leaf, node } = openHashing((bytes) => hash("sha256", bytes, "buffer"));
  const sound = sameHash(
    rootOfLeaves(
      rows.map(({ text }) => leaf(text)),
      node,
    ),
    kept.checkpoint.root,
  );
  return {
    head,
    terms,
    kept,
    rows,
    checkpoint: noteToText(cosignedNote(kept.note, cosignatures)),
    keys: [verifierKeyToText(author.signer.key), ...cosignatures.map(({ key }) => key)],
    sound,
  };
}

/** The checkpoint of now; where nothing more may be signed, the last one. */
async function latest(transaction: Transaction, ledger: Ledger, author: Author, name: ContractName, head: Head): Promise<KeptCheckpoint> {
  try {
    return await signedCheckpoint(transaction, ledger, author, name, head);
  } catch (error) {
    const last = error instanceof LogAltered ? await lastCheckpoint(transaction, name) : undefined;
    if (!last) throw error;
    return last;
  }
}

/** The signed statement of a moment; none where the terms are not those that were signed. */
async function statementOf(...asked: Parameters<typeof stated>): Promise<string | undefined> {
  try {
    return (await stated(...asked)).statement;
  } catch (error) {
    if (error instanceof TermsAltered) return undefined;
    throw error;
  }
}

/** The standing of a moment, worked out from the very entries of the pack, and signed. */
async function stated(
  transaction: Transaction,
  ledger: Ledger,
  author: Author,
  name: ContractName,
  { head, terms, rows }: Ground,
  moment: Moment,
): Promise<{ statement: string; standing: Standing; contract: Contract; facts: readonly Fact[] }> {
  const contract = await ledger.compositions.open(transaction, head.particulars, head.documents);
  const all = rows.map(({ position, text }) => recordedOf({ position, entry: Buffer.from(text) }).fact);
  const facts = all.filter(({ recorded }) => recorded <= moment.knownAt); // they are recorded in the log's order
  const standing = { ...run(contract, facts, ledger.references, moment), contract: head.name };
  const statement = await signStatement(transaction, ledger, author, name, { terms, standing, size: facts.length });
  return { statement, standing, contract, facts };
}

/** Without these nothing of a contract can be worked out. */
const FOUNDATIONS: ReadonlySet<string> = new Set(["contract.accepted", "contract.activated"]);

/** Where the facts behind an item stand in the log, with those that corrected them, and those that every item rests on. */
function entriesBehind(facts: readonly Fact[], why: readonly Fact[]): number[] {
  const names = new Set(why.map(factName));
  for (const fact of effectiveFacts(facts, Infinity)) if (FOUNDATIONS.has(fact.kind)) names.add(factName(fact));
  return facts.flatMap((fact, position) => (names.has(factName(fact)) || (isChange(fact) && names.has(targetOf(fact))) ? [position] : []));
}
