import { onClause } from "./finding.ts";
import type { Check } from "./review.ts";

/** What a lawyer saw and no machine can. */
export const doubts: Check = ({ own }) =>
  own.flatMap((clause) =>
    (clause.doubt ?? []).map(({ fr, en, mend }) =>
      onClause(clause, "doubt", "warning", { sayfr: fr, sayen: en, mendfr: mend.fr, menden: mend.en }),
    ),
  );
