import type { Check } from "./review.ts";
import { onClause } from "./finding.ts";

const withoutMechanics = new Set(["hours", "agreement", "statement", "bound"]);

/** A clause with mechanics that no worked example shows: its name stands in no line of any. */
export const unshown: Check = ({ contract, own }) => {
  const shown = new Set([...contract.library.documents.values()].flatMap(({ examples }) => examples.flatMap(({ body }) => body.match(/[a-z][a-z0-9-]*/g) ?? [])));
  return own.flatMap((clause) => (withoutMechanics.has(clause.kind) || shown.has(clause.id) ? [] : [onClause(clause, "no-example", "note", { kind: clause.kind })]));
};
