import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Item, WHOLE } from "./item.ts";
import { openRegister } from "./register.ts";
import { emptyState, type State } from "./state.ts";

const item = (subject: string, opened: number, change: Partial<Item> = {}): Item => ({
  type: "obligation",
  clause: "c",
  subject,
  state: "open",
  party: "provider",
  opened,
  because: { facts: [`s:${subject}/${opened}`], clauses: ["c"] },
  fields: {},
  version: 0,
  ...change,
});
const refusal = (subject: string, opened: number, fact: string): Item =>
  item(subject, opened, { type: "refusal", state: "refused", because: { facts: [fact], clauses: [] } });
const stateWith = (open: readonly Item[]): State => {
  const slots: Record<string, Item[]> = {};
  for (const one of open) (slots[one.whole ? WHOLE : one.subject] ??= []).push(one);
  return { ...emptyState(), items: { c: slots } };
};
const bare = { clause: () => undefined };

/** Days and the contract itself are about the whole contract, the others about what they name. */
const [subjects, days] = [["a", "b", "2025-01-01", "2025-01-02", WHOLE], /^(2025|contract)/];

/** Openings one after another, some twice at an instant; and which open one each later step closes. */
const lives = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ subject: fc.constantFrom(...subjects), twin: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ close: fc.nat() }) },
  ),
  { maxLength: 40 },
);

/** Plays a life: what was open after each closing, and what closed. The number of an item is its rank among the openings of its subject. */
function played(steps: readonly ({ subject: string; twin: boolean } | { close: number })[]) {
  const numbers = new Map<Item, number>();
  const count: Record<string, number> = {};
  let open: Item[] = [];
  const closings: { closed: Item; open: Item[] }[] = [];
  for (const [at, step] of steps.entries()) {
    if ("close" in step) {
      const closed = open[step.close % Math.max(1, open.length)];
      if (!closed) continue;
      open = open.filter((one) => one !== closed);
      closings.push({ closed: { ...closed, state: "kept" }, open });
      numbers.set(closings.at(-1)!.closed, numbers.get(closed)!);
    } else {
      for (const twin of step.twin ? [undefined, 1] : [undefined]) {
        const opened = item(step.subject, at, { ...(days.test(step.subject) && { whole: true }), ...(twin !== undefined && { twin }) });
        count[step.subject] = (count[step.subject] ?? 0) + 1;
        numbers.set(opened, count[step.subject]!);
        open = [...open, opened];
      }
    }
  }
  const name = (one: Item) => `c/${one.subject}/${numbers.get(one)}`;
  return { open, closings, name };
}

describe("an item's number is its rank among the openings of its subject", () => {
  test("whatever closes first", () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { open, closings, name } = played(steps);
        const register = openRegister(bare);
        for (const { closed, open: left } of closings) {
          register.extend([closed], stateWith(left));
          expect(register.rows.at(-1)!.id).toBe(name(closed));
        }
        const slots = Object.values(stateWith(open).items["c"]!);
        expect(register.nameAll(slots.flat()).map(({ id }) => id)).toEqual(slots.flat().map(name));
      }),
    );
  });
  test("also where several close together", () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { open, closings, name } = played(steps);
        const register = openRegister(bare);
        register.extend(
          closings.map(({ closed }) => closed),
          stateWith(open),
        );
        expect(register.rows.map(({ id }) => id)).toEqual(closings.map(({ closed }) => name(closed)));
      }),
    );
  });
  test("also where a life is taken up again from an earlier row", () => {
    fc.assert(
      fc.property(lives, fc.nat(), (steps, n) => {
        const { closings, name } = played(steps);
        const register = openRegister(bare);
        const extend = (from: number) => {
          for (const { closed, open } of closings.slice(from)) register.extend([{ ...closed }], stateWith(open));
        };
        extend(0);
        const kept = n % (closings.length + 1);
        register.truncate(kept);
        expect(register.rows).toHaveLength(kept);
        extend(kept);
        expect(register.rows.map(({ id }) => id)).toEqual(closings.map(({ closed }) => name(closed)));
      }),
    );
  });
  test("also at an instant past, where what was open has closed since", () => {
    fc.assert(
      fc.property(lives, fc.nat(), (steps, n) => {
        const { closings, name } = played(steps);
        const register = openRegister(bare);
        for (const { closed, open } of closings) register.extend([{ ...closed }], stateWith(open));
        const past = closings[n % Math.max(1, closings.length)];
        if (!past) return;
        expect(register.name({ ...past.closed }, stateWith(past.open)).id).toBe(name(past.closed));
      }),
    );
  });
});

describe("refusals", () => {
  test("are numbered apart from what stands, one by one, though nothing tells two of one instant apart but their fact", () => {
    const register = openRegister(bare);
    const [first, second] = [refusal("a", 5, "s:1"), refusal("a", 5, "s:2")];
    register.extend([first, second], stateWith([item("a", 1)]));
    expect(register.rows.map(({ id }) => id)).toEqual(["c/a/refused/1", "c/a/refused/2"]);
    expect(register.name({ ...second }, stateWith([])).id).toBe("c/a/refused/2");
    register.extend([refusal("a", 6, "s:3")], stateWith([]));
    expect(register.rows.at(-1)!.id).toBe("c/a/refused/3");
  });
});

describe("a name", () => {
  test("says where the clause stands, or nothing where the contract has no such clause", () => {
    const clause = (id: string) => (id === "c" ? ({ document: "terms", article: "7.2" } as never) : undefined);
    expect(openRegister({ clause }).nameAll([item("a", 1)])).toMatchObject([{ document: "terms", article: "7.2" }]);
    expect(openRegister(bare).nameAll([item("a", 1)])).toMatchObject([{ document: "", article: "" }]);
  });
  test("once given holds for its object", () => {
    const register = openRegister(bare);
    const one = item("a", 1);
    expect(register.nameAll([one])[0]).toBe(register.nameAll([one])[0]);
  });
});
