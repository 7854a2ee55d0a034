import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Figure, difference, given, greatest, least, product, quotient, recompute, rounded, sources, sum, valueOf } from "./figure.ts";
import { type Fraction, add, formatFraction, fraction, isZero, parseFraction } from "./fraction.ts";
import { roundingRules } from "./rounding.ts";

const principal = given("300", "EUR", { fact: "F-12", field: "total" });
const legal = given("3.71", "%", { reference: "legal-interest-fr", on: "2025-02-01" });
const margin = given("2", "%", { clause: "late-interest", figure: "margin" });
const days = given("48", "days", { count: "days", from: "2025-02-01", until: "2025-03-21" });
const year = given("365", "days", { constant: "365" });
const interest = rounded(product([principal, sum([legal, margin]), quotient(days, year)]), "half-up", 2);

function read(text: string): Fraction {
  return parseFraction(text) as Fraction;
}

const number = fc.tuple(fc.bigInt({ min: -999n, max: 999n }), fc.bigInt({ min: 1n, max: 99n })).map(([n, d]) => fraction(n, d));
const percent = number.map((value) => given(value, "%", { constant: "percentage" }));
const bare = number.map((value) => given(value, "", { constant: "number" }));
const divisor = fc.oneof(percent, bare).filter((figure) => !isZero(valueOf(figure)));
const { tree } = fc.letrec<{ tree: Figure }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    number.map((value) => given(value, "EUR", { constant: "amount" })),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map(sum),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map(least),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map(greatest),
    fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => difference(a, b)),
    fc.tuple(tie("tree"), percent, bare).map((of) => product(of)),
    fc.tuple(tie("tree"), divisor).map(([a, b]) => quotient(a, b)),
    fc.tuple(tie("tree"), fc.constantFrom(...roundingRules), fc.nat(4)).map(([each, rule, digits]) => rounded(each, rule, digits)),
  ),
}));

function computedPaths(figure: Figure, path = "figure"): string[] {
  return figure.op === "given" ? [] : [path, ...figure.of.flatMap((each, index) => computedPaths(each, `${path}.of[${index}]`))];
}

function withNode(figure: Figure, path: string, change: (each: Figure) => Figure, here = "figure"): Figure {
  if (here === path) return change(figure);
  if (figure.op === "given") return figure;
  return { ...figure, of: figure.of.map((each, index) => withNode(each, path, change, `${here}.of[${index}]`)) } as Figure;
}

describe("a figure", () => {
  test("of late interest comes to the cent, and is plain JSON", () => {
    expect(interest.value).toBe(formatFraction(read("2.25")));
    expect(interest.unit).toBe("EUR");
    expect(JSON.parse(JSON.stringify(interest))).toEqual(interest);
  });

  test("names its sources in reading order, each once", () => {
    expect(sources(sum([interest, interest]))).toEqual([
      { fact: "F-12", field: "total" },
      { reference: "legal-interest-fr", on: "2025-02-01" },
      { clause: "late-interest", figure: "margin" },
      { count: "days", from: "2025-02-01", until: "2025-03-21" },
      { constant: "365" },
    ]);
  });

  test("refuses a source that is no exact number", () => {
    expect(() => given("1e3", "EUR", { constant: "1e3" })).toThrow('"1e3" is not an exact number');
  });
});

describe("percentages", () => {
  test("are hundredths of what they multiply", () => {
    expect(valueOf(product([principal, legal]))).toEqual(read("11.13"));
    expect(valueOf(product([legal, principal]))).toEqual(read("11.13"));
  });

  test("stay percentages when multiplied by a number", () => {
    const three = given("3", "", { constant: "3" });
    expect(product([three, legal])).toMatchObject({ unit: "%", value: formatFraction(read("11.13")) });
  });

  test("can state a share, exactly", () => {
    const kept = given("44619", "minutes", { count: "minutes" });
    const all = given("44640", "minutes", { count: "minutes" });
    expect(quotient(kept, all, "%")).toMatchObject({ unit: "%", value: "74365/744" });
    expect(quotient(kept, all)).toMatchObject({ unit: "", value: "14873/14880" });
  });

  test("stay percentages when divided by a number, and cancel when divided by one another", () => {
    expect(quotient(margin, given("4", "", { constant: "4" }))).toMatchObject({ unit: "%", value: "1/2" });
    expect(quotient(margin, given("4", "%", { constant: "4 %" }))).toMatchObject({ unit: "", value: "1/2" });
    expect(quotient(margin, given("4", "%", { constant: "4 %" }), "%")).toMatchObject({ unit: "%", value: "50" });
    expect(quotient(margin, given("4", "", { constant: "4" }), "")).toMatchObject({ unit: "", value: "1/200" });
  });

  test("divide as hundredths: 11.13 EUR at 3.71 % come from 300 EUR", () => {
    expect(valueOf(quotient(given("11.13", "EUR", { constant: "" }), legal))).toEqual(read("300"));
  });
});

