import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fraction, compare, formatFraction, fraction, maximum, multiply, negate, parseFraction, subtract } from "./fraction.ts";
import { type RoundingRule, roundTo, roundingRules } from "./rounding.ts";

const exact = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => fraction(n, d));
const digits = fc.nat(6);
const rule = fc.constantFrom(...roundingRules);

function size(f: Fraction): Fraction {
  return maximum(f, negate(f));
}

function unit(places: number): Fraction {
  return fraction(1n, 10n ** BigInt(places));
}

test("a rounded figure has at most the digits asked for, and stays as it is when rounded again", () =>
  fc.assert(
    fc.property(exact, digits, rule, (f, places, by) => {
      const rounded = roundTo(f, places, by);
      expect(multiply(rounded, fraction(10n ** BigInt(places))).d).toBe(1n);
      expect(roundTo(rounded, places, by)).toEqual(rounded);
    }),
  ));

test("half rules move by at most half a unit, the others by less than one", () =>
  fc.assert(
    fc.property(exact, digits, rule, (f, places, by) => {
      const moved = size(subtract(roundTo(f, places, by), f));
      if (by.startsWith("half")) expect(compare(multiply(moved, fraction(2)), unit(places))).not.toBe(1);
      else expect(compare(moved, unit(places))).toBe(-1);
    }),
  ));

test("down never grows a figure, up never shrinks it", () =>
  fc.assert(
    fc.property(exact, digits, (f, places) => {
      expect(compare(size(roundTo(f, places, "down")), size(f))).not.toBe(1);
      expect(compare(size(roundTo(f, places, "up")), size(f))).not.toBe(-1);
    }),
  ));

test("a credit note rounds as its invoice did", () =>
  fc.assert(
    fc.property(exact, digits, rule, (f, places, by) => {
      expect(roundTo(negate(f), places, by)).toEqual(negate(roundTo(f, places, by)));
    }),
  ));

describe("each rule at the half, just off it, and below zero", () => {
  const cases: [RoundingRule, string, string][] = [
    ["half-up", "2.345", "2.35"],
    ["half-up", "2.3449", "2.34"],
    ["half-up", "-2.345", "-2.35"],
    ["half-even", "2.345", "2.34"],
    ["half-even", "2.355", "2.36"],
    ["half-even", "2.3451", "2.35"],
    ["half-even", "-2.345", "-2.34"],
    ["down", "2.349", "2.34"],
    ["down", "-2.349", "-2.34"],
    ["up", "2.341", "2.35"],
    ["up", "-2.341", "-2.35"],
    ["up", "2.34", "2.34"],
  ];
  test.each(cases)("%s: %s → %s", (by, from, to) =>
    expect(formatFraction(roundTo(parseFraction(from) as Fraction, 2, by))).toBe(formatFraction(parseFraction(to) as Fraction)),
  );
});

test("digits outside 0 to 100 are refused", () => {
  for (const wrong of [-1, 0.5, 101, Number.NaN]) expect(() => roundTo(fraction(1), wrong, "down")).toThrow(RangeError);
});

test("an unknown rule is refused by name", () => {
  expect(() => roundTo(fraction(1), 2, "nearest" as RoundingRule)).toThrow('unknown rounding rule "nearest"');
});
