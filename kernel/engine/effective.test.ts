import { describe, expect, test } from "vitest";
import { Contradiction, effectiveFacts } from "./effective.ts";
import type { Fact } from "./fact.ts";

const fact = (id: string, change: Partial<Fact> = {}): Fact => ({
  id,
  source: "s",
  kind: "ticket.opened",
  subject: "T-1",
  occurred: 1000,
  recorded: 1000,
  by: "customer",
  fields: { level: "high", note: "x" },
  ...change,
});
const correction = (id: string, target: string, recorded: number, fields: Fact["fields"]): Fact =>
  fact(id, { kind: "fact.corrected", recorded, occurred: recorded, fields: { target, ...fields } });
const withdrawal = (id: string, target: string, recorded: number): Fact =>
  fact(id, { kind: "fact.withdrawn", recorded, occurred: recorded, fields: { target } });
const amendment = (occurred: number, effective: number): Fact =>
  fact("M", { kind: "contract.amended", occurred, recorded: occurred, fields: { effective: new Date(effective).toISOString() } });

describe("what is taken to have happened", () => {
  test("nothing that was not yet recorded", () => {
    expect(effectiveFacts([fact("A", { recorded: 2000 })], 1999)).toEqual([]);
    expect(effectiveFacts([fact("A", { recorded: 2000 })], 2000)).toHaveLength(1);
  });
  test("a correction states new fields and keeps the others; it may move the instant and the subject", () => {
    const [seen] = effectiveFacts(
      [fact("A"), correction("C", "s:A", 3000, { fields: { level: "low" }, occurred: "1970-01-01T00:00:00.500Z", subject: "T-2" })],
      9000,
    );
    expect(seen).toMatchObject({ id: "A", subject: "T-2", occurred: 500, fields: { level: "low", note: "x" } });
  });
  test("is not known before it was recorded", () => {
    expect(effectiveFacts([fact("A"), correction("C", "s:A", 3000, { fields: { level: "low" } })], 2999)[0]).toMatchObject({
      fields: { level: "high" },
    });
  });
  test("the last recorded correction wins, in whatever order they are told", () => {
    const told = [
      correction("C2", "s:A", 4000, { fields: { level: "mid" } }),
      correction("C1", "s:A", 3000, { fields: { level: "low" } }),
      fact("A"),
    ];
    expect(effectiveFacts(told, 9000)).toMatchObject([{ fields: { level: "mid" } }]);
    expect(effectiveFacts(told.toReversed(), 9000)).toMatchObject([{ fields: { level: "mid" } }]);
  });
  test("of corrections recorded together the first to have occurred counts first", () => {
    const [early, late] = [
      correction("C9", "s:A", 3000, { fields: { level: "low" } }),
      correction("C1", "s:A", 3000, { fields: { level: "mid" } }),
    ];
    expect(effectiveFacts([fact("A"), late, { ...early, occurred: 2000 }], 9000)).toMatchObject([{ fields: { level: "mid" } }]);
  });
  test("the last recorded correction wins also where it occurred first", () => {
    const [first, last] = [
      correction("C1", "s:A", 3000, { fields: { level: "low" } }),
      correction("C2", "s:A", 4000, { fields: { level: "mid" } }),
    ];
    expect(effectiveFacts([fact("A"), { ...last, occurred: 2000 }, first], 9000)).toMatchObject([{ fields: { level: "mid" } }]);
  });
  test("told twice, it counts from when it was first recorded", () => {
    const [first, again] = [fact("A", { recorded: 2000 }), fact("A", { recorded: 3000 })];
    for (const told of [
      [first, again],
      [again, first],
    ])
      expect(effectiveFacts(told, 9000)).toEqual([first]);
  });
  test("a withdrawn fact is gone; a later correction revives nothing", () => {
    expect(effectiveFacts([fact("A"), withdrawal("W", "s:A", 3000)], 9000)).toEqual([]);
    expect(
      effectiveFacts([fact("A"), withdrawal("W", "s:A", 3000), correction("C", "s:A", 4000, { fields: { level: "low" } })], 9000),
    ).toEqual([]);
  });
  test("corrections of what was never told change nothing", () => {
    expect(effectiveFacts([fact("A"), correction("C", "s:B", 3000, { fields: { level: "low" } })], 9000)).toMatchObject([
      { id: "A", fields: { level: "high" } },
    ]);
  });
  test("told twice with other content it is a contradiction that names both", () => {
    const [first, second] = [fact("A"), fact("A", { fields: { level: "low" } })];
    expect(() => effectiveFacts([first, second], 9000)).toThrow(Contradiction);
    expect(() => effectiveFacts([first, { ...first, fields: { note: "x", level: "high" } }], 9000)).not.toThrow();
    for (const change of [{ subject: "T-2" }, { occurred: 999 }, { by: "provider" }, { kind: "ticket.closed" }])
      expect(() => effectiveFacts([first, fact("A", change)], 9000)).toThrow(/s:A was stated twice/);
  });
});

describe("an amendment's place in a life", () => {
  test("signed late, it stands at its effective date", () => {
    expect(effectiveFacts([amendment(9000, 2000)], 9000)).toMatchObject([{ occurred: 2000 }]);
  });
  test("signed ahead or on the day, it stands where it was signed", () => {
    expect(effectiveFacts([amendment(3000, 8000)], 9000)).toMatchObject([{ occurred: 3000 }]);
    expect(effectiveFacts([amendment(3000, 3000)], 9000)).toMatchObject([{ occurred: 3000 }]);
  });
});
