import { expect, test } from "vitest";
import { amountWords, withAmount } from "./amounts.ts";

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, " ");

test.for([
  ["40", "EUR", "40.00 EUR", "40,00 EUR"],
  ["1471/50", "EUR", "29.42 EUR", "29,42 EUR"],
  ["3/100", "EUR", "0.03 EUR", "0,03 EUR"],
  ["1240", "EUR", "1,240.00 EUR", "1 240,00 EUR"],
  ["2", "days", "2 days", "2 jours"],
  ["1/3", "EUR", "≈ 0.3333 EUR", "≈ 0,3333 EUR"],
] as const)("%s %s is said %s, and in French %s", ([value, unit, english, french]) => {
  expect([plain(amountWords(value, unit, "en")), plain(amountWords(value, unit, "fr"))]).toEqual([english, french]);
});

test("what is no number stays as it is", () => {
  expect(amountWords("between 2 and 3", "EUR", "en")).toBe("between 2 and 3 EUR");
  expect(withAmount("12.5 EUR and more", "fr")).toBe("12.5 EUR and more");
  expect(plain(withAmount("12.5 EUR", "fr"))).toBe("12,50 EUR");
});
