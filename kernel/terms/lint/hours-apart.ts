import { onClause } from "./finding.ts";
import type { Check } from "./review.ts";

/** Two documents that each bring working hours, and not the same: which count for what is worth a look. */
export const hoursApart: Check = ({ own }) => {
  const hours = own.filter(({ kind }) => kind === "hours");
  return hours.flatMap((clause, at) => {
    const other = hours.slice(0, at).find((one) => one.document !== clause.document && told(one) !== told(clause));
    return other
      ? [
          onClause(clause, "hours-apart", "note", {
            hours: told(clause),
            other: other.id,
            otherdocument: other.document,
            otherhours: told(other),
          }),
        ]
      : [];
  });
};

function told({ raw }: { raw: Readonly<Record<string, unknown>> }): string {
  return [raw["days"], raw["open"]].map(String).join("; ");
}
