import { onClause } from "./finding.ts";
import type { Check } from "./review.ts";

/** Two clauses that cannot both hold, as whoever wrote the terms down saw; also where the order of precedence set one of them aside. */
export const contradictions: Check = ({ contract, own }) =>
  own.flatMap((clause) =>
    (clause.contradicts ?? []).flatMap((target) => {
      const other = contract.byId.get(target);
      const dropped = contract.decisions.find((decision) => decision.code === "set-aside" && decision.clause === target);
      if (!other && !dropped) return [];
      const where = other
        ? { otherarticle: other.article, otherdocument: other.document === clause.document ? undefined : other.document }
        : { otherdocument: dropped!.args["document"], setasideby: dropped!.args["by"] };
      return [onClause(clause, "contradiction", "warning", { other: target, ...where })];
    }),
  );
