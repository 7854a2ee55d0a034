import { describe, expect, test } from "vitest";
import { parseAmount } from "../money/amount.ts";
import type { Clause } from "../terms/clause.ts";
import type { Stated } from "../terms/stated.ts";
import { moment, time } from "../terms/grammar.ts";
import { divergent } from "./resolve.ts";

const clause = (change: Record<string, unknown>) =>
  ({ language: "both", drafter: "provider", party: "provider", ...change }) as unknown as Clause;
const told = <T>(value: T): Stated<T> => ({ is: "value", value });
const lasting = (fr: string, en: string, change: Record<string, unknown> = {}) => divergent(clause(change), told(time(fr)), told(time(en)));

describe("where the two languages differ", () => {
  test("the reading recorded applies, then the language that prevails", () => {
    expect(lasting("2 days", "3 days", { reading: "en", language: "fr" })).toBe("en");
    expect(lasting("2 days", "3 days", { reading: "fr", language: "en" })).toBe("fr");
    expect(lasting("2 days", "3 days", { language: "en" })).toBe("en");
    expect(lasting("2 days", "3 days", { language: "fr" })).toBe("fr");
  });
  test("else the drafter has the shorter time to do its duties", () => {
    expect(lasting("2 days", "3 days")).toBe("fr");
    expect(lasting("3 days", "2 days")).toBe("en");
    expect(lasting("1 month", "4 weeks")).toBe("en");
    expect(lasting("47 hours", "2 days")).toBe("fr");
    expect(lasting("1 year", "11 months")).toBe("en");
  });
  test("and the other side the longer time for its own", () => {
    expect(lasting("2 days", "3 days", { party: "customer" })).toBe("en");
    expect(lasting("3 days", "2 days", { party: "customer" })).toBe("fr");
    expect(divergent(clause({ party: "customer" }), told(moment("end of next month")), told(moment("1 month")))).toBe("fr");
  });
  test("French where neither is shorter, or they cannot be compared", () => {
    expect(lasting("48 hours", "2 days")).toBe("fr");
    expect(divergent(clause({}), { is: "blank" }, told(time("2 days")))).toBe("fr");
    expect(divergent(clause({}), told("a"), told("b"))).toBe("fr");
  });
  test("the drafter pays the larger sum and receives the smaller", () => {
    const sums = (fr: string, en: string, from: string) =>
      divergent(clause({ from }), told({ is: "money", amount: parseAmount(fr) }), told({ is: "money", amount: parseAmount(en) }));
    expect(sums("150 EUR", "100 EUR", "provider")).toBe("fr");
    expect(sums("100 EUR", "150 EUR", "provider")).toBe("en");
    expect(sums("150 EUR", "100 EUR", "customer")).toBe("en");
    expect(sums("100 EUR", "150 EUR", "customer")).toBe("fr");
    expect(sums("100 EUR", "150 USD", "provider")).toBe("fr");
  });
});
