import type { Instant } from "#kernel/time/instant.ts";
import { reading } from "#platform/database/scope.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { type Edge, readEdges } from "./edges.ts";

const MOST = 1000;

/**
 * What comes within a time from now under one contract, the soonest first, a thousand at most: deadlines, closing and opening windows. `within`
 * is in milliseconds. What is paused does not come nearer, and is left out. Derived each time: nothing is to be cancelled when a duty is kept.
 */
export function remindersOf(ledger: Ledger, { tenant, contract }: ContractName, now: Instant, within: number): Promise<Edge[]> {
  return reading(ledger.database, [tenant], (transaction) =>
    readEdges(transaction, { contract, after: now, before: now + within + 1, paused: false, most: MOST }),
  );
}

/** The same across the contracts of some tenants. */
export function remindersAcross(ledger: Ledger, tenants: readonly string[], now: Instant, within: number): Promise<Edge[]> {
  return reading(ledger.database, tenants, (transaction) =>
    readEdges(transaction, { after: now, before: now + within + 1, paused: false, most: MOST }),
  );
}
