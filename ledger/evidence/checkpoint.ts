import { type Checkpoint, checkpointText, readCheckpoint } from "#kernel/evidence/checkpoint.ts";
import { type Note, noteFromText, noteToText } from "#kernel/evidence/note.ts";
import { verifyConsistency } from "#kernel/evidence/proofs.ts";
import { signNote } from "#kernel/evidence/signature.ts";
import { emptyFrontier, frontierFromBytes, rootOf } from "#kernel/evidence/tree.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { Head } from "../fold/head.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { type Author, keyNameOf, originOf } from "./author.ts";
import { LogAltered } from "./log-altered.ts";
import { consistencyOf } from "./proofs.ts";

/** A checkpoint that was signed and is kept for good. */
export interface KeptCheckpoint {
  size: number;
  /** The key's name and id. */
  signer: string;
  note: Note;
  checkpoint: Checkpoint;
  signed: Instant;
}

type Row = Pick<KeptCheckpoint, "size" | "signer" | "signed"> & { note: string };

/**
 * The signed checkpoint of the log as it stands at a head: made when it is first asked for, and kept. Before anything is signed the log
 * is held against the last checkpoint: throws LogAltered where it does not go on from it, so no two of our checkpoints contradict.
 */
export async function signedCheckpoint(
  transaction: Transaction,
  ledger: Ledger,
  author: Author,
  name: ContractName,
  head: Head,
): Promise<KeptCheckpoint> {
  const { tenant, contract } = name;
  const signer = keyNameOf(author.signer.key);
  const last = await lastCheckpoint(transaction, name);
  if (last?.size === head.facts) {
    const own = last.signer === signer ? last : await readKept(transaction, name, head.facts, signer);
    if (own) return own;
  }
  const frontier = head.facts === 0 ? emptyFrontier : frontierFromBytes(head.frontier);
  const checkpoint = { origin: originOf(author, name), size: head.facts, root: rootOf(frontier) };
  if (frontier.size !== head.facts)
    throw new LogAltered(name, last?.size ?? 0, `its frontier is of ${frontier.size} entries, not ${head.facts}`);
  if (last) await assertGoesOn(transaction, name, last.checkpoint, checkpoint);
  const note = signNote({ text: checkpointText(checkpoint), signatures: [] }, author.signer);
  const signed = ledger.now();
  await transaction.rows({
    text: `insert into ledger.checkpoint_note (tenant_id, contract_id, size, signer, note, signed)
      values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    values: [tenant, contract, head.facts, signer, noteToText(note), formatInstant(signed)],
  });
  return { size: head.facts, signer, note, checkpoint, signed };
}

/** The kept checkpoint of a size, by a key or by the one that signed last. */
export async function readKept(
  transaction: Transaction,
  { tenant, contract }: ContractName,
  size: number,
  signer?: string,
): Promise<KeptCheckpoint | undefined> {
  const [row] = await transaction.rows<Row>({
    text: `select size, signer, note, signed from ledger.checkpoint_note
      where tenant_id = $1 and contract_id = $2 and size = $3 and ($4::text is null or signer = $4) order by signed desc limit 1`,
    values: [tenant, contract, size, signer ?? null],
  });
  return row && keptOf(row);
}

/** The largest checkpoint that was signed. */
export async function lastCheckpoint(transaction: Transaction, name: ContractName): Promise<KeptCheckpoint | undefined> {
  const [last] = await listCheckpoints(transaction, name, undefined, 1);
  return last;
}

/** Checkpoints that were signed, the largest first, beyond one of the list. */
export async function listCheckpoints(
  transaction: Transaction,
  { tenant, contract }: ContractName,
  after: readonly [size: number, signer: string] | undefined,
  most: number,
): Promise<KeptCheckpoint[]> {
  const rows = await transaction.rows<Row>({
    name: "checkpoints",
    text: `select size, signer, note, signed from ledger.checkpoint_note
      where tenant_id = $1 and contract_id = $2 and ($3::bigint is null or (size, signer) < ($3, $4)) order by size desc, signer desc limit $5`,
    values: [tenant, contract, after?.[0] ?? null, after?.[1] ?? null, most],
  });
  return rows.map(keptOf);
}

function keptOf({ note: written, ...row }: Row): KeptCheckpoint {
  const note = noteFromText(written);
  return { ...row, note, checkpoint: readCheckpoint(note.text) };
}

async function assertGoesOn(transaction: Transaction, name: ContractName, old: Checkpoint, next: Checkpoint): Promise<void> {
  if (old.size === 0) return;
  if (old.size > next.size) throw new LogAltered(name, old.size, `it has ${next.size}`);
  const proof = await consistencyOf(transaction, name, old.size, next.size);
  const goesOn = verifyConsistency({ old: old.size, size: next.size, oldRoot: old.root, root: next.root, proof });
  if (!goesOn) throw new LogAltered(name, old.size, `the root of its ${next.size} entries does not go on from theirs`);
}