describe("units", () => {
  test("must agree to be added, subtracted or compared", () => {
    const dollars = given("1", "USD", { constant: "1" });
    const both = [principal, dollars];
    const wrongs = [() => sum(both), () => difference(principal, dollars), () => least(both), () => greatest(both)];
    for (const wrong of wrongs) expect(wrong).toThrow('"EUR" and "USD"');
  });

  test("EUR × days must be said to be EUR", () => {
    expect(() => product([principal, days])).toThrow("must state its unit");
    expect(quotient(product([principal, days], "EUR"), year, "EUR").unit).toBe("EUR");
  });
});

describe("recomputing", () => {
  test("holds for every tree that was built", () =>
    fc.assert(
      fc.property(tree, (figure) => {
        expect(recompute(figure)).toEqual([]);
      }),
    ));

  test("holds after a journey through JSON", () =>
    fc.assert(
      fc.property(tree, (figure) => {
        expect(recompute(JSON.parse(JSON.stringify(figure)) as Figure)).toEqual([]);
      }),
    ));

  test("finds any node whose value was changed, by its path", () =>
    fc.assert(
      fc.property(
        tree,
        fc.nat(),
        number.filter((by) => !isZero(by)),
        (figure, pick, by) => {
          const paths = computedPaths(figure);
          fc.pre(paths.length > 0);
          const path = paths[pick % paths.length] as string;
          const changed = withNode(figure, path, (each) => ({ ...each, value: formatFraction(add(valueOf(each), by)) }));
          expect(recompute(changed).some((problem) => problem.startsWith(`${path}: stated `))).toBe(true);
        },
      ),
    ));

  test("finds any node whose unit was changed", () =>
    fc.assert(
      fc.property(tree, fc.nat(), (figure, pick) => {
        const paths = computedPaths(figure);
        fc.pre(paths.length > 0);
        const path = paths[pick % paths.length] as string;
        expect(recompute(withNode(figure, path, (each) => ({ ...each, unit: "USD" }))).some((problem) => problem.startsWith(path))).toBe(
          true,
        );
      }),
    ));

  test("says the path, the stated and the recomputed value", () => {
    expect(recompute(withNode(interest, "figure.of[0].of[1]", (each) => ({ ...each, value: "6" })))).toEqual([
      "figure.of[0]: stated 20556/9125 EUR, recomputed 864/365 EUR",
      "figure.of[0].of[1]: stated 6 %, recomputed 571/100 %",
    ]);
  });

  test("finds a source changed under a node that rests on it", () => {
    expect(recompute(withNode(interest, "figure.of[0].of[0]", (each) => ({ ...each, value: "301" })))).toHaveLength(1);
  });

  test("reports, rather than throws, what cannot be recomputed", () => {
    const broken: Figure[] = [
      { op: "given", value: "a lot", unit: "EUR", from: { constant: "" } },
      { op: "sum", value: "0", unit: "EUR", of: [] },
      { op: "quotient", value: "0", unit: "EUR", of: [principal, given("0", "", { constant: "0" })] },
      { op: "round", value: "300", unit: "EUR", rule: "half-up", digits: -1, of: [principal] },
      { op: "guess", value: "300", unit: "EUR", of: [principal] } as unknown as Figure,
    ];
    for (const figure of broken) expect(recompute(figure)[0]).toMatch(/^figure: stated .*, cannot be recomputed: /);
  });
});
