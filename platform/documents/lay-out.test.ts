import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOut } from "./lay-out.ts";
import type { Row } from "./row.ts";

const row = (height: number, more: Partial<Row> = {}): Row => ({ height, before: 0, kept: false, draw: () => {}, ...more });
const page = { first: 10, top: 0, bottom: 100 };
const places = (rows: readonly Row[]) => layOut(rows, page).map(({ page: at, top }) => [at, top]);

describe("rows on pages", () => {
  it("follow one another, and the room above a row is dropped at the top of a page", () => {
    expect(places([row(40, { before: 9 }), row(40, { before: 5 }), row(40, { before: 5 })])).toEqual([
      [0, 10],
      [0, 55],
      [1, 0],
    ]);
  });

  it("go to the next page together when one is kept with the next", () => {
    expect(places([row(50), row(20, { kept: true }), row(30)])).toEqual([
      [0, 10],
      [1, 0],
      [1, 20],
    ]);
  });

  it("are parted after all when together they are higher than a page", () => {
    const tall = Array.from({ length: 4 }, () => row(40, { kept: true }));
    expect(places(tall)).toEqual([
      [0, 10],
      [0, 50],
      [1, 0],
      [1, 40],
    ]);
  });

  it("have a table's head above them again on each new page", () => {
    const repeated = row(10);
    expect(places([row(40, { repeated }), row(40, { repeated }), row(40, { repeated })])).toEqual([
      [0, 10],
      [0, 50],
      [1, 0],
      [1, 10],
    ]);
  });

  it("are all placed, in order, within the page, and none lies upon another", () => {
    const rows = fc.array(
      fc.record({ height: fc.integer({ min: 1, max: 100 }), before: fc.integer({ min: 0, max: 20 }), kept: fc.boolean() }),
    );
    fc.assert(
      fc.property(rows, (all) => {
        const given = all.map((each) => row(each.height, each));
        const placed = layOut(given, { ...page, first: 0 });
        expect(placed.map((each) => each.row)).toEqual(given);
        for (const [index, { page: at, top, row: each }] of placed.entries()) {
          expect(top + each.height).toBeLessThanOrEqual(100);
          const before = placed[index - 1];
          expect(before === undefined || at === before.page + 1 || (at === before.page && top >= before.top + before.row.height)).toBe(
            true,
          );
        }
      }),
    );
  });
});
