import type { Clause } from "../clause.ts";
import type { Contract } from "../contract.ts";
import { lawArticle } from "./law-article.ts";
import { figuresOf, shown } from "./figures.ts";
import { type Args, type Finding, onClause, onDocument } from "./finding.ts";
import type { Check } from "./review.ts";

/** Figures that the contract leaves out and the law gives, and whole rules of the law that speak because the contract does not. */
export const suppliedByLaw: Check = ({ contract, documents }) => {
  const missing = contract.decisions.flatMap(({ code, clause, args }): Finding[] => {
    const found = contract.byId.get(clause);
    if (code !== "supplied-by-law" || !found) return [];
    return [
      onClause(found, "figure-from-law", "note", {
        figure: args["figure"],
        value: shown(found.raw[args["figure"]!]),
        ...source(contract, args["law"]!),
      }),
    ];
  });
  const first = documents.find(({ rank }) => rank === "terms");
  if (!first) return missing;
  const required = new Set(
    contract.clauses.flatMap(({ kind, raw }) => (kind === "bound" && typeof raw["requires"] === "string" ? [raw["requires"]] : [])),
  );
  // What another rule requires is told there; a limit of the law weighs only on a contract that has its act.
  const rules = contract.clauses.filter(
    ({ rank, suppletive, kind, topic }) =>
      rank === "law" && suppletive === true && kind !== "limit" && (topic === undefined || !required.has(topic)),
  );
  return [
    ...missing,
    ...rules.map((law) =>
      onDocument(first, "rule-from-law", "note", { ...lawArticle(contract, law), kind: law.kind, figures: figures(contract, law) }),
    ),
  ];
};

/** What the rule sets, figure by figure: `rate=ecb + 10 points; flat=40 EUR`. */
function figures(contract: Contract, law: Clause): string | undefined {
  return (
    figuresOf(contract, law)
      .map(({ key }) => `${key}=${shown(law.raw[key])}`)
      .join("; ") || undefined
  );
}

/** A rule that gave its figures away is no clause of this contract: it is found where the law's file has it. */
function source(contract: Contract, law: string): Args {
  const written = contract.documents.flatMap(({ clauses }) => clauses).find(({ id }) => id === law);
  return written ? lawArticle(contract, { id: law, ...written.home }) : { law };
}
