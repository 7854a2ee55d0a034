import { describe, expect, test } from "vitest";
import { isClosed, type Item, textOf } from "./item.ts";

test.each([
  ["as it is", "letter", "letter"],
  ["a number as its digits", 12, "12"],
  ["yes or no as a word", false, "false"],
  ["nothing where it is absent", undefined, ""],
  ["nothing where it is empty", null, ""],
  ["nothing where it is a list", ["a"], ""],
])("a field read as text is %s", (_, field, text) => expect(textOf(field)).toBe(text));

describe("an item is closed", () => {
  const item = (change: Partial<Item>): Item => ({
    type: "obligation",
    clause: "c",
    subject: "s",
    state: "open",
    party: "provider",
    opened: 1,
    because: { facts: [], clauses: [] },
    fields: {},
    version: 0,
    ...change,
  });
  test.each<[string, Partial<Item>, boolean]>([
    ["once it is a refusal", { type: "refusal", state: "refused" }, true],
    ["not while a duty missed may still be done late", { state: "missed" }, false],
    ["once a duty missed is done", { state: "missed", done: 2 }, true],
    ["where a duty is unknown", { state: "unknown" }, true],
    ["not where an amount is unknown", { type: "amount", state: "unknown" }, false],
    ["once a right is used", { type: "right", state: "used" }, true],
    ["not while a right is pending", { type: "right", state: "pending" }, false],
  ])("%s", (_, change, closed) => expect(isClosed(item(change))).toBe(closed));
});
