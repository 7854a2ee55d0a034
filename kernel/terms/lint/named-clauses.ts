import { nearest } from "../problem.ts";
import { documentOf } from "./events.ts";
import { onClause } from "./finding.ts";
import { namesIn } from "./names.ts";
import { partiesOf } from "./parties.ts";
import type { Check } from "./review.ts";

/** A clause that another names and that is not there. */
export const namedClauses: Check = ({ contract, own }) => {
  const parties = partiesOf(contract);
  return own.flatMap((clause) =>
    namesIn(clause, "clause").flatMap(({ name, key }) => {
      const dropped = contract.decisions.some((decision) => decision.clause === name);
      // A pause stops clauses, or all that a party must do.
      const pauses = clause.kind === "pause" && key === "stops";
      if (contract.byId.has(name) || dropped || (pauses && parties.has(name))) return [];
      const document = documentOf(contract, name);
      // What a clause contradicts may stand in a document that this contract does not have.
      if (document !== undefined && key === "contradicts") return [];
      const near = document === undefined ? nearest(name, [...contract.byId.keys(), ...(pauses ? parties : [])]) : undefined;
      return [onClause(clause, "clause-unknown", document === undefined ? "error" : "warning", { key, name, document, near })];
    }),
  );
};
