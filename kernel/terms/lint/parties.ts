import type { Clause } from "../clause.ts";
import type { Contract } from "../contract.ts";
import { nearest } from "../problem.ts";
import type { Document } from "../read.ts";
import type { Block } from "../source.ts";
import { type Finding, onClause, onDocument } from "./finding.ts";
import { namesIn } from "./names.ts";
import type { Check } from "./review.ts";

/** Whom any terms may speak of. */
const usualParties: ReadonlySet<string> = new Set([
  "provider",
  "distributor",
  "customer",
  "affiliate",
  "administrator",
  "user",
  "either",
  "supervisor",
  "third-party",
  "anyone",
  "nobody",
]);

/** The parties of a composition: the usual ones, and those that an agreement declares. */
export function partiesOf({ clauses }: Contract): Set<string> {
  const declared = clauses.flatMap((clause) =>
    clause.kind === "agreement" ? ((clause as Clause & { parties?: string[] }).parties ?? []) : [],
  );
  return new Set([...usualParties, ...declared]);
}

/** A party that is none of the composition's: what is asked of it binds nobody, and nobody may do what it alone may. */
export const unknownParties: Check = ({ contract, documents, own }) => {
  const known = partiesOf(contract);
  return [
    ...own.flatMap((clause) =>
      namesIn(clause, "party").flatMap(({ name, key }) => {
        // A party of a clause may be told by a field of the fact: `.sent-by`. A declared one may still be a slip for a usual one.
        const declares = clause.kind === "agreement" && key === "parties" && !usualParties.has(name);
        if (name.startsWith(".") || (known.has(name) && !(declares && nearest(name, usualParties) !== undefined))) return [];
        const { level, args } = unknown(name, declares ? usualParties : known);
        return [onClause(clause, "party-unknown", level, { key, name, ...args })];
      }),
    ),
    ...documents.flatMap((document) => statedBy(document, known)),
  ];
};

/** The fact kinds that a document declares say who may state them. */
function statedBy(document: Document, known: ReadonlySet<string>): Finding[] {
  const blocks = document.source.articles
    .flatMap(({ number, parts }) => parts.map((part) => ({ number, part })))
    .filter((one): one is { number: string; part: Block } => one.part.is === "block" && one.part.word === "fact");
  return document.factKinds.flatMap(({ kind, by }, at) =>
    by.flatMap((name) => {
      if (known.has(name)) return [];
      const { level, args } = unknown(name, known);
      return [
        onDocument(document, "party-unknown", level, { key: "by", name, fact: kind, ...args }, blocks[at]?.part.line, blocks[at]?.number),
      ];
    }),
  );
}

/** A slip is an error; a party that nothing resembles may be one that the agreement forgot. */
function unknown(name: string, known: ReadonlySet<string>): { level: "error" | "warning"; args: { near?: string; known: string } } {
  const near = nearest(name, known);
  return { level: near === undefined ? "warning" : "error", args: { known: [...known].join(", "), ...(near !== undefined && { near }) } };
}
