import { reading } from "#platform/database/scope.ts";
import type { Ledger } from "../ledger.ts";
import { audit } from "./audit.ts";
import type { Listed, Which } from "../contracts/every-contract.ts";
import { eachContract } from "./each-contract.ts";
import type { Fault } from "./fault.ts";

/** What came of one contract. */
export interface Reconciled extends Listed {
  facts: number;
  /** Items that the replay came to; undefined where it could not be. */
  items: number | undefined;
  /** The first thousand. */
  faults: readonly Fault[];
  count: number;
}

/**
 * Proves contract by contract that what is stored equals a replay of the facts: each within its tenant's scope, on one moment of the
 * database, changing nothing.
 */
export function reconcile(ledger: Ledger, which: Which = {}): AsyncGenerator<Reconciled> {
  return eachContract(ledger, which, async (listed) => {
    const audited = await reading(ledger.database, [listed.tenant], (transaction) => audit(transaction, ledger, listed));
    if (!audited) return undefined;
    const { faults, log, lived } = audited;
    return { facts: log.size, items: lived?.items, faults: faults.kept, count: faults.count };
  });
}
