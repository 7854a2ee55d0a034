import type { Duration } from "../../time/duration.ts";
import { formatDuration } from "../../time/duration.ts";
import type { Clause } from "../clause.ts";
import type { Effect } from "../grammar.ts";
import type { Stated } from "../stated.ts";
import { onClause } from "./finding.ts";
import type { Check } from "./review.ts";

/** Days added at the end of a contract that renews in short periods: the end keeps moving away and they never arrive. */
export const farEnds: Check = ({ contract, own, told }) => {
  const term = contract.clauses.find(({ kind }) => kind === "term") as (Clause & { renewal?: Stated<Duration | "none"> }) | undefined;
  if (term?.renewal?.is !== "value" || term.renewal.value === "none" || !isShort(term.renewal.value)) return [];
  const renewal = formatDuration(term.renewal.value);
  return own.flatMap((clause) => {
    const { then } = clause as Clause & { then?: Effect[] };
    const extends_ = told.live.has(clause.id) && Array.isArray(then) && then.some((effect) => effect.do === "extend");
    return extends_ ? [onClause(clause, "extension-never-arrives", "warning", { renewal, term: term.id, termarticle: term.article })] : [];
  });
};

function isShort({ count, unit }: Duration): boolean {
  return unit === "quarter" ? count < 4 : unit === "month" ? count < 12 : unit !== "year";
}
