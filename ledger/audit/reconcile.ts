import { reading } from "#platform/database/scope.ts";
import type { Ledger } from "../ledger.ts";
import { audit } from "./audit.ts";
import { everyContract, type Listed, type Which } from "../contracts/every-contract.ts";
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
 * database, changing nothing. Memory holds one contract's life at a time. A contract that goes meanwhile is passed over.
 */
export async function* reconcile(ledger: Ledger, which: Which = {}): AsyncGenerator<Reconciled> {
  for await (const listed of everyContract(ledger, which)) {
    const audited = await reading(ledger.database, [listed.tenant], (transaction) => audit(transaction, ledger, listed));
    if (!audited) continue;
    const { faults, log, lived } = audited;
    yield { ...listed, facts: log.size, items: lived?.items, faults: faults.kept, count: faults.count };
  }
}
