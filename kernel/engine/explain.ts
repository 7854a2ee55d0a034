import type { Clause } from "../terms/clause.ts";
import type { Contract } from "../terms/contract.ts";
import { effectiveFacts } from "./effective.ts";
import { type Fact, factName } from "./fact.ts";
import type { NumberedItem } from "./register.ts";
import type { Standing } from "./standing.ts";

/** Why an item stands: its clause, the facts and the clauses it rests on. The arithmetic is the item's own figure tree. */
export interface Explanation {
  item: NumberedItem;
  /** The clause as it reads at the standing's instant; absent for what the engine itself decides. */
  clause?: Clause;
  /** Clauses that led to it, the first cause first. */
  chain: readonly Clause[];
  facts: readonly Fact[];
}

/** Explains one item, named `clause/subject/number`, `clause/subject` (its last opening) or `clause`. Undefined where nothing has that name. */
export function explain(contract: Contract, facts: readonly Fact[], standing: Standing, what: string): Explanation | undefined {
  const item = standing.items.find(({ id }) => id === what) ?? standing.items.findLast(({ id, clause }) => id.startsWith(`${what}/`) || clause === what);
  if (!item) return undefined;
  const known = new Map(effectiveFacts(facts, standing.knownAt).map((fact) => [factName(fact), fact]));
  const clause = contract.byId.get(item.clause);
  return {
    item,
    ...(clause && { clause }),
    chain: item.because.clauses.flatMap((id) => contract.byId.get(id) ?? []),
    facts: item.because.facts.flatMap((name) => known.get(name) ?? []),
  };
}
