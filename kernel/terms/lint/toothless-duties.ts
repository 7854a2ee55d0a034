import { onClause } from "./finding.ts";
import type { Check } from "./review.ts";

/** A duty of result whose miss leads to nothing: no effect of its own, and no clause that hears of it. */
export const toothlessDuties: Check = ({ contract, own }) =>
  own.flatMap((clause) => {
    if (clause.kind !== "duty" || clause.degree !== "result") return [];
    const { brokenBy = [], otherwise } = clause as unknown as { brokenBy?: string[]; otherwise?: unknown };
    const heard = [`${clause.id}.missed`, ...brokenBy].some((event) =>
      (contract.listeners.get(event) ?? []).some((listener) => listener.clause.id !== clause.id),
    );
    return otherwise !== undefined || heard ? [] : [onClause(clause, "duty-without-consequence", "warning")];
  });
