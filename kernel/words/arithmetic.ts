import type { Operation } from "../money/evaluate.ts";
import type { RoundingRule } from "../money/rounding.ts";
import type { Bilingual } from "../terms/fact-kind.ts";
import { fraction } from "../money/fraction.ts";
import type { Language } from "./language.ts";
import { sayNumber } from "./numbers.ts";

const steps: Readonly<Record<Exclude<Operation, "round">, Bilingual>> = {
  sum: { fr: "somme", en: "sum" },
  difference: { fr: "différence", en: "difference" },
  product: { fr: "produit", en: "product" },
  quotient: { fr: "quotient", en: "quotient" },
  minimum: { fr: "le plus petit", en: "the least" },
  maximum: { fr: "le plus grand", en: "the greatest" },
};

export function stepWords(op: Exclude<Operation, "round">, language: Language): string {
  return steps[op][language];
}

const rules: Readonly<Record<RoundingRule, Bilingual>> = {
  "half-up": { fr: "au plus proche, la moitié vers le haut", en: "to the nearest, halves up" },
  "half-even": { fr: "au plus proche, la moitié vers le pair", en: "to the nearest, halves to even" },
  down: { fr: "vers le bas", en: "down" },
  up: { fr: "vers le haut", en: "up" },
};

export function roundingWords(rule: RoundingRule, digits: number, language: Language): string {
  const places = sayNumber(fraction(digits), language === "fr" ? "décimales" : "decimals", language);
  return language === "fr" ? `arrondi à ${places}, ${rules[rule].fr}` : `rounded to ${places}, ${rules[rule].en}`;
}

/** What the kernel counts, and constants of its arithmetic, by the name it gives them. */
export const countWords: Readonly<Record<string, Bilingual>> = {
  days: { fr: "jours comptés", en: "days counted" },
  months: { fr: "mois comptés", en: "months counted" },
  minutes: { fr: "minutes du mois", en: "minutes of the month" },
  "interruption minutes": { fr: "minutes d'interruption", en: "minutes of interruption" },
  "highest daily excess": { fr: "le plus haut dépassement d'un jour", en: "highest excess of a day" },
  "365 days a year": { fr: "une année de 365 jours", en: "a year of 365 days" },
  "nothing paid": { fr: "rien n'a été payé", en: "nothing paid" },
  "not late": { fr: "aucun jour de retard", en: "not late" },
  "1": { fr: "une unité", en: "one unit" },
};
