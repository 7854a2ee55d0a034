import type { Item } from "#kernel/engine/item.ts";
import type { Clause } from "#kernel/terms/clause.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { type Counted, readOfKinds } from "../facts/of-kinds.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { openItemsOf, presentOf } from "../standing/present.ts";

/** From the first codes to the customer's administrator: facts apart from each other, and from the contract's term. */
export const openingKinds = ["contract.accepted", "codes.issued", "service.activated", "codes.handed-over", "administrator.named"] as const;

export interface OpeningStep {
  kind: string;
  /** The fact that told it, the last. */
  told?: Counted;
  /** Since when it holds, where a clause told it and no fact did. */
  since?: Instant;
  /** The duty that it keeps, while that is open. */
  duty?: { item: Item; clause: Clause };
}

export interface Opening {
  contract: Contract;
  /** When the term that runs began: neither activation nor hand-over. */
  term?: Instant;
  steps: readonly OpeningStep[];
}

/** How a contract's service was opened, as far as the contract knows such steps. */
export async function readOpening(transaction: Transaction, ledger: Ledger, name: ContractName): Promise<Opening | undefined> {
  const present = await presentOf(transaction, ledger, name);
  if (!present) return undefined;
  const { contract } = present.world;
  const { activated, term } = present.fold.life.state;
  const facts = (await readOfKinds(transaction, name, openingKinds)).filter(({ refused }) => !refused);
  const steps = openingKinds.map((kind): OpeningStep => {
    const told = facts.findLast(({ fact }) => fact.kind === kind);
    const duty = dutyKeptBy(contract, kind).flatMap((clause) => openItemsOf(present, clause.id).map((item) => ({ item, clause })))[0];
    const since = kind === "service.activated" && !told ? activated : undefined;
    return { kind, ...(told && { told }), ...(since !== undefined && { since }), ...(duty && { duty }) };
  });
  const known = steps.filter(({ kind, told, since }) => told || since !== undefined || isHeard(contract, kind));
  return { contract, ...(term && { term: term.start }), steps: known };
}

function dutyKeptBy({ clauses }: Contract, kind: string): readonly Clause[] {
  return clauses.filter((clause) => (clause as { keptBy?: readonly string[] }).keptBy?.includes(kind));
}

function isHeard(contract: Contract, kind: string): boolean {
  return contract.listeners.has(kind) || contract.limits.has(kind);
}
