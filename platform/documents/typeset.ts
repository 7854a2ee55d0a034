import type { Language } from "#kernel/words/language.ts";

const NARROW = "\u202F";
const TIED = "\u00A0";

const months = {
  fr: "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
  en: "January|February|March|April|May|June|July|August|September|October|November|December",
};

/**
 * The text with the signs and spaces that a typesetter would take: curly apostrophes, an ellipsis in one sign, dashes tied to the word before, dates in one piece.
 * French (Imprimerie nationale): a narrow no-break space before ; : ! ? % €, within guillemets, and between groups of three digits.
 * No word, figure or order changes.
 */
export function typeset(text: string, language: Language): string {
  const common = text
    .replaceAll(/(?<=[\p{L}\d])'(?=\p{L})/gu, "’")
    .replaceAll("...", "…")
    .replaceAll(/ (?=[–—] )/g, TIED)
    .replaceAll(/(?<=[≥≤×→−]) (?=[\d€])/g, TIED)
    .replaceAll(new RegExp(`(?<=\\d|\\der) (?=(?:${months[language]}) \\d{4})`, "g"), TIED)
    .replaceAll(new RegExp(`(?<=${months[language]}) (?=\\d{4}(?!\\d))`, "g"), TIED)
    .replaceAll("\u2011", "-"); // the font has none, and we break at spaces only
  return language === "fr" ? french(common) : common;
}

function french(text: string): string {
  return text
    .replaceAll(/[ \u00A0](?=[;:!?»%€])/g, NARROW)
    .replaceAll(/(?<=[\p{L}\d)\]»”’%€])(?=[;!?]+(?:[\s»)]|$))/gu, NARROW)
    .replaceAll(/(?<=[\p{L})\]»”])(?=:(?:\s|$))/gu, NARROW)
    .replaceAll(/«[ \u00A0\u202F]?(?=\S)/g, `«${NARROW}`)
    .replaceAll(/(?<=[^\s\u00A0\u202F])»/g, `${NARROW}»`)
    .replaceAll(/(?<=\d)[ \u00A0](?=\d{3}(?!\d))/g, NARROW)
    .replaceAll(/(?<=(?:^|[\s(])(?:n°|art\.|p\.|M\.|Mme|Me)) (?=\S)/gu, TIED)
    .replaceAll(/(?<=\d) (?=(?:jours?|mois|ans?|heures?|minutes?|h|min)(?!\p{L}))/gu, TIED);
}
