import { compareChanges, isChange, restated, targetOf } from "#kernel/engine/effective.ts";
import { compareFacts, type Fact, factName } from "#kernel/engine/fact.ts";
import { readCheckpoint } from "#kernel/evidence/checkpoint.ts";
import { type Entry, entryFromBytes } from "#kernel/evidence/entry.ts";
import { noteFromText } from "#kernel/evidence/note.ts";
import { isStored } from "#kernel/evidence/stored-nodes.ts";
import { append, emptyFrontier, frontierToBytes, leafHash, rootOf, type TreeNode } from "#kernel/evidence/tree.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { Head } from "../fold/head.ts";
import type { ContractName } from "../ledger.ts";
import type { Faults } from "./fault.ts";

/** The log of a contract as its entries say it: hashed anew, and its facts as they count today. */
export interface AuditedLog {
  size: number;
  frontier: Uint8Array;
  nodes: readonly TreeNode[];
  recorded: Instant | undefined;
  /** Facts of the life, in order. */
  facts: readonly Fact[];
  changes: ReadonlyMap<string, readonly Fact[]>;
  /** Facts whose place in the life is not the one stored. */
  lived: readonly { position: number; lived: Instant | undefined }[];
  /** Whether every entry is there and can be read. */
  whole: boolean;
}

interface Row {
  position: number;
  source: string;
  source_id: string;
  kind: string;
  subject: string;
  party: string;
  occurred: Instant;
  recorded: Instant;
  lived: Instant | null;
  entry: Buffer;
  leaf: Buffer;
}

interface Read {
  position: number;
  fact: Fact;
  lived: Instant | null;
}

const HANDFUL = 1000;

/** Reads the log of a contract entry by entry, and holds columns, leaves, tree, signed checkpoints and head against the entries. */
export async function auditLog(transaction: Transaction, name: ContractName, head: Head, faults: Faults): Promise<AuditedLog> {
  const signed = await readSigned(transaction, name, faults);
  const nodes: TreeNode[] = [];
  const read: Read[] = [];
  let frontier = emptyFrontier;
  let recorded: Instant | undefined;
  let whole = true;
  const check = () => checkSigned(signed.get(frontier.size) ?? [], rootOf(frontier), faults);
  check();
  for await (const row of logRows(transaction, name)) {
    for (; frontier.size < row.position; whole = false, frontier = append(frontier, new Uint8Array(32)))
      faults.add("entry-gone", `ledger.fact[${frontier.size}]`, "an entry", undefined);
    const leaf = leafHash(row.entry);
    frontier = append(frontier, leaf, (node) => void (isStored(node) && nodes.push(node)));
    if (!row.leaf.equals(leaf)) faults.add("leaf-differs", `ledger.fact[${row.position}].leaf`, leaf, row.leaf);
    const entry = readEntry(row, name, faults);
    if (entry) {
      compareColumns(row, entry, faults);
      if (recorded !== undefined && entry.fact.recorded < recorded)
        faults.add(
          "order-broken",
          `ledger.fact[${row.position}].recorded`,
          `≥ ${formatInstant(recorded)}`,
          formatInstant(entry.fact.recorded),
        );
      recorded = entry.fact.recorded;
      read.push({ position: row.position, fact: entry.fact, lived: row.lived });
    } else whole = false;
    check();
  }
  for (let gone = frontier.size; gone < head.facts; gone += 1) {
    whole = false;
    faults.add("entry-gone", `ledger.fact[${gone}]`, "an entry", undefined);
  }
  for (const [size, notes] of signed)
    if (size > frontier.size)
      for (const { place } of notes) faults.add("signed-otherwise", place, `${size} entries`, `${frontier.size} entries`);
  const grown = frontierToBytes(frontier);
  // An empty frontier contradicts nothing: it is what a rebuild starts from.
  if (head.frontier.length > 0 ? !head.frontier.equals(grown) : head.facts > 0)
    faults.add("frontier-differs", "ledger.contract.frontier", grown, head.frontier);
  else if (head.facts !== frontier.size) faults.add("head-differs", "ledger.contract.facts", frontier.size, head.facts);
  await compareNodes(transaction, name, nodes, faults);
  return { size: frontier.size, frontier: grown, nodes, recorded, whole, ...(whole ? livesOf(read, faults) : unlived) };
}

const unlived = { facts: [], changes: new Map(), lived: [] };

