import { localised } from "#kernel/words/numbers.ts";
import type { Language } from "./language.tsx";

/** A number and its unit in the reader's way: `1 240,00 EUR`, `10 jours`. A number that does not end is left as it is. */
export function amountWords(value: string, unit: string, language: Language): string {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return `${value} ${unit}`.trim();
  const [whole = "", cents = ""] = value.split(".");
  const shown = /^[A-Z]{3}$/.test(unit) ? `${whole}.${cents.padEnd(2, "0")}` : value;
  const said = unit === "days" && language === "fr" ? "jours" : unit;
  return `${localised(shown, language)}${said === "" ? "" : `\u00A0${said}`}`;
}

/** A text with the amount that it is, if it is one, in the reader's way. */
export function withAmount(text: string, language: Language): string {
  const [, value, unit] = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text) ?? [];
  return value === undefined || unit === undefined ? text : amountWords(value, unit, language);
}
