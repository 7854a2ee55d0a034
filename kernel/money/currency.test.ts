import { expect, test } from "vitest";
import { isCurrency, minorDigits } from "./currency.ts";

test.each([
  ["EUR", 2],
  ["USD", 2],
  ["CHF", 2],
  ["JPY", 0],
  ["XPF", 0],
  ["TND", 3],
])("%s has %i minor digits", (code, digits) => {
  expect(minorDigits(code)).toBe(digits);
});

test.each(["eur", "EURO", "", "days", "%", "constructor"])("%j is no currency, and says so", (code) => {
  expect(isCurrency(code)).toBe(false);
  expect(() => minorDigits(code)).toThrow(`unknown currency "${code}"`);
});
