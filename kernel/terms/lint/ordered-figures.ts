import { values } from "../stated.ts";
import { figuresOf } from "./figures.ts";
import { type Finding, onClause } from "./finding.ts";
import type { Check, Review } from "./review.ts";

/** A figure, or the choice between figures, that the order form has to give and does not. A note until there is an order form. */
export const orderedFigures: Check = (review) => {
  const level = review.ordered ? "error" : "note";
  return review.own.flatMap((clause) =>
    figuresOf(review.contract, clause).flatMap(({ key, figure }): Finding[] => {
      const cases = [...values(figure)].filter(({ figure: { is } }) => is === "ordered").map(({ path }) => path.join(", "));
      const missing =
        cases.length === 0
          ? []
          : [
              onClause(clause, "figure-not-ordered", level, {
                figure: key,
                kind: clause.kind,
                address: `${clause.id}.${key}`,
                cases: cases.join("; ") || undefined,
              }),
            ];
      const choice =
        figure.is === "table" && undecided(review, figure)
          ? [
              onClause(clause, "choice-not-ordered", level, {
                figure: key,
                key: figure.by,
                cases: figure.cases.map((one) => one.key).join(", "),
              }),
            ]
          : [];
      return [...missing, ...choice];
    }),
  );
};

function undecided({ contract }: Review, { by, cases }: { by: string; cases: readonly { when: unknown }[] }): boolean {
  return by.startsWith("order.") && contract.particulars.order[by.slice(6)] === undefined && !cases.some(({ when }) => when === "else");
}
