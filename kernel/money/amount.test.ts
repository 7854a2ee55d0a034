import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountOf, formatAmount, majorUnits, parseAmount, parsePrice } from "./amount.ts";
import { fraction } from "./fraction.ts";

const amount = fc.record({ minor: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), currency: fc.constantFrom("EUR", "JPY", "TND") });

describe("an amount", () => {
  test("is read back as itself", () =>
    fc.assert(
      fc.property(amount, (each) => {
        expect(parseAmount(formatAmount(each))).toEqual(each);
      }),
    ));

  test("is the same amount in major units", () =>
    fc.assert(
      fc.property(amount, (each) => {
        expect(amountOf(majorUnits(each), each.currency)).toEqual(each);
      }),
    ));

  test.each([
    ["1500 EUR", 150_000n, "1500.00 EUR"],
    ["1500.5 EUR", 150_050n, "1500.50 EUR"],
    ["0.05 EUR", 5n, "0.05 EUR"],
    ["-2.25 EUR", -225n, "-2.25 EUR"],
    ["1500 JPY", 1500n, "1500 JPY"],
    ["1.234 TND", 1234n, "1.234 TND"],
  ])("%s is %s minor units, written %s", (text, minor, written) => {
    const read = parseAmount(text);
    expect(read?.minor).toBe(minor);
    expect(read && formatAmount(read)).toBe(written);
  });

  test.each([
    "1500",
    "EUR",
    "1,500.00 EUR",
    "1.234 EUR",
    "1.5 JPY",
    "1500  EUR",
    "1500EUR",
    "1500 eur",
    "1500 XYZ",
    "€1500",
    ".5 EUR",
    "5. EUR",
    "1e3 EUR",
    " 1 EUR",
    "1 EUR\n",
  ])("is not written %j", (text) => expect(parseAmount(text)).toBeUndefined());

  test("is never rounded in silence", () => {
    expect(() => amountOf(fraction(1, 3), "EUR")).toThrow("1/3 EUR is not a whole number of minor units");
    expect(() => amountOf(fraction(1, 2), "JPY")).toThrow("round it first");
  });
});

describe("a price", () => {
  test("may be finer than the smallest coin", () => {
    expect(parsePrice("0.0042 EUR")).toEqual({ value: fraction(21, 5000), currency: "EUR" });
    expect(parsePrice("12 JPY")).toEqual({ value: fraction(12), currency: "JPY" });
  });

  test.each(["1/3 EUR", "0.0042", "0.0042 ABC", "1,5 EUR", "EUR 1"])("is not written %j", (text) =>
    expect(parsePrice(text)).toBeUndefined(),
  );
});
