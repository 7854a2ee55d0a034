import { figuresOf, shown } from "./figures.ts";
import { type Finding, onClause, onDocument } from "./finding.ts";
import type { Check } from "./review.ts";

/** Figures that the contract leaves out and the law gives, and whole rules of the law that speak because the contract does not. */
export const suppliedByLaw: Check = ({ contract, documents }) => {
  const figures = contract.decisions.flatMap(({ code, clause, args }): Finding[] => {
    const found = contract.byId.get(clause);
    if (code !== "supplied-by-law" || !found) return [];
    return [onClause(found, "figure-from-law", "note", { figure: args["figure"], value: shown(found.raw[args["figure"]!]), law: args["law"] })];
  });
  const first = documents.find(({ rank }) => rank === "terms");
  if (!first) return figures;
  const required = new Set(contract.clauses.flatMap(({ kind, raw }) => (kind === "bound" ? (raw["requires"] ?? []) : [])));
  // What another rule requires is told there; a limit of the law weighs only on a contract that has its act.
  const rules = contract.clauses.filter(({ rank, suppletive, kind, topic }) => rank === "law" && suppletive === true && kind !== "limit" && !required.has(topic));
  return [
    ...figures,
    ...rules.map((law) => onDocument(first, "rule-from-law", "note", { law: law.id, lawarticle: law.article, lawdocument: law.document, lawfr: law.deed?.fr, lawen: law.deed?.en, kind: law.kind, figures: figuresOf(contract, law).map(({ key }) => `${key} ${shown(law.raw[key])}`).join("; ") || undefined })),
  ];
};
