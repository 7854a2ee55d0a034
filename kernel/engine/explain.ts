import type { Clause } from "../terms/clause.ts";
import type { Figure } from "../money/figure.ts";
import type { References } from "../references.ts";
import type { Contract } from "../terms/contract.ts";
import type { Versions } from "./apply.ts";
import { effectiveFacts } from "./effective.ts";
import { type Fact, factName } from "./fact.ts";
import type { Item } from "./item.ts";
import type { Life } from "./life.ts";
import type { NumberedItem } from "./register.ts";
import { live } from "./run.ts";
import type { Standing } from "./standing.ts";
import type { State } from "./state.ts";

/** Why an item stands: its clause, the facts and the clauses it rests on. The arithmetic is the item's own figure tree. */
export interface Explanation {
  item: NumberedItem;
  /** The contract as it read when the item opened. */
  contract: Contract;
  /** The clause as it read when the item opened; absent for what the engine itself decides. */
  clause?: Clause;
  /** Clauses that led to it, the first cause first. */
  chain: readonly Clause[];
  /** What happened, after the amendments that gave these clauses their words. */
  facts: readonly Fact[];
}

/** A life, and where its contract's versions are found. */
type Lived = Readonly<Pick<Life, "versions" | "state">>;

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
  const life = live(contract, facts, references, standing);
  return explanationOf(life, item, new Map(effectiveFacts(facts, standing.knownAt).map((fact) => [factName(fact), fact])));
}

/** The names of the facts behind an item: the amendments that gave its clauses their words, then what happened. */
export function factsBehind({ versions, state }: Lived, item: Item): string[] {
  const clauses = [item.clause, ...item.because.clauses, ...(item.figure ? clausesIn(item.figure) : [])];
  return [...new Set([...amendmentsOf(versions, state, item.version, clauses), ...item.because.facts])];
}

/** The explanation of an item of a life, from the facts behind it. */
export function explanationOf(life: Lived, item: NumberedItem, known: ReadonlyMap<string, Fact>): Explanation {
  const { versions, state } = life;
  const opened = versions.at(state, item.version).contract;
  const clause = opened.byId.get(item.clause) ?? versions.clause(item.clause);
  return {
    item,
    contract: opened,
    ...(clause && { clause }),
    chain: item.because.clauses.flatMap((id) => opened.byId.get(id) ?? versions.clause(id) ?? []),
    facts: factsBehind(life, item).flatMap((name) => known.get(name) ?? []),
  };
}

/** The facts by which clauses had come to read as they did in a version. */
function amendmentsOf(versions: Versions, state: State, version: number, clauses: readonly string[]): string[] {
  const read = (at: number, id: string) => JSON.stringify(versions.at(state, at).contract.byId.get(id)?.raw);
  return state.amendments.slice(0, version).flatMap((name, before) => {
    const changed = clauses.some((id) => read(before, id) !== read(before + 1, id));
    return changed ? [name.split("#")[0]!] : [];
  });
}

/** The clauses whose figures a tree takes. */
function clausesIn(figure: Figure): string[] {
  if (figure.op !== "given") return figure.of.flatMap(clausesIn);
  return "clause" in figure.from ? [figure.from.clause] : [];
}
