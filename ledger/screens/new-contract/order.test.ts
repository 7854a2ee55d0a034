import { describe, expect, test } from "vitest";
import { emptyOrder, particularsOf, sortOf, timeParts, timeText, unanswered } from "./order.ts";

describe("how a figure is asked for", () => {
  test.each([
    ["time", ["48 hours", "10 working days", "1 month"]],
    ["time", ["1 year", "none"]],
    ["time", ["48 hours", "without delay"]],
    ["date", ["contract.accepted", "service.activated", "2025-01-01"]],
    ["choice", ["month", "quarter", "year"]],
    ["choice", ["in advance", "in arrears"]],
    ["text", ["40 EUR", "10 days", "as quoted"]],
    ["text", ["3", "5 %", "500 EUR"]],
    ["text", []],
  ])("%s: %j", (sort, examples) => expect(sortOf({ examples })).toBe(sort));
});

test("a time is taken apart and put together in the singular and the plural", () => {
  for (const text of ["1 month", "3 months", "10 working days", "1 working hour"]) {
    const { number, unit } = timeParts(text);
    expect(timeText(number, unit)).toBe(text);
  }
  expect(timeText("", "months")).toBe("");
});

test("empty answers are no answers", () => {
  const order = { ...emptyOrder, name: " A-1 ", terms: ["uloa"], figures: { "term.initial": "1 year", "seats.at-most": " " } };
  expect(particularsOf(order, { customer: "C" })).toEqual({
    contract: "A-1",
    documents: ["fr", "eu", "uloa"],
    parties: { customer: "C" },
    figures: { "term.initial": "1 year" },
    readings: {},
    order: {},
  });
});

test("what is left blank by the terms need not be answered", () => {
  const about = { clause: "c", document: "d", article: "1", words: { fr: "c", en: "c" } };
  const figure = { ...about, kind: "fee", figure: "price", examples: [] };
  const asked = {
    figures: [
      { ...figure, address: "a.price", blank: false },
      { ...figure, address: "b.price", blank: true },
    ],
    readings: [],
    order: [{ ...about, key: "billing", cases: ["monthly"] }],
  };
  expect(unanswered(asked, emptyOrder)).toBe(2);
  expect(unanswered(asked, { ...emptyOrder, figures: { "a.price": "2 EUR" }, order: { billing: "monthly" } })).toBe(0);
});
