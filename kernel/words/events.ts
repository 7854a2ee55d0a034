import type { Language } from "./language.ts";
import type { Bilingual } from "../terms/fact-kind.ts";

/** What the engine and the clauses tell, besides facts: the word after the last dot. */
const told: Readonly<Record<string, Bilingual>> = {
  opened: { fr: "ouverture", en: "opened" },
  kept: { fr: "tenue", en: "kept" },
  missed: { fr: "manquée", en: "missed" },
  excused: { fr: "excusée", en: "excused" },
  unknown: { fr: "inconnue", en: "unknown" },
  used: { fr: "exercé", en: "used" },
  lapsed: { fr: "éteint", en: "lapsed" },
  exceeded: { fr: "dépassement", en: "exceeded" },
  due: { fr: "exigible", en: "due" },
  held: { fr: "nombre tenu", en: "number held" },
  started: { fr: "début", en: "started" },
  ended: { fr: "fin", en: "ended" },
  ends: { fr: "fin annoncée", en: "end announced" },
  closed: { fr: "clôture", en: "closed" },
};

export function stateOfEvent(word: string, language: Language): string | undefined {
  return told[word]?.[language];
}
