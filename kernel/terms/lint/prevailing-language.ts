import { divergences } from "./divergences.ts";
import { onDocument } from "./finding.ts";
import { prose } from "./prose.ts";
import type { Check } from "./review.ts";

/** A text in two languages that does not say which prevails: a risk once they differ, and worth a word before. */
export const prevailingLanguage: Check = (review) => {
  const differing = new Set(
    [...divergences(review), ...prose(review).filter(({ code }) => code !== "bare-number" && code !== "hole-empty")].map(
      ({ document }) => document,
    ),
  );
  return review.documents
    .filter(({ rank, source }) => rank !== "law" && source.front.language === "both")
    .map((document) =>
      onDocument(document, "no-language-prevails", differing.has(document.id) ? "warning" : "note", {
        differ: differing.has(document.id) ? "yes" : undefined,
      }),
    );
};
