import { describe, expect, test } from "vitest";
import { commonUnit, productUnit, quotientUnit } from "./units.ts";

test("only like is added to like", () => {
  expect(commonUnit("sum", ["EUR", "EUR"])).toBe("EUR");
  expect(() => commonUnit("sum", ["EUR", "USD"])).toThrow('a sum needs one unit, but has "EUR" and "USD"');
  expect(() => commonUnit("sum", ["%", ""])).toThrow('"%" and a bare number');
  expect(() => commonUnit("sum", [])).toThrow("at least one figure");
});

describe("a product", () => {
  test.each([
    [["EUR", "%"], "EUR"],
    [["%", "EUR"], "EUR"],
    [["EUR", ""], "EUR"],
    [["", "%"], "%"],
    [["%", "%"], "%"],
    [["", ""], ""],
  ])("of %j is in %j", (units, unit) => expect(productUnit(units)).toBe(unit));

  test("of two kinds must say its unit", () => {
    expect(productUnit(["EUR", "days", "%"], "EUR")).toBe("EUR");
    expect(() => productUnit(["EUR", "days", "%"])).toThrow('a product of "EUR" and "days" must state its unit');
  });

  test("cannot be stated in a unit it is not in", () => {
    expect(() => productUnit(["EUR", "%"], "USD")).toThrow('this product is in "EUR", but is stated in "USD"');
    expect(() => productUnit(["", "%"], "EUR")).toThrow('this product is in "%", but is stated in "EUR"');
  });
});

describe("a quotient", () => {
  test.each([
    ["EUR", "", "EUR"],
    ["EUR", "%", "EUR"],
    ["days", "days", ""],
    ["%", "", "%"],
    ["%", "%", ""],
    ["", "", ""],
  ])("of %j by %j is in %j", (a, b, unit) => expect(quotientUnit(a, b)).toBe(unit));

  test("of like by like may be stated as a percentage", () => expect(quotientUnit("minutes", "minutes", "%")).toBe("%"));

  test("of different kinds must say its unit", () => {
    expect(quotientUnit("EUR", "days", "EUR")).toBe("EUR");
    expect(() => quotientUnit("EUR", "days")).toThrow("must state its unit");
    expect(() => quotientUnit("", "days")).toThrow("a bare number and");
  });
});
