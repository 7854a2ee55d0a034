import { describe, expect, test } from "vitest";
import { told, trial } from "#testing/findings.ts";

const clause = (kind: string, keys: string) => `\`\`\`clause ${kind}\n${keys.trim()}\n\`\`\`\n`;
const bound = (keys: string) => clause("bound", `id: floor\n${keys}`);
const law = (text: string) =>
  `---\nterms: trial\nversion: 1\nrank: terms\ntitle: { fr: E, en: T }\nzone: Europe/Paris\nholidays: FR\nlanguage: fr\n---\n${text}`;
const retrieval = (within: string) =>
  clause(
    "right",
    `id: fetch\ntopic: retrieval\nparty: customer\nwhen: contract.ended\nwithin: ${within}\nused-by: copy.requested\nsurvives: yes`,
  );
const late = (rate: string) => clause("late-payment", `id: late\nrate: ${rate}`);

describe("times are compared by counting", () => {
  const held = (within: string, keys: string) =>
    told(
      trial(law(retrieval(within) + bound(`of: retrieval.within\n${keys}`))),
      keys.startsWith("at-least") ? "below-the-law" : "above-the-law",
      "value",
      "sample",
    );

  test.each([
    ["30 days", "at-least: 30 days", []],
    ["10 working days", "at-least: 30 days", ["error fetch 10 working days –"]],
    ["1 month", "at-least: 30 days", ["error fetch 1 month 2024-02-29"]],
    ["5 weeks", "at-least: 30 days", []],
    ["61 days", "at-most: 60 days", ["error fetch 61 days –"]],
    ["2 months", "at-most: 60 days", ["error fetch 2 months 2025-03-14"]],
    ["without delay", "at-most: 60 days", []],
  ])("%s, the law says %s", (within, keys, expected) => {
    expect(
      held(within, keys).map((one) =>
        one.replace(/2024-02-29|2025-\d\d-\d\d/, (day) => (expected.some((other) => other.endsWith(day)) ? day : "some day")),
      ),
    ).toEqual(expected);
  });

  test("a blank cannot be compared; what the order form will say is compared then", () => {
    expect(told(trial(law(retrieval("left blank") + bound("of: retrieval.within\nat-least: 30 days"))), "law-unchecked")).toEqual([
      "note fetch",
    ]);
    expect(told(trial(law(retrieval("as ordered") + bound("of: retrieval.within\nat-least: 30 days"))), "law-unchecked")).toEqual([]);
  });
});

describe("interest is compared half-year by half-year", () => {
  const found = (rate: string) => trial(law(late(rate) + bound("of: late-payment.rate\nat-least: 3 × legal")));

  test("the floor's own rate always meets it", () => {
    expect(found("3 × legal").filter(({ code }) => code.includes("law"))).toEqual([]);
    expect(found("4 × legal").filter(({ code }) => code.includes("law"))).toEqual([]);
  });

  test("legal + 2 points falls below once the legal rate is above one", () => {
    expect(told(found("legal + 2 points"), "below-the-law", "beyond", "within", "unknownfrom")).toEqual([
      "error late 2023-01-01/2026-06-30 2022-01-01/2022-12-31 2026-07-01",
    ]);
  });

  test("a fixed rate is lawful while three times the legal rate stays under it", () => {
    expect(told(found("10 %"), "below-the-law", "beyond", "within")).toEqual([
      "error late 2023-07-01/2025-06-30 2022-01-01/2023-06-30 2025-07-01/2026-06-30",
    ]);
  });

  test("a rate that has met the floor so far is a note: what comes is unknown", () => {
    expect(told(found("20 %"), "law-unchecked", "within", "unknownfrom")).toEqual(["note late 2022-01-01/2026-06-30 2026-07-01"]);
  });
});

test("money, percentages and degrees by value", () => {
  const flat = (amount: string) =>
    told(
      trial(law(clause("late-payment", `id: late\nflat: ${amount}`) + bound("of: late-payment.flat\nat-least: 40 EUR"))),
      "below-the-law",
      "value",
    );
  expect(flat("39.99 EUR")).toEqual(["error late 39.99 EUR"]);
  expect(flat("40 EUR")).toEqual([]);
  const rate = (target: string) =>
    told(
      trial(
        law(
          clause("availability", `id: rate\ntarget: ${target}\nbad-minute: above 5 %`) +
            bound("of: availability.target\nat-least: 99 %\nlevel: warning"),
        ),
      ),
      "below-the-law",
    );
  expect(rate("98.9 %")).toEqual(["warning rate"]);
  expect(rate("99.0 %")).toEqual([]);
  const degree = (word: string) =>
    told(
      trial(
        law(
          clause("statement", `id: below\ntopic: sub-processors\ndegree: ${word}`) + bound("of: sub-processors.degree\nat-least: result"),
        ),
      ),
      "below-the-law",
    );
  expect(degree("means")).toEqual(["error below"]);
  expect(degree("result")).toEqual([]);
});

test("where nothing may be charged, a quote and a sum to be worked out are too much", () => {
  const charge = (amount: string) =>
    told(
      trial(
        law(
          clause("charge", `id: pay\ntopic: exit-charge\nfrom: customer\nto: provider\nwhen: copy.requested\namount: ${amount}`) +
            bound("of: exit-charge.amount\nat-most: 0 EUR"),
        ),
      ),
      "above-the-law",
    );
  expect(["30 EUR", "as quoted", "{ of: fee, for: 3 months }"].map(charge)).toEqual([["error pay"], ["error pay"], ["error pay"]]);
  expect(charge("0 EUR")).toEqual([]);
});

test("topics that the law requires or forbids, with its dates and its level", () => {
  const required = law(bound("requires: jurisdiction\nfrom: 2025-09-12\nlevel: warning\notherwise: { fr: suite, en: what follows }"));
  expect(told(trial(required), "law-requires", "topic", "since", "followsen")).toEqual(["warning jurisdiction 2025-09-12 what follows"]);
  expect(told(trial(required + clause("statement", "id: where\ntopic: jurisdiction")), "law-requires")).toEqual([]);
  expect(
    told(
      trial(law(bound("forbids: essential-obligation") + clause("statement", "id: nothing\ntopic: essential-obligation"))),
      "law-forbids",
      "law",
    ),
  ).toEqual(["error nothing floor"]);
});

test("what the law supplies, figure by figure or as a whole rule", () => {
  const silent = trial(law(""), { documents: ["fr"] });
  expect(told(silent, "rule-from-law", "law")).toEqual(["note legal-late-payment"]);
  const half = trial(law(late("3 × legal")), { documents: ["fr"] });
  expect(told(half, "figure-from-law", "figure", "value", "law")).toEqual(["note late flat 40 EUR legal-late-payment"]);
  expect(told(half, "rule-from-law")).toEqual([]);
});

test("law relied on that was repealed, since when", () => {
  const text = law(clause("statement", "id: cnil\ncites: [1978-17 declaration, 2016/679]"));
  expect(told(trial(text, { documents: ["fr"] }), "law-repealed", "cites", "until")).toEqual([
    "warning cnil 1978-17 declaration 2018-05-25",
  ]);
});
