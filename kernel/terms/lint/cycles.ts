import type { Clause } from "../clause.ts";
import type { Effect } from "../grammar.ts";
import { onClause } from "./finding.ts";
import type { Check } from "./review.ts";

type Step = { clause: Clause; on: readonly string[]; tells: readonly string[] };

/** Effects that lead back to what triggered them within one instant: the engine would have to stop them. */
export const cycles: Check = ({ own }) => {
  const steps = own.flatMap(stepsOf);
  const told = new Set<string>();
  return steps.flatMap(({ clause, on }) => {
    for (const start of on) {
      const trail = wayBack(steps, start);
      const name = trail?.toSorted().join(" ");
      if (!trail || told.has(name!)) continue;
      told.add(name!);
      return [onClause(clause, "effects-in-a-circle", "error", { trail: [...trail, start].join(" → ") })];
    }
    return [];
  });
};

/** The events that lead from one event back to itself at once. */
function wayBack(steps: readonly Step[], start: string): string[] | undefined {
  const seen = new Set<string>();
  const search = (event: string, trail: string[]): string[] | undefined => {
    for (const next of steps.filter(({ on }) => on.includes(event)).flatMap(({ tells }) => tells)) {
      if (next === start) return trail;
      if (seen.has(next)) continue;
      seen.add(next);
      const found = search(next, [...trail, next]);
      if (found) return found;
    }
    return undefined;
  };
  return search(start, [start]);
}

interface Mechanics {
  when?: string[];
  keptBy?: string[];
  excusedBy?: string[];
  brokenBy?: string[];
  then?: Effect[];
  otherwise?: Effect[] | string;
  act?: string[];
}

/** What a clause tells at the very instant it hears something. */
function stepsOf(clause: Clause): Step[] {
  const { id } = clause;
  const { when = [], keptBy = [], excusedBy = [], brokenBy = [], act = [], then, otherwise } = clause as unknown as Mechanics;
  switch (clause.kind) {
    case "statement":
      return [{ clause, on: when, tells: atOnce(then) }];
    case "charge":
      return [{ clause, on: when, tells: [`${id}.due`, ...atOnce(then)] }];
    case "duty":
      return [
        { clause, on: when, tells: [`${id}.opened`] },
        { clause, on: keptBy, tells: [`${id}.kept`, ...atOnce(then)] },
        { clause, on: excusedBy, tells: [`${id}.excused`] },
        { clause, on: brokenBy, tells: [`${id}.missed`, ...atOnce(otherwise)] },
      ];
    case "right":
      return [{ clause, on: when, tells: [`${id}.opened`] }];
    case "limit":
      return [{ clause, on: act, tells: [`${id}.exceeded`, ...atOnce(otherwise)] }];
    default:
      return [];
  }
}

function atOnce(effects: Effect[] | string | undefined): string[] {
  return Array.isArray(effects) ? effects.flatMap((effect) => (effect.do === "tell" && !effect.at ? [effect.event] : [])) : [];
}
