import { knownForms } from "../clause.ts";
import { nearest } from "../problem.ts";
import { onClause } from "./finding.ts";
import { namesIn } from "./names.ts";
import type { Check } from "./review.ts";

/** A form that is none of those known: only a fact that says the very same word would satisfy it. */
export const unknownForms: Check = ({ contract, own }) => {
  const declared = [...contract.factKinds.values()].flatMap(({ fields, optional }) => {
    const type = fields["in-form"] ?? optional["in-form"] ?? "";
    return type.startsWith("one of ") ? type.slice("one of ".length).split(", ") : [];
  });
  const known = new Set([...knownForms, ...declared]);
  return own.flatMap((clause) =>
    namesIn(clause, "form").flatMap(({ name, key }) => {
      if (known.has(name)) return [];
      const near = nearest(name, known);
      const level = near === undefined ? "warning" : "error";
      return [onClause(clause, "form-unknown", level, { key, form: name, known: [...known].join(", "), near })];
    }),
  );
};
