import { type Fraction, fraction } from "./fraction.ts";

/** Every rule is symmetrical about zero: a credit note rounds to exactly what the invoice rounded to. */
export const roundingRules = ["half-up", "half-even", "down", "up"] as const;

/**
 * `half-up`: to the nearest, halves away from zero. `half-even`: to the nearest, halves to the even digit.
 * `down`: towards zero. `up`: away from zero.
 */
export type RoundingRule = (typeof roundingRules)[number];

/** `f` rounded to `digits` decimals by the named rule. Throws a RangeError unless `digits` is a whole number from 0 to 100. */
export function roundTo(f: Fraction, digits: number, rule: RoundingRule): Fraction {
  if (!Number.isInteger(digits) || digits < 0 || digits > 100)
    throw new RangeError(`cannot round to ${digits} decimals: expected 0 to 100`);
  const scale = 10n ** BigInt(digits);
  const size = (f.n < 0n ? -f.n : f.n) * scale;
  const whole = size / f.d;
  const rounded = whole + step(rule, whole, size % f.d, f.d);
  return fraction(f.n < 0n ? -rounded : rounded, scale);
}

function step(rule: RoundingRule, whole: bigint, rest: bigint, d: bigint): bigint {
  switch (rule) {
    case "down":
      return 0n;
    case "up":
      return rest === 0n ? 0n : 1n;
    case "half-up":
      return 2n * rest >= d ? 1n : 0n;
    case "half-even":
      return 2n * rest > d || (2n * rest === d && whole % 2n === 1n) ? 1n : 0n;
    default:
      throw new Error(`unknown rounding rule "${String(rule)}"`);
  }
}
