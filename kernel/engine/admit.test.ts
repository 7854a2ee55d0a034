import { describe, expect, test } from "vitest";
import { factKinds } from "../terms/fact-kind.ts";
import { admit, readField } from "./admit.ts";

const kinds = new Map(
  factKinds({
    "ticket.opened": {
      fr: "demande",
      en: "ticket",
      by: "customer, user",
      act: true,
      fields: { level: "one of high, low" },
      optional: { due: "instant", cost: "amount" },
    },
    "ticket.closed": { fr: "réponse", en: "answer", by: "anyone" },
  }).map((kind) => [kind.kind, kind]),
);
const place = { file: "facts.ndjson", line: 3, column: 1 };
const statement = { id: "1", kind: "ticket.opened", occurred: "2025-01-01T10:00:00+01:00", fields: { level: "high" } };
const admitted = (change: Record<string, unknown>, span?: { from: number; until: number }) =>
  admit({ ...statement, ...change }, kinds, place, span);
const codes = (change: Record<string, unknown>, span?: { from: number; until: number }) => {
  const answer = admitted(change, span);
  return "problems" in answer ? answer.problems.map(({ code }) => code) : [];
};
const factOf = (change: Record<string, unknown>) => {
  const answer = admitted(change);
  if ("problems" in answer) throw new Error(JSON.stringify(answer.problems));
  return answer.fact;
};

describe("a statement becomes a fact", () => {
  test("with what it leaves out: recorded when it occurred, by the first who may, on the contract, from the source `facts`", () => {
    expect(factOf({})).toEqual({
      id: "1",
      source: "facts",
      kind: "ticket.opened",
      subject: "contract",
      occurred: 1_735_722_000_000,
      recorded: 1_735_722_000_000,
      by: "customer",
      fields: { level: "high" },
    });
  });
  test("anyone's fact without a speaker is the provider's", () => {
    expect(factOf({ kind: "ticket.closed", fields: {} }).by).toBe("provider");
  });
  test("with everything it says, fields beside the frame as well as in `fields`", () => {
    expect(
      factOf({
        id: 7,
        source: "desk",
        subject: "T-1",
        recorded: "2025-01-02T00:00:00Z",
        by: "user",
        kind: "ticket.opened@1",
        cost: "12.00 EUR",
        "in-form": "letter",
      }),
    ).toMatchObject({
      id: "7",
      source: "desk",
      subject: "T-1",
      recorded: 1_735_776_000_000,
      by: "user",
      kind: "ticket.opened",
      fields: { level: "high", cost: "12.00 EUR", "in-form": "letter" },
    });
  });
});

describe("a statement that is no fact says what is wrong with it, all of it", () => {
  test.each([
    ["fact-field-missing", { id: undefined }],
    ["fact-kind-unknown", { kind: "ticket.open" }],
    ["fact-version-unknown", { kind: "ticket.opened@2" }],
    ["fact-field-missing", { occurred: undefined }],
    ["fact-instant-misread", { occurred: "yesterday" }],
    ["fact-instant-misread", { recorded: "2025-02-30T00:00:00Z" }],
    ["fact-not-entitled", { by: "provider" }],
    ["fact-field-missing", { fields: {} }],
    ["fact-field-unknown", { fields: { level: "high", levle: "low" } }],
    ["fact-field-misread", { fields: { level: "middling" } }],
  ])("%s", (code, change) => {
    expect(codes(change)).toEqual([code]);
  });
  test.each([
    ["the kind it may have meant", { kind: "ticket.opend" }, { fact: "1", kind: "ticket.opend", near: "ticket.opened" }],
    ["no kind, where none is near", { kind: "x" }, { fact: "1", kind: "x" }],
    ["the field it may have meant", { levle: "low" }, { fact: "1", kind: "ticket.opened", field: "levle", near: "level" }],
    ["no field, where none is near", { x: "low" }, { fact: "1", kind: "ticket.opened", field: "x" }],
    ["what it found", { cost: ["40"] }, { fact: "1", field: "cost", type: "amount", got: '["40"]' }],
    ["a fact without a name as ?", { id: undefined, cost: "x" }, { fact: "?", field: "cost", type: "amount", got: '"x"' }],
  ])("and names %s", (_, change, args) => {
    const answer = admitted(change);
    expect("problems" in answer && answer.problems.at(-1)?.args).toEqual(args);
  });
  test("several at once", () => {
    expect(codes({ occurred: "x", by: "provider", fields: {} })).toEqual([
      "fact-instant-misread",
      "fact-not-entitled",
      "fact-field-missing",
    ]);
  });
  test("what is no record at all", () => {
    expect(admit([1, 2], kinds, place)).toEqual({ problems: [{ code: "fact-not-a-record", place, args: {} }] });
  });
  test("an instant outside the calendar; its first instant is inside, its last outside", () => {
    const at = 1_735_722_000_000;
    expect(codes({}, { from: at, until: at + 1 })).toEqual([]);
    expect(codes({}, { from: at + 1, until: at + 2 })).toEqual(["fact-beyond-calendar"]);
    expect(codes({}, { from: at - 1, until: at })).toEqual(["fact-beyond-calendar"]);
  });
});

describe("field types", () => {
  test.each([
    ["text", "a b", "a b"],
    ["text", 12, "12"],
    ["number", "12.5", "12.5"],
    ["number", "twelve", undefined],
    ["percent", "5 %", "5 %"],
    ["days", "12 days", "12 days"],
    ["days", "1 day", "1 day"],
    ["days", "1.5 days", undefined],
    ["amount", "40.00 EUR", "40.00 EUR"],
    ["amount", "40.001 EUR", undefined],
    ["price", "0.0005 EUR", "0.0005 EUR"],
    ["instant", "2025-01-01T00:00Z", "2025-01-01T00:00Z"],
    ["instant", "2025-01-01", undefined],
    ["date", "2025-02-29", undefined],
    ["date", "2024-02-29", "2024-02-29"],
    ["yes or no", true, "yes"],
    ["yes or no", "no", "no"],
    ["yes or no", false, "no"],
    ["yes or no", "yes", "yes"],
    ["yes or no", "maybe", undefined],
    ["one of a, b", "b", "b"],
    ["one of a, b", "c", undefined],
    ["list of text", "a, b", ["a", "b"]],
    ["parties", ["provider", "customer"], ["provider", "customer"]],
    ["figures", { "a.b": "1" }, { "a.b": "1" }],
    ["figures", "a.b", undefined],
    [
      "runs",
      [
        [0, 10],
        [20, 1, 2, 3],
      ],
      [
        [0, 10],
        [20, 1, 2, 3],
      ],
    ],
    ["runs", [[0, 1.5]], undefined],
    ["runs", [0, 1], undefined],
  ])("%s reads %j as %j", (type, value, read) => {
    expect(readField(type, value)).toEqual(read);
  });
});
