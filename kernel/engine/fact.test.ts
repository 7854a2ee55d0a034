import { describe, expect, test } from "vitest";
import { compareFacts, compareIds, type Fact } from "./fact.ts";

const fact = (id: string, change: Partial<Fact> = {}): Fact => ({
  id,
  source: "s",
  kind: "ticket.opened",
  subject: "T",
  occurred: 10,
  recorded: 10,
  by: "customer",
  fields: {},
  ...change,
});

describe("ids in order", () => {
  const inOrder = (ids: string[]) => ids.toSorted(compareIds);

  test("numbers inside an id count as numbers", () => {
    expect(inOrder(["F10", "F9", "F1", "F100"])).toEqual(["F1", "F9", "F10", "F100"]);
    expect(inOrder(["a2b10", "a2b9", "a10b1"])).toEqual(["a2b9", "a2b10", "a10b1"]);
    expect(inOrder(["2025-10-01", "2025-9-30"])).toEqual(["2025-9-30", "2025-10-01"]);
  });
  test("of equally long numbers the first digit that differs decides", () => {
    expect(compareIds("F129", "F131")).toBeLessThan(0);
    expect(compareIds("F131", "F129")).toBeGreaterThan(0);
    expect(compareIds("F0", "F9")).toBeLessThan(0);
  });
  test("numbers beyond any machine integer keep their order", () => {
    expect(compareIds("x99999999999999999998", "x99999999999999999999")).toBeLessThan(0);
    expect(compareIds("x100000000000000000000", "x99999999999999999999")).toBeGreaterThan(0);
  });
  test("leading zeros do not make a number larger, and two ids are never taken for one", () => {
    expect(compareIds("F007", "F8")).toBeLessThan(0);
    expect(compareIds("F010", "F9")).toBeGreaterThan(0);
    expect(compareIds("F00", "F0")).not.toBe(0);
    expect(Math.sign(compareIds("F00", "F0"))).toBe(-Math.sign(compareIds("F0", "F00")));
    expect(compareIds("F7", "F7")).toBe(0);
  });
  test("where numbers are not equally long as written, their value decides, not their letters", () => {
    expect(compareIds("F0131", "F129")).toBeGreaterThan(0);
    expect(compareIds("F031", "F29")).toBeGreaterThan(0);
    expect(compareIds("F129", "F0131")).toBeLessThan(0);
  });
  test("a number comes before what continues it, and before a letter in its place", () => {
    expect(compareIds("a1", "a1b")).toBeLessThan(0);
    expect(compareIds("a1b", "a1")).toBeGreaterThan(0);
    expect(compareIds("a1", "ab")).toBeLessThan(0);
    expect(compareIds("ab", "a1")).toBeGreaterThan(0);
    expect(compareIds("a:", "a12")).toBeGreaterThan(0);
  });
  test("letters go by their code, a start before its continuation", () => {
    expect(inOrder(["b", "a", "ab", "a/", "a:"])).toEqual(["a", "a/", "a:", "ab", "b"]);
    expect(compareIds("a", "a1")).toBeLessThan(0);
    expect(compareIds("a1", "a")).toBeGreaterThan(0);
  });
});

describe("facts in order", () => {
  test("by the instant they occurred, whatever was recorded first", () => {
    expect(compareFacts(fact("B", { occurred: 9, recorded: 99 }), fact("A"))).toBeLessThan(0);
  });
  test("of one instant: the acceptance, then amendments, then the others", () => {
    const facts = [
      fact("A", { recorded: 1 }),
      fact("C", { kind: "contract.amended", recorded: 50 }),
      fact("B", { kind: "contract.accepted", recorded: 70 }),
    ];
    expect(facts.toSorted(compareFacts).map(({ id }) => id)).toEqual(["B", "C", "A"]);
  });
  test("then by when they were recorded, by id, by source", () => {
    const facts = [fact("F10"), fact("F9", { source: "z" }), fact("F9", { source: "a" }), fact("F1", { recorded: 11 })];
    expect(facts.toSorted(compareFacts).map(({ id, source }) => `${source}:${id}`)).toEqual(["a:F9", "z:F9", "s:F10", "s:F1"]);
    expect(compareFacts(fact("F1"), fact("F1"))).toBe(0);
  });
});
