import type { Clause } from "../clause.ts";
import type { Contract } from "../contract.ts";
import type { Args } from "./finding.ts";

/** A rule of the law and the article it stands in, as arguments of a finding. */
export function lawArticle({ documents }: Contract, { id, document, article }: Pick<Clause, "id" | "document" | "article">): Args {
  const title = documents.find((one) => one.id === document)?.source.articles.find(({ number }) => number === article)?.title;
  return { law: id, lawdocument: document, lawarticle: article, titlefr: title?.fr, titleen: title?.en };
}
