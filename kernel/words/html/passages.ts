import type { Clause } from "../../terms/clause.ts";
import type { Contract } from "../../terms/contract.ts";
import type { Document, WrittenClause } from "../../terms/read.ts";
import type { Article, Paragraph } from "../../terms/source.ts";

/** Paragraphs of an article, and the clauses that they announce. */
export interface Passage {
  paragraphs: readonly Paragraph[];
  /** Those of the contract, in the order of their blocks. */
  clauses: readonly Clause[];
  /** Those that the composition left out: law for others, what a higher document sets aside, default law that steps back. */
  dropped: readonly WrittenClause[];
}

/** The documents of a contract as one reads them: what the parties wrote, by rank, then the law. */
export function readingOrder({ documents }: Pick<Contract, "documents">): Document[] {
  return [...documents.filter(({ rank }) => rank !== "law"), ...documents.filter(({ rank }) => rank === "law")];
}

/** Takes an article apart as `readDocument` did: a paragraph after a block begins another passage; an example is no such block. */
export function passagesOf(article: Article, document: Document, { clauses, byId }: Pick<Contract, "clauses" | "byId">): Passage[] {
  const written = new Map(document.clauses.map((one) => [one.line, one]));
  // An id that stands twice is the later clause's, as it is for the engine.
  const own = clauses.filter((clause) => clause.document === document.id && byId.get(clause.id) === clause);
  const held = new Map(own.map((clause) => [clause.place.line, clause]));
  const passages: { paragraphs: Paragraph[]; clauses: Clause[]; dropped: WrittenClause[]; closed: boolean }[] = [];
  for (const part of article.parts) {
    if (part.is === "block" && part.word === "example") continue;
    let passage = passages.at(-1);
    if (!passage || (part.is === "paragraph" && passage.closed)) {
      passage = { paragraphs: [], clauses: [], dropped: [], closed: false };
      passages.push(passage);
    }
    if (part.is === "paragraph") passage.paragraphs.push(part);
    else {
      passage.closed = true;
      const [clause, left] = [held.get(part.line), written.get(part.line)];
      if (clause) passage.clauses.push(clause);
      else if (left) passage.dropped.push(left);
    }
  }
  return passages;
}
