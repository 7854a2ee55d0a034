import fc from "fast-check";
import { expect, it } from "vitest";
import { columnWidths } from "./columns.ts";

it("columns take their share of the room", () => {
  expect(
    columnWidths(
      [
        { share: 3, least: 10 },
        { share: 1, least: 10 },
      ],
      100,
    ),
  ).toEqual([75, 25]);
});

it("a column takes what its widest word needs, the others share the rest", () => {
  const columns = [
    { share: 2, least: 10 },
    { share: 1, least: 50 },
    { share: 2, least: 10 },
  ];
  expect(columnWidths(columns, 110)).toEqual([30, 50, 30]);
});

it("columns fill the room, and none is too narrow where there is room for all", () => {
  const column = fc.record({ share: fc.integer({ min: 1, max: 9 }), least: fc.integer({ min: 0, max: 80 }) });
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 7 }), (columns) => {
      const widths = columnWidths(columns, 400);
      expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(400);
      const room = columns.reduce((sum, { least }) => sum + least, 0) <= 400;
      expect(!room || widths.every((width, index) => width >= (columns[index]?.least ?? 0) - 1e-9)).toBe(true);
    }),
  );
});
