import { consistencyNodes, consistencyProof, inclusionNodes, inclusionProof, type Proof } from "#kernel/evidence/proofs.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName } from "../ledger.ts";
import { readHashes } from "./log.ts";

/** That each of some entries is in the log's first `size` (RFC 6962 §2.1.1). Throws RangeError for an entry beyond, LogAltered. */
export async function inclusionOf(
  transaction: Transaction,
  name: ContractName,
  entries: readonly number[],
  size: number,
): Promise<Proof[]> {
  const hashAt = await readHashes(
    transaction,
    name,
    entries.flatMap((entry) => inclusionNodes(entry, size)),
  );
  return entries.map((entry) => inclusionProof(hashAt, entry, size));
}

/** That the log's first `to` entries begin with its first `from` (RFC 6962 §2.1.2). Throws RangeError unless 0 < from ≤ to, LogAltered. */
export async function consistencyOf(transaction: Transaction, name: ContractName, from: number, to: number): Promise<Proof> {
  const hashAt = await readHashes(transaction, name, consistencyNodes(from, to));
  return consistencyProof(hashAt, from, to);
}
