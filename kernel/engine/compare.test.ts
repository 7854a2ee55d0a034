import { describe, expect, test } from "vitest";
import { compare } from "./compare.ts";
import type { NumberedItem } from "./register.ts";
import type { Standing } from "./standing.ts";

const item = (id: string, change: Partial<NumberedItem> = {}): NumberedItem => ({
  id,
  type: "obligation",
  clause: "c",
  subject: id,
  state: "open",
  party: "provider",
  opened: 1,
  because: { facts: [], clauses: [] },
  fields: {},
  version: 0,
  document: "d",
  article: "1",
  ...change,
});
const standing = (items: NumberedItem[], change: Partial<Standing> = {}): Standing => ({
  contract: "x",
  at: 1,
  knownAt: 1,
  edition: { engine: "1", references: "r", documents: {} },
  phase: "running",
  creditDays: 0,
  items,
  ...change,
});

describe("two standings compared", () => {
  test("the same standing differs in nothing", () => {
    expect(compare(standing([item("a"), item("b")]), standing([item("b"), item("a")]))).toEqual({ contract: [], changes: [] });
  });
  test("items appear, vanish, and change in the keys that are named", () => {
    const { changes } = compare(
      standing([item("a"), item("b", { due: 5 })]),
      standing([item("b", { due: 6, state: "missed" }), item("c")]),
    );
    expect(changes.map(({ id, sort, keys }) => [id, sort, keys])).toEqual([
      ["b", "changed", ["state", "due"]],
      ["c", "appeared", []],
      ["a", "vanished", []],
    ]);
    expect(changes[0]).toMatchObject({ before: { due: 5 }, after: { due: 6 } });
  });
  test("one key that differs is enough", () => {
    expect(compare(standing([item("a")]), standing([item("a", { party: "customer" })])).changes).toMatchObject([
      { id: "a", sort: "changed", keys: ["party"] },
    ]);
  });
  test("what rests on more facts but says the same has not changed", () => {
    expect(compare(standing([item("a")]), standing([item("a", { because: { facts: ["s:1"], clauses: [] } })])).changes).toEqual([]);
  });
  test("the contract's own keys are told", () => {
    expect(compare(standing([]), standing([], { phase: "ended", ends: 3, creditDays: 2 })).contract).toEqual([
      "phase",
      "ends",
      "creditDays",
    ]);
  });
});
