import { isCurrency, minorDigits } from "../money/currency.ts";
import { decimal, fixed, type Fraction } from "../money/fraction.ts";
import type { Language } from "./language.ts";
import { unitWords } from "./units.ts";

/** Between a number and its unit: no line breaks there. */
export const TIED = "\u00A0";

/** Decimals of a number that does not end: enough to see what rounding took. */
const PLACES = 4;

/** A number in its unit, exact where it ends, else to four decimals behind `≈`. Money always has its cents. */
export function sayNumber(value: Fraction, unit: string, language: Language): string {
  const least = isCurrency(unit) ? minorDigits(unit) : 0;
  const ends = endsWithin(value, Math.max(least, 6));
  const digits = ends ? padded(decimal(value, Math.max(least, 6)), least) : fixed(value, PLACES);
  const number = `${ends ? "" : `≈${TIED}`}${localised(digits, language)}`;
  if (unit === "") return number;
  if (unit === "%") return language === "fr" ? `${number}${TIED}%` : `${number}%`;
  return `${number}${TIED}${unitWords(unit, digits, language)}`;
}

function endsWithin({ d }: Fraction, places: number): boolean {
  return 10n ** BigInt(places) % d === 0n;
}

function padded(digits: string, least: number): string {
  const [whole = "", decimals = ""] = digits.split(".");
  return least === 0 && decimals === "" ? whole : `${whole}.${decimals.padEnd(least, "0")}`;
}

/** Digits as written, by the language's own signs: `1500.20` → `1 500,20` or `1,500.20`. */
export function localised(digits: string, language: Language): string {
  const [whole = "", decimals] = digits.replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === "fr" ? "\u202F" : ",");
  const sign = digits.startsWith("-") ? "−" : "";
  return `${sign}${grouped}${decimals === undefined ? "" : `${language === "fr" ? "," : "."}${decimals}`}`;
}
