import type { Contract, Decision } from "../contract.ts";
import type { WrittenClause } from "../read.ts";
import { openersOf, tells } from "./events.ts";
import { type Finding, onClause, onWritten } from "./finding.ts";
import type { Check, Review } from "./review.ts";

/** What the order of precedence took from a lower document, and all that can no longer happen for want of it; told once a document. */
export const setAside: Check = (review) => {
  const { contract } = review;
  const dropped = Map.groupBy(
    contract.decisions.filter(({ code }) => code === "set-aside"),
    ({ args }) => `${args["by"]} ${args["document"]}`,
  );
  return [...dropped.values()].flatMap((decisions) => {
    const [{ args }] = decisions as [Decision];
    const ids = decisions.map(({ clause }) => clause);
    const written = writtenOf(contract, args["document"]!, ids[0]!);
    if (!written) return [];
    const stranded = strandedBy(review, ids);
    const by = contract.byId.get(args["by"]!);
    const told = { by: args["by"], byarticle: by?.article, bydocument: by?.document, clauses: ids.join(", ") };
    return [
      stranded.length > 0
        ? onWritten(written, "annex-emptied", "error", { ...told, stranded: stranded.join(", ") })
        : onWritten(written, "clause-set-aside", "warning", told),
    ];
  });
};

/** Clauses that nothing can open now, because only dropped clauses, or clauses stranded themselves, told their events. */
export function strandedBy({ contract, told }: Review, dropped: readonly string[]): string[] {
  const gone = new Set(dropped);
  const silenced = new Set<string>();
  const stranded: string[] = [];
  for (let grew = true; grew;) {
    grew = false;
    for (const clause of contract.clauses) {
      if (told.live.has(clause.id) || gone.has(clause.id)) continue;
      if (!openersOf(contract, clause).some((event) => silenced.has(event) || gone.has(event.slice(0, event.lastIndexOf("."))))) continue;
      gone.add(clause.id);
      stranded.push(clause.id);
      for (const event of tells(contract, clause)) if (!told.possible.has(event)) silenced.add(event);
      grew = true;
    }
  }
  return stranded;
}

/** Figures that the order form wanted to change: refused by precedence, or put in the place of a settled one. */
export const overrides: Check = ({ contract }) =>
  contract.decisions.flatMap(({ code, clause, args }): Finding[] => {
    const found = contract.byId.get(clause);
    if (!found || (code !== "override-refused" && code !== "override-applied")) return [];
    const given = contract.particulars.figures[`${clause}.${args["figure"]}`];
    return [
      onClause(found, code, code === "override-refused" ? "warning" : "note", {
        figure: args["figure"],
        ...(typeof given === "string" && { value: given }),
      }),
    ];
  });

function writtenOf({ documents }: Contract, document: string, id: string): WrittenClause | undefined {
  return documents.find((one) => one.id === document)?.clauses.find((clause) => clause.id === id);
}
