import { onClause } from "./finding.ts";
import type { Check } from "./review.ts";

/** Law relied on that no longer stands, since when, and what stands now: each law file lists what was repealed. */
export const repealedLaw: Check = ({ contract, own }) => {
  const repealed = contract.documents.flatMap(({ source }) => source.front.repealed);
  return own.flatMap((clause) =>
    (clause.cites ?? []).flatMap((cited) => {
      const gone = repealed.find(({ cites }) => cites.toLowerCase() === cited.toLowerCase());
      return gone
        ? [onClause(clause, "law-repealed", "warning", { cites: cited, until: gone.until, nowfr: gone.now.fr, nowen: gone.now.en })]
        : [];
    }),
  );
};
