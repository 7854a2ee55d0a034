import { isFiled } from "../contract.ts";
import { onClause } from "./finding.ts";
import type { Check } from "./review.ts";

/** A clause that leans on a document which is neither attached nor given by the order form stays incomplete. */
export const missingDocuments: Check = ({ contract, own, ordered }) => {
  return own.flatMap((clause) => {
    const missing = (clause.refersTo ?? []).filter((name) => !isFiled(contract.particulars, name));
    return missing.length === 0
      ? []
      : [onClause(clause, "document-missing", ordered ? "error" : "warning", { documents: missing.join(", ") })];
  });
};

/** Annexes that must stand, or the contract cannot be accepted. */
export const missingAnnexes: Check = ({ contract }) =>
  contract.decisions.flatMap(({ code, clause, args }) =>
    code === "annex-missing" ? [onClause(contract.byId.get(clause)!, "annex-missing", "error", { annex: args["annex"] })] : [],
  );
