import { describe, expect, test } from "vitest";
import { barsOf, dayAfterKey } from "./horizon-days.ts";

function day(lines: number, rights = 0) {
  return { day: "2026-01-01", from: "", before: "", lines, rights };
}

describe("bars of the horizon", () => {
  test("an empty day has none, the fullest reaches the top, and one line is always seen", () => {
    expect(barsOf([day(0), day(100), day(1)]).map(({ height }) => height)).toEqual([0, 1, 0.12]);
  });

  test("rights are a share of the day", () => {
    expect(barsOf([day(4, 1)])).toEqual([{ height: 1, rights: 0.25 }]);
  });

  test("days without anything stay flat", () => {
    expect(barsOf([day(0), day(0)])).toEqual([
      { height: 0, rights: 0 },
      { height: 0, rights: 0 },
    ]);
  });
});

test("keys lead along the row and stop at its ends", () => {
  expect(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "a"].map((key) => dayAfterKey(key, 3, 30))).toEqual([
    2,
    4,
    0,
    10,
    0,
    29,
    undefined,
  ]);
  expect(dayAfterKey("ArrowRight", 29, 30)).toBe(29);
});
