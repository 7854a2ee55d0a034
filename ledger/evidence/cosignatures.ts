import type { Note } from "#kernel/evidence/note.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName } from "../ledger.ts";
import type { KeptCheckpoint } from "./checkpoint.ts";

/** A witness's signature under one of our checkpoints. */
export interface Cosignature {
  /** The key's name and id. */
  witness: string;
  /** The whole verifier key. */
  key: string;
  signature: Buffer;
  /** When the witness says it signed, to the second; when we received it. */
  stamped: Instant;
  received: Instant;
}

/** A note may hold a hundred signatures, ours among them. */
const MOST = 90;

/** The cosignatures of a checkpoint, the latest first. */
export function readCosignatures(
  transaction: Transaction,
  { tenant, contract }: ContractName,
  { size, signer }: Pick<KeptCheckpoint, "size" | "signer">,
): Promise<Cosignature[]> {
  return transaction.rows<Cosignature>({
    name: "cosignatures",
    text: `select witness, key, signature, stamped, received from ledger.cosignature
      where tenant_id = $1 and contract_id = $2 and size = $3 and signer = $4 order by received desc, witness limit ${MOST}`,
    values: [tenant, contract, size, signer],
  });
}

/** The checkpoint's note with its cosignatures. */
export function cosignedNote({ text, signatures }: Note, cosignatures: readonly Cosignature[]): Note {
  const more = cosignatures.map(({ witness, signature }) => {
    const plus = witness.lastIndexOf("+"); // a key's name has none
    return { name: witness.slice(0, plus), keyId: witness.slice(plus + 1), signature: new Uint8Array(signature) };
  });
  return { text, signatures: [...signatures, ...more] };
}
