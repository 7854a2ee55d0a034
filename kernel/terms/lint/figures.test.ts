import { expect, test } from "vitest";
import { told, trial } from "#testing/findings.ts";

const duty = (keys: string) => `fr: Il doit [[agir]].

en: It must [[act]].

\`\`\`clause duty
id: act
party: provider
when: incident.received
kept-by: incident.corrected
${keys}
\`\`\`
`;

const credit = (amount: string) => `
\`\`\`clause availability
id: rate
target: 99.95 %
bad-minute: above 5 %
\`\`\`

\`\`\`clause charge
id: credit
from: provider
to: customer
when: rate.missed
amount: ${amount}
\`\`\`
`;

test("a time left blank is a risk; an amount left blank cannot work", () => {
  expect(told(trial(duty("within: left blank")), "figure-blank", "figure")).toEqual(["warning act within"]);
  expect(told(trial(credit("left blank")), "figure-blank", "figure")).toEqual(["error credit amount"]);
});

test("a blank that the reading chosen fills is a note, and says with what", () => {
  const read = duty(
    "within: left blank\nreading: a week\nalternatives:\n  a week: { within: 1 week }\n  no time: { within: without delay }",
  );
  expect(told(trial(read), "figure-blank", "figure", "reading", "value")).toEqual(["note act within a week 1 week"]);
});

test("a blank that the order form fills is none", () => {
  expect(told(trial(duty("within: left blank"), { figures: { "act.within": "2 days" } }), "figure-blank")).toEqual([]);
});

test("a figure as ordered is a note before there is an order, an error in an order that lacks it, and nothing once given", () => {
  const text = duty("within: as ordered");
  expect(told(trial(text), "figure-not-ordered", "address")).toEqual(["note act act.within"]);
  expect(told(trial(text, { order: { offer: "large" } }), "figure-not-ordered")).toEqual(["error act"]);
  expect(told(trial(text, { figures: { "act.within": "2 days" } }), "figure-not-ordered")).toEqual([]);
});

test("a choice that the order form has to make", () => {
  const text = duty("within: { by: order.offer, small: 2 days, large: 1 day }");
  expect(told(trial(text), "choice-not-ordered", "key", "cases")).toEqual(["note act order.offer small, large"]);
  expect(told(trial(text, { order: { offer: "small" } }), "choice-not-ordered")).toEqual([]);
  expect(told(trial(duty("within: { by: order.offer, small: 2 days, else: 1 day }")), "choice-not-ordered")).toEqual([]);
});

test.each([
  ["edges that meet, up to the target", "{ by: rate, below 99.95 down to 99.90: 1 days, below 99.90: 2 days }", [], []],
  [
    "a hole between tiers, its edges out and in as written",
    "{ by: rate, below 99.95 down to 99.90: 1 days, below 99.89: 2 days }",
    ["99.89 yes 99.9 –"],
    [],
  ],
  [
    "a single value that neither tier holds",
    "{ by: rate, below 99.95 above 99.90: 1 days, below 99.90: 2 days }",
    ["99.9 yes 99.9 yes"],
    [],
  ],
  [
    "a single value that both tiers hold",
    "{ by: rate, below 99.95 down to 99.90: 1 days, up to 99.90: 2 days }",
    [],
    ["99.9 yes 99.9 yes"],
  ],
  ["tiers that run into each other", "{ by: rate, below 99.95 down to 99: 1 days, below 99.5: 2 days }", [], ["99 yes 99.5 –"]],
  ["nothing under the lowest, nor over the highest", "{ by: size, above 10 up to 20: 1 days }", ["– – 10 yes", "20 – – –"], []],
  ["the rest is somewhere", "{ by: size, above 10 up to 20: 1 days, else: 2 days }", [], []],
  ["words are no tiers", "{ by: severity, urgent: 1 days }", [], []],
])("tiers: %s", (_, amount, gaps, overlaps) => {
  const found = trial(credit(amount));
  const edges = (code: string) =>
    told(found, code, "from", "fromincluded", "to", "toincluded").map((one) => one.replace("warning credit ", ""));
  expect(edges("tier-gap")).toEqual(gaps);
  expect(edges("tier-overlap")).toEqual(overlaps);
});

test("tiers of a reading that was not chosen are looked at too", () => {
  const text = credit(
    "{ by: rate, below 99.95: 1 days }\nreading: one\nalternatives:\n  one: {}\n  two: { amount: { by: rate, below 99: 1 days } }",
  );
  expect(told(trial(text), "tier-gap", "from", "reading")).toEqual(["warning credit 99 two"]);
});
