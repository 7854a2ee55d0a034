import { isRecord } from "../source.ts";
import { onClause } from "./finding.ts";
import type { Check } from "./review.ts";

/** An ambiguity that was decided: which reading applies, which others there are, and why. */
export const readings: Check = (review) =>
  review.own.flatMap((clause) => {
    const { alternatives } = clause;
    if (clause.reading === undefined || !isRecord(alternatives)) return [];
    const others = Object.keys(alternatives).filter((name) => name !== clause.reading);
    return [
      onClause(clause, "reading-chosen", "note", {
        reading: clause.reading,
        others: others.join(", "),
        whyfr: clause.because?.fr,
        whyen: clause.because?.en,
        byfr: clause.chosenBy?.fr,
        byen: clause.chosenBy?.en,
      }),
    ];
  });
