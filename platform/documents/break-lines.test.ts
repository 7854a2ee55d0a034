import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines, type Measured } from "./break-lines.ts";

const word = (width: number): Measured => ({ width, space: 1 });
const words = (...widths: number[]) => widths.map(word);

describe("a paragraph's lines", () => {
  it("are alike in length rather than as full as can be, the last one too in a title", () => {
    expect(breakLines(words(3, 2, 2, 5, 5), 9)).toEqual([2, 4, 5]); // as full as can be would be 3, 4, 5
    expect(breakLines(words(3, 2, 2, 6), 9)).toEqual([3, 4]);
    expect(breakLines(words(3, 2, 2, 6), 9, true)).toEqual([2, 4]);
  });

  it("do not end in one small word where that can be helped", () => {
    const ends = breakLines(words(30, 30, 30, 30, 30, 2), 100);
    expect(ends.at(-1)).toBe(6);
    expect(ends.at(-2)).toBeLessThan(5);
  });

  it("hold each word once, in order, within the width unless one word alone is wider", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 60 }), fc.boolean(), (widths, balanced) => {
        const all = words(...widths);
        const ends = breakLines(all, 100, balanced);
        let from = 0;
        for (const to of ends) {
          expect(to).toBeGreaterThan(from);
          const width = all.slice(from, to).reduce((sum, each) => sum + each.width, to - from - 1);
          expect(width <= 100 || to === from + 1).toBe(true);
          from = to;
        }
        expect(from).toBe(widths.length);
      }),
    );
  });
});
