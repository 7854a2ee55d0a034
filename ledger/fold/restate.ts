import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { committed } from "./committed.ts";
import { isOutdated } from "./edition.ts";
import { type Head, readHead } from "./head.ts";
import { unlivedFold } from "./load.ts";
import { refold } from "./refold.ts";
import { write } from "./write.ts";
import { BEGINNING } from "./beginning.ts";

/**
 * The head of a contract worked out by the present engine and figures: a standing that others had worked out is folded again from its
 * first fact, as a revision of its own (cause `edition`) that shows what came out otherwise; the old versions stay. The head is locked.
 */
export async function upToDate(transaction: Transaction, ledger: Ledger, name: ContractName, head: Head): Promise<Head> {
  if (!isOutdated(ledger.references, head)) return head;
  await restate(transaction, ledger, name, head);
  return (await readHead(transaction, name)) ?? head;
}

/** Folds a contract again from its first fact. Whoever calls this forgets the fold when the transaction fails. */
export async function restate(transaction: Transaction, ledger: Ledger, name: ContractName, head: Head): Promise<void> {
  const now = ledger.now();
  const fold = await unlivedFold(transaction, ledger, name, head);
  const again = await refold(transaction, ledger, name, fold, { added: [], until: stoodUntil(head, now) });
  const work = { cause: "edition" as const, made: now, ...again.work };
  const written = await write(transaction, name, head.revision, again.fold, work);
  transaction.afterCommit(() => committed(ledger, name, written.fold));
}

/** The last instant of which the old standing spoke: both are compared there, and what falls due later is the clock's. */
function stoodUntil({ rests, due }: Head, now: Instant): Instant {
  return Math.max(rests ?? BEGINNING, due === null ? now : Math.min(now, due - 1));
}