async function* logRows(transaction: Transaction, { tenant, contract }: ContractName): AsyncGenerator<Row> {
  for (let after = -1; ;) {
    const rows = await transaction.rows<Row>({
      name: "audit-log",
      text: `select position, source, source_id, kind, subject, party, occurred, recorded, lived, entry, leaf from ledger.fact
        where tenant_id = $1 and contract_id = $2 and position > $3 order by position limit $4`,
      values: [tenant, contract, after, HANDFUL],
    });
    yield* rows;
    if (rows.length < HANDFUL) return;
    after = rows.at(-1)!.position;
  }
}

function readEntry({ position, entry: bytes }: Row, { contract }: ContractName, faults: Faults): Entry | undefined {
  const place = `ledger.fact[${position}].entry`;
  try {
    const entry = entryFromBytes(bytes);
    if (entry.contract !== contract) faults.add("entry-altered", `${place}.contract`, contract, entry.contract);
    if (entry.index !== position) faults.add("entry-altered", `${place}.index`, position, entry.index);
    return entry.contract === contract && entry.index === position ? entry : undefined;
  } catch (error) {
    faults.add("entry-altered", place, "canonical JSON (RFC 8785)", error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

function compareColumns(row: Row, { fact }: Entry, faults: Faults): void {
  const { source, id, kind, subject, by, occurred, recorded } = fact;
  const said = { source, source_id: id, kind, subject, party: by, occurred, recorded };
  for (const [column, value] of Object.entries(said) as [keyof typeof said, string | Instant][])
    if (row[column] !== value) faults.add("column-differs", `ledger.fact[${row.position}].${column}`, told(value), told(row[column]));
}

function told(value: string | Instant): string {
  return typeof value === "number" ? formatInstant(value) : value;
}

/** Every fact where it now stands in the life, once corrected, withdrawn or amended. */
function livesOf(read: readonly Read[], faults: Faults): Pick<AuditedLog, "facts" | "changes" | "lived"> {
  const changes = new Map<string, Fact[]>();
  for (const { fact } of read)
    if (isChange(fact)) changes.set(targetOf(fact), [...(changes.get(targetOf(fact)) ?? []), fact].toSorted(compareChanges));
  const lived: { position: number; lived: Instant | undefined }[] = [];
  const facts: Fact[] = [];
  for (const { position, fact, lived: stored } of read) {
    const now = isChange(fact) ? undefined : restated(fact, changes.get(factName(fact)));
    if (now) facts.push(now);
    if ((stored ?? undefined) === now?.occurred) continue;
    lived.push({ position, lived: now?.occurred });
    faults.add(
      "lived-differs",
      `ledger.fact[${position}].lived`,
      now && formatInstant(now.occurred),
      stored === null ? undefined : formatInstant(stored),
    );
  }
  return { facts: facts.toSorted(compareFacts), changes, lived };
}

interface Signed {
  place: string;
  root: Uint8Array;
}

/** The checkpoints that were signed, by size. */
async function readSigned(transaction: Transaction, { tenant, contract }: ContractName, faults: Faults): Promise<Map<number, Signed[]>> {
  const rows = await transaction.rows<{ size: number; signer: string; note: string }>({
    text: "select size, signer, note from ledger.checkpoint_note where tenant_id = $1 and contract_id = $2 order by size",
    values: [tenant, contract],
  });
  const signed = new Map<number, Signed[]>();
  for (const { size, signer, note } of rows) {
    const place = `ledger.checkpoint_note[${size}, ${signer}]`;
    try {
      const said = readCheckpoint(noteFromText(note).text);
      if (said.size !== size) faults.add("signed-otherwise", place, `${size} entries`, `${said.size} entries`);
      else signed.set(size, [...(signed.get(size) ?? []), { place, root: said.root }]);
    } catch (error) {
      faults.add("signed-otherwise", place, "a signed note", error instanceof Error ? error.message : String(error));
    }
  }
  return signed;
}

function checkSigned(notes: readonly Signed[], root: Uint8Array, faults: Faults): void {
  for (const note of notes) if (!Buffer.from(note.root).equals(root)) faults.add("signed-otherwise", note.place, note.root, root);
}

async function compareNodes(
  transaction: Transaction,
  { tenant, contract }: ContractName,
  nodes: readonly TreeNode[],
  faults: Faults,
): Promise<void> {
  const rows = await transaction.rows<{ level: number; index: number; hash: Buffer }>({
    text: "select level, index, hash from ledger.node where tenant_id = $1 and contract_id = $2",
    values: [tenant, contract],
  });
  const stored = new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  for (const { level, index, hash } of nodes) {
    const id = `${level}/${index}`;
    if (!stored.get(id)?.equals(hash)) faults.add("node-differs", `ledger.node[${id}]`, hash, stored.get(id));
    stored.delete(id);
  }
  for (const [id, hash] of stored) faults.add("node-differs", `ledger.node[${id}]`, undefined, hash);
}
