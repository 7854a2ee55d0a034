import type { Clause } from "../terms/clause.ts";
import type { References } from "../references.ts";
import type { Contract } from "../terms/contract.ts";
import { effectiveFacts } from "./effective.ts";
import { type Fact, factName } from "./fact.ts";
import type { NumberedItem } from "./register.ts";
import { live } from "./run.ts";
import type { Standing } from "./standing.ts";

/** Why an item stands: its clause, the facts and the clauses it rests on. The arithmetic is the item's own figure tree. */
export interface Explanation {
  item: NumberedItem;
  /** The clause as it read when the item opened; absent for what the engine itself decides. */
  clause?: Clause;
  /** Clauses that led to it, the first cause first. */
  chain: readonly Clause[];
  facts: readonly Fact[];
}

/**
 * Explains one item of a standing, named `clause/subject/number`, `clause/subject` (its last opening) or `clause`. Undefined
 * where nothing has that name. The clause is shown as it read when the item opened.
 */
export function explain(
  contract: Contract,
  facts: readonly Fact[],
  references: References,
  standing: Standing,
  what: string,
): Explanation | undefined {
  const item =
    standing.items.find(({ id }) => id === what) ??
    standing.items.findLast(({ id, clause }) => id.startsWith(`${what}/`) || clause === what);
  if (!item) return undefined;
  const known = new Map(effectiveFacts(facts, standing.knownAt).map((fact) => [factName(fact), fact]));
  const { versions, state } = live(contract, facts, references, standing);
  const opened = versions.at(state, item.version).contract;
  const clause = opened.byId.get(item.clause) ?? versions.clause(item.clause);
  return {
    item,
    ...(clause && { clause }),
    chain: item.because.clauses.flatMap((id) => opened.byId.get(id) ?? versions.clause(id) ?? []),
    facts: item.because.facts.flatMap((name) => known.get(name) ?? []),
  };
}
