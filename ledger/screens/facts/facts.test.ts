import { describe, expect, test } from "vitest";
import { changesIn, mayChange, speakersOf, type Told } from "./fact.ts";
import { answerOf, localOf } from "./fields.ts";
import { lineOf, rowsIn } from "./rows.ts";

function told(more: Partial<Told>): Told {
  const empty = { entry: 0, name: "desk:1", id: "1", source: "desk", kind: "a", subject: "contract", by: "provider" };
  return { ...empty, occurred: "", recorded: "", fields: {}, ...more };
}

describe("a file of facts", () => {
  test("of JSON, one a line: what cannot be read is named by its line, the others are kept", () => {
    expect(rowsIn('{"id":"1"}\n\nnot json {\n[1]\n{"id":"2"}\n')).toEqual([
      { line: 1, fact: { id: "1" } },
      { line: 3, wrong: "not-json" },
      { line: 4, wrong: "not-json" },
      { line: 5, fact: { id: "2" } },
    ]);
  });

  test("as a table: columns that are no part of every fact are its fields; a cell may hold separators, quotes and lines", () => {
    const table =
      'id;kind;occurred;note\nR-1;support.requested;2026-01-06T10:00Z;"said ""no""; then\nleft"\n\nR-2;support.requested;2026-01-06T10:00Z;\n';
    expect(rowsIn(table)).toEqual([
      { line: 2, fact: { id: "R-1", kind: "support.requested", occurred: "2026-01-06T10:00Z", fields: { note: 'said "no"; then\nleft' } } },
      { line: 5, fact: { id: "R-2", kind: "support.requested", occurred: "2026-01-06T10:00Z" } },
    ]);
  });

  test("with commas or tabs, a mark at its beginning, and too many cells in a line", () => {
    expect(rowsIn("\uFEFFid,kind\r\n1,a\r\n2,b,c\r\n")).toEqual([
      { line: 2, fact: { id: "1", kind: "a" } },
      { line: 3, wrong: "columns" },
    ]);
    expect(rowsIn("id\tkind\n1\ta")).toEqual([{ line: 2, fact: { id: "1", kind: "a" } }]);
    expect(rowsIn("")).toEqual([]);
  });

  test("is answered by the place of each line", () => {
    expect([lineOf("body:12:1"), lineOf("body.fields")]).toEqual([12, undefined]);
  });
});

describe("answers of a form", () => {
  test.each([
    ["amount", "1 240,50", "1240.50 EUR"],
    ["amount", "12 €", "12 EUR"],
    ["price", "3.5 usd", "3.5 USD"],
    ["amount", "as quoted", "as quoted"],
    ["percent", "99,95", "99.95"],
    ["list of text", "a, b", ["a", "b"]],
    ["figures", "fee.price: 3.00 EUR\nseats.at-most: 12", { "fee.price": "3.00 EUR", "seats.at-most": "12" }],
    ["text", "  ", undefined],
    ["one of a, b", "a", "a"],
  ])("%s %j", (type, text, answer) => expect(answerOf(type, text)).toEqual(answer));

  test("a time is the reader's own", () => {
    const at = Date.UTC(2026, 0, 6, 10, 5);
    expect(answerOf("instant", localOf(at))).toBe("2026-01-06T10:05:00.000Z");
  });
});

test("a fact is marked by what was told of it later", () => {
  const log = [
    told({ kind: "fact.withdrawn", fields: { target: "desk:2" } }),
    told({ kind: "fact.corrected", fields: { target: "desk:1" } }),
    told({ kind: "fact.corrected", fields: { target: "desk:1" } }),
  ];
  expect(changesIn(log)).toEqual(
    new Map([
      ["desk:2", { corrected: 0, withdrawn: true }],
      ["desk:1", { corrected: 2, withdrawn: false }],
    ]),
  );
});

test("each changes what it told itself, the provider anybody's, and nobody what Tenu told", () => {
  expect(mayChange("provider", told({ source: "customer" }))).toBe(true);
  expect(mayChange("customer", told({ source: "customer-crm" }))).toBe(true);
  expect(mayChange("customer", told({ source: "desk" }))).toBe(false);
  expect(mayChange("provider", told({ source: "tenu" }))).toBe(false);
});

test("a customer speaks for its side, a distributor for itself", () => {
  expect(speakersOf("customer", { by: ["provider", "administrator"] })).toEqual(["administrator"]);
  expect(speakersOf("distributor", { by: ["anyone"] })).toEqual(["distributor"]);
  expect(speakersOf("provider", { by: ["customer"] })).toEqual(["customer"]);
});
