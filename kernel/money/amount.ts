import { isCurrency, minorDigits } from "./currency.ts";
import { type Fraction, fixed, formatFraction, fraction, parseFraction } from "./fraction.ts";

/** Money that is due or paid: whole minor units (cents for EUR) of one currency. */
export interface Amount {
  readonly minor: bigint;
  readonly currency: string;
}

/** What one unit costs: an exact number of major units, finer than a cent where need be. */
export interface Price {
  readonly value: Fraction;
  readonly currency: string;
}

/**
 * Reads `1500 EUR` or `-2.25 EUR`: digits, at most as many decimals as the currency has, one space, an ISO 4217 code.
 * Undefined for anything else; no thousands separators, no symbols.
 */
export function parseAmount(text: string): Amount | undefined {
  const match = /^(-?\d+(?:\.(\d+))?) ([A-Z]{3})$/.exec(text);
  const [, number = "", decimals = "", currency = ""] = match ?? [];
  if (!isCurrency(currency) || decimals.length > minorDigits(currency)) return undefined;
  return { minor: BigInt(number.replace(".", "") + "0".repeat(minorDigits(currency) - decimals.length)), currency };
}

/** The JSON form: `1500.00 EUR`, always with the currency's own number of decimals. Throws on an unknown currency. */
export function formatAmount(amount: Amount): string {
  return `${fixed(majorUnits(amount), minorDigits(amount.currency))} ${amount.currency}`;
}

/** The amount in major units: 1500.25 EUR is 6001/4. Throws on an unknown currency. */
export function majorUnits(amount: Amount): Fraction {
  return fraction(amount.minor, 10n ** BigInt(minorDigits(amount.currency)));
}

/** The amount of `value` major units. Throws unless it is a whole number of minor units: rounding is a named step, taken before. */
export function amountOf(value: Fraction, currency: string): Amount {
  const scale = 10n ** BigInt(minorDigits(currency));
  if (scale % value.d !== 0n) throw new Error(`${formatFraction(value)} ${currency} is not a whole number of minor units: round it first`);
  return { minor: value.n * (scale / value.d), currency };
}

/** Reads an exact decimal of any length and a currency: `0.0042 EUR`. Undefined for anything else. */
export function parsePrice(text: string): Price | undefined {
  const match = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text);
  const [, number = "", currency = ""] = match ?? [];
  const value = parseFraction(number);
  return value === undefined || !isCurrency(currency) ? undefined : { value, currency };
}
