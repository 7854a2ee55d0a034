import { onClause, onDocument } from "./finding.ts";
import type { Check } from "./review.ts";

/** An article number that stands twice in a document: whoever cites it cites two things. */
export const articleNumbers: Check = ({ documents }) =>
  documents.flatMap((document) => {
    const seen = new Map<string, string>();
    return document.source.articles.flatMap(({ number, title, line }) => {
      const before = seen.get(number);
      seen.set(number, title.fr);
      return before === undefined || number === ""
        ? []
        : [onDocument(document, "article-twice", "warning", { number, first: before, fr: title.fr, en: title.en }, line, number)];
    });
  });

/** Two clauses of one composition with one name: figures, facts and explanations could mean either. */
export const clauseNames: Check = ({ contract }) => {
  const seen = new Map<string, string>();
  return contract.clauses.flatMap((clause) => {
    const before = seen.get(clause.id);
    seen.set(clause.id, clause.document);
    return before === undefined ? [] : [onClause(clause, "name-twice", "error", { other: before })];
  });
};
