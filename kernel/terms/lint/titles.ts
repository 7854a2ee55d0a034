import { onDocument } from "./finding.ts";
import type { Check } from "./review.ts";

/** A title that one language lacks: the document's own, or an article's. */
export const titles: Check = ({ documents }) =>
  documents.flatMap((document) => {
    const { title, source } = document;
    const own = title.fr === title.en ? undefined : title.fr === "" ? "fr" : title.en === "" ? "en" : undefined;
    return [
      ...(own === undefined
        ? []
        : [onDocument(document, "title-in-one-language", "warning", { missing: own }, source.placeOf("title").line)]),
      ...source.articles.flatMap(({ number, lacks, line }) =>
        lacks === undefined ? [] : [onDocument(document, "title-in-one-language", "warning", { missing: lacks }, line, number)],
      ),
    ];
  });
