import { noteToText } from "#kernel/evidence/note.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { badInput, notFound } from "#platform/http/problems.ts";
import type { Author } from "../evidence/author.ts";
import { type KeptCheckpoint, readKept, signedCheckpoint } from "../evidence/checkpoint.ts";
import { cosignedNote, readCosignatures } from "../evidence/cosignatures.ts";
import { type Head, readHead } from "../fold/head.ts";
import type { ContractName, Ledger } from "../ledger.ts";

// What requests about a contract's log have in common.

export async function headOf(transaction: Transaction, name: ContractName): Promise<Head> {
  const head = await readHead(transaction, name);
  if (!head) throw notFound({ fr: "Ce contrat", en: "This contract" });
  return head;
}

/** The size asked for, with its checkpoint where one was signed; without one, the present size, signed now. */
export async function sizeAsked(
  transaction: Transaction,
  ledger: Ledger,
  author: Author,
  name: ContractName,
  size: number | undefined,
  key: string,
): Promise<{ size: number; checkpoint?: string }> {
  const head = await headOf(transaction, name);
  if (size !== undefined && size > head.facts) throw badInput([beyond(`query.${key}`, head.facts)]);
  const kept =
    size === undefined ? await signedCheckpoint(transaction, ledger, author, name, head) : await readKept(transaction, name, size);
  return { size: size ?? head.facts, ...(kept && { checkpoint: await withWitnesses(transaction, name, kept) }) };
}

/** The note of a checkpoint with the cosignatures it has received. */
export async function withWitnesses(
  transaction: Transaction,
  name: ContractName,
  kept: Pick<KeptCheckpoint, "size" | "signer" | "note">,
): Promise<string> {
  return noteToText(cosignedNote(kept.note, await readCosignatures(transaction, name, kept)));
}

export function beyond(place: string, size: number) {
  return {
    place,
    code: "beyond-the-log",
    detail: { fr: `Le journal a ${size} écritures.`, en: `The log has ${size} entries.` },
  };
}
