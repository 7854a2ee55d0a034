import { describe, expect, test } from "vitest";
import { instant, told as happened } from "#testing/library.ts";
import { smallContract } from "#testing/small.ts";
import { loadReferences } from "#references/load.ts";
import { parseAmount } from "../money/amount.ts";
import type { Clause } from "../terms/clause.ts";
import type { Stated } from "../terms/stated.ts";
import { moment, time } from "../terms/grammar.ts";
import { divergent } from "./resolve.ts";
import { run } from "./run.ts";

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
  test("a moment counts as the time it takes at most", () => {
    const moments = (fr: string, en: string) => divergent(clause({}), told(moment(fr)), told(moment(en)));
    expect(moments("2 months", "40 days")).toBe("en");
    expect(moments("40 days", "2 months")).toBe("fr");
    expect(moments("1 month", "end of month")).toBe("en");
    expect(moments("end of month", "end of next month")).toBe("fr");
    expect(moments("end of next month", "2 months")).toBe("fr");
  });
  test("a time without a length is not compared", () => {
    expect(lasting("2 days", "without delay")).toBe("fr");
    expect(lasting("without delay", "2 days", { party: "customer" })).toBe("fr");
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
    expect(
      divergent(clause({ from: "provider" }), told({ is: "money", amount: parseAmount("100 EUR") }), told({ is: "days", days: 5 })),
    ).toBe("fr");
  });
});

describe("a figure in a table", () => {
  const references = loadReferences();
  const charge = (amount: string) =>
    `charge\nid: fee\nfrom: customer\nto: provider\nwhen: conduct.reported, seats.exceeded, visit.made\namount: ${amount}`;
  const fee = (table: string, kind: string, fields: Record<string, string> = {}) => {
    const facts = [happened("2025-01-01T08:00Z", "contract.accepted", "customer"), happened("2025-01-02T10:00Z", kind, "provider", fields)];
    const [item] = run(smallContract([charge(table)]), facts, references, { at: instant("2025-01-03T00:00Z") }).items;
    return item?.figure?.value ?? item?.reason?.code;
  };
  const words = "{ by: kind, spam: 1 EUR, 'abuse, fraud': 2 EUR }";
  test.each([
    ["abuse", "2"],
    ["spam", "1"],
    ["other", "figure-case"],
  ])("is found by the word told: %s", (kind, value) => expect(fee(words, "conduct.reported", { kind })).toBe(value));
  test("is unknown where no word is told, unless it has a rest", () => {
    expect(fee(words, "visit.made")).toBe("figure-field");
    expect(fee("{ by: kind, else: 9 EUR, spam: 1 EUR }", "visit.made")).toBe("9");
  });
  test("takes the rest only where no other case fits, wherever it stands", () => {
    expect(fee("{ by: kind, else: 9 EUR, spam: 1 EUR }", "conduct.reported", { kind: "spam" })).toBe("1");
    expect(fee("{ by: kind, else: 9 EUR, spam: 1 EUR }", "conduct.reported", { kind: "other" })).toBe("9");
  });
  test.each([
    ["4", "1"],
    ["5", "2"],
    ["10", "2"],
    ["11", "figure-case"],
    ["many", "figure-case"],
  ])("is found by the range of a number: %s", (excess, value) =>
    expect(fee("{ by: excess, below 5: 1 EUR, at least 5 to at most 10: 2 EUR }", "seats.exceeded", { excess })).toBe(value),
  );
});
