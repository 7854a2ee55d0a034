import { parseFraction } from "#kernel/money/fraction.ts";
import { sayNumber } from "#kernel/words/numbers.ts";
import type { Language } from "./language.tsx";

/** A figure's exact value (`40`, `1471/50`) in its unit, in the reader's way: `40,00 EUR`, `29,42 EUR`, `10 jours`. */
export function amountWords(value: string, unit: string, language: Language): string {
  const exact = parseFraction(value);
  return exact === undefined ? `${value} ${unit}`.trim() : sayNumber(exact, unit, language);
}

/** A text with the amount that it is, if it is one, in the reader's way. */
export function withAmount(text: string, language: Language): string {
  const [, value, unit] = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text) ?? [];
  return value === undefined || unit === undefined ? text : amountWords(value, unit, language);
}
