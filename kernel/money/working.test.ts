import { expect, test } from "vitest";
import { isCurrency, minorDigits } from "./currency.ts";
import { type Figure, difference, given, greatest, least, product, quotient, rounded, sum } from "./figure.ts";
import { type Fraction, decimal, fixed } from "./fraction.ts";
import { working } from "./working.ts";

function english(value: Fraction, unit: string): string {
  return isCurrency(unit) ? `${fixed(value, minorDigits(unit))} ${unit}` : `${decimal(value, 4)} ${unit}`.trim();
}

function french(value: Fraction, unit: string): string {
  return english(value, unit).replace(".", ",").replace("EUR", "€").replace("days", "jours");
}

function number(value: string, unit = ""): Figure {
  return given(value, unit, { constant: value });
}

const rate = sum([number("3.71", "%"), number("2", "%")]);
const interest = rounded(quotient(product([number("300", "EUR"), rate, number("48", "days")], "EUR"), number("365")), "half-up", 2);

test("late interest reads as one line of arithmetic", () => {
  expect(working(interest, english)).toBe("2.25 EUR = round(300.00 EUR × (3.71 % + 2 %) × 48 days / 365)");
});

test("the voice is the reader's", () => {
  expect(working(interest, french)).toBe("2,25 € = round(300,00 € × (3,71 % + 2 %) × 48 jours / 365)");
});

test("a source is only its number", () => expect(working(number("300", "EUR"), english)).toBe("300.00 EUR"));

const [a, b, c] = [number("2"), number("3"), number("4")];
const lines: [Figure, string][] = [
  [sum([a, difference(b, c)]), "1 = 2 + 3 − 4"],
  [difference(a, sum([b, c])), "-5 = 2 − (3 + 4)"],
  [difference(a, difference(b, c)), "3 = 2 − (3 − 4)"],
  [difference(difference(a, b), c), "-5 = 2 − 3 − 4"],
  [quotient(a, quotient(b, c)), "2.6667 = 2 / (3 / 4)"],
  [quotient(a, product([b, c])), "0.1667 = 2 / (3 × 4)"],
  [quotient(quotient(a, b), c), "0.1667 = 2 / 3 / 4"],
  [product([a, quotient(b, c)]), "1.5 = 2 × 3 / 4"],
  [product([a, difference(b, c)]), "-2 = 2 × (3 − 4)"],
  [sum([a, number("-3")]), "-1 = 2 + (-3)"],
  [least([a, greatest([b, c])]), "2 = min(2; max(3; 4))"],
];

test.each(lines)("parentheses stand where arithmetic needs them (%#)", (figure, line) => expect(working(figure, english)).toBe(line));
