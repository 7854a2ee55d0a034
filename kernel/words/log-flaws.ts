import type { Bilingual } from "../terms/fact-kind.ts";

/** What is wrong with a line of an access log. */
export const logFlawWords: Readonly<Record<string, Bilingual>> = {
  "empty line": { fr: "ligne vide", en: "empty line" },
  "no timestamp": { fr: "pas d'horodatage", en: "no timestamp" },
  "impossible date": { fr: "date impossible", en: "impossible date" },
  "no request": { fr: "pas de requête entre guillemets", en: "no request in quotes" },
  "unclosed request": { fr: "requête dont les guillemets ne se ferment pas", en: "request whose quotes never close" },
  "no status": { fr: "pas de code de réponse", en: "no status code" },
  "impossible status": { fr: "code de réponse impossible", en: "impossible status code" },
  "line too long": { fr: "ligne trop longue", en: "line too long" },
};
