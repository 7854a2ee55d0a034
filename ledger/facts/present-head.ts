import type { Transaction } from "#platform/database/scope.ts";
import { isOutdated } from "../fold/edition.ts";
import { type Head, lockHead, readHead } from "../fold/head.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { appendWithin } from "./append.ts";

/**
 * The contract's head, locked and worked out by the present edition; what the restatement proved wrong is told of. Undefined where there
 * is no such contract. Whoever calls this forgets the fold when the transaction fails.
 */
export async function presentHead(transaction: Transaction, ledger: Ledger, name: ContractName): Promise<Head | undefined> {
  const head = await lockHead(transaction, name);
  if (!head || !isOutdated(ledger.references, head)) return head;
  await appendWithin(transaction, ledger, name, [], "tenu");
  return readHead(transaction, name);
}
