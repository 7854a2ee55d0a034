import { compareFacts, type Fact } from "#kernel/engine/fact.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { Fold } from "../fold/folds.ts";
import { liveAll } from "../fold/live-all.ts";
import { rowsOf, type Work } from "../fold/write.ts";
import type { Logged } from "./log-entries.ts";

/** A fold that facts have changed, and what is to be written of it. */
export interface Lived {
  next: Fold;
  work: Work;
}

/** Whether facts, in life order, follow one another and what has been lived. */
export function followsOn(fold: Fold, facts: readonly Fact[]): boolean {
  return facts.every((fact, index) => (index === 0 ? follows(fold, fact) : compareFacts(facts[index - 1]!, fact) < 0));
}

/** Whether a fact only follows what the life has seen: it then costs one step. */
function follows({ life, last }: Pick<Fold, "life" | "last">, fact: Fact): boolean {
  const { at } = life.state;
  if (fact.occurred !== at) return fact.occurred > at;
  // Timers of that instant have fired: an amendment would have come before some of them.
  return fact.kind !== "contract.amended" && (!last || compareFacts(last, fact) < 0);
}

/** Lives facts that only follow, and on to an instant. Changes the fold's life in place. */
export function liveOn(fold: Fold, logged: Logged, facts: readonly Fact[], until: Instant): Lived {
  const { moved, kept, since } = liveAll(fold.life, facts, until, fold.since);
  const last = facts.at(-1) ?? fold.last;
  const next = { ...fold, ...logged.grown, ...(last && { last }), checkpoints: fold.checkpoints + kept.length, since };
  const { rows, nodes } = logged;
  return { next, work: { cause: "facts", made: fold.recorded, facts: rows, nodes, checkpoints: kept, ...rowsOf(fold, moved) } };
}
