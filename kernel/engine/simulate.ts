import type { References } from "../references.ts";
import type { Contract } from "../terms/contract.ts";
import type { Instant } from "../time/instant.ts";
import { type Comparison, compare } from "./compare.ts";
import type { Fact } from "./fact.ts";
import { run } from "./run.ts";
import type { Standing } from "./standing.ts";

/** What would stand if hypothetical facts happened, beside what will stand if nothing else does. */
export interface Simulation {
  standing: Standing;
  /** Against the same instant without the scenario. */
  comparison: Comparison;
}

/** The source that marks a hypothetical fact in every explanation. */
export const HYPOTHETICAL = "scenario";

/** Plays a scenario after what is known at `knownAt` (default: `from`). Nothing is recorded. */
export function simulate(
  contract: Contract,
  facts: readonly Fact[],
  references: References,
  { scenario, from, until, knownAt = from }: { scenario: readonly Fact[]; from: Instant; until: Instant; knownAt?: Instant },
): Simulation {
  const known = facts.filter(({ recorded }) => recorded <= knownAt);
  const hypothetical = scenario.map((fact) => ({ ...fact, source: HYPOTHETICAL, recorded: Math.min(fact.recorded, until) }));
  const moment = { at: until };
  const standing = run(contract, [...known, ...hypothetical], references, moment);
  return { standing, comparison: compare(run(contract, known, references, moment), standing) };
}
