import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addMonths, civilOf, dayOf, daysInMonth, formatDay, monthStart, parseDay, weekday } from "./day.ts";
import { on } from "./examples.ts";

const days = fc.integer({ min: -719_528, max: 2_932_896 }); // years 0000 to 9999

function temporal(day: number): Temporal.PlainDate {
  return new Temporal.PlainDate(1970, 1, 1).add({ days: day });
}

describe("a day", () => {
  it("counts from 1970-01-01", () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(1969, 12, 31)).toBe(-1);
    expect(dayOf(2000, 3, 1)).toBe(11_017);
  });

  it("has the civil date, the weekday and the text that Temporal gives it", () => {
    fc.assert(
      fc.property(days, (day) => {
        const expected = temporal(day);
        expect(civilOf(day)).toEqual({ year: expected.year, month: expected.month, date: expected.day });
        expect(weekday(day)).toBe(expected.dayOfWeek);
        expect(daysInMonth(expected.year, expected.month)).toBe(expected.daysInMonth);
        expect(formatDay(day)).toBe(expected.toString());
      }),
    );
  });

  it("is read back from its parts and from its text", () => {
    fc.assert(
      fc.property(days, (day) => {
        const { year, month, date } = civilOf(day);
        expect(dayOf(year, month, date)).toBe(day);
        expect(parseDay(formatDay(day))).toBe(day);
      }),
    );
  });

  it.each([
    "2025-02-29",
    "1900-02-29",
    "2025-04-31",
    "2025-00-10",
    "2025-13-01",
    "2025-01-00",
    "2025-1-1",
    "25-01-01",
    "2025-01-01 ",
    "+2025-01-01",
    "",
  ])("is not %j", (text) => expect(parseDay(text)).toBeUndefined());

  it("refuses parts that make no date", () => {
    expect(() => dayOf(2025, 2, 29)).toThrow(RangeError);
    expect(() => dayOf(2025, 1.5, 1)).toThrow(RangeError);
    expect(() => formatDay(dayOf(10_000, 1, 1))).toThrow(RangeError);
    expect(() => formatDay(Number.NaN)).toThrow(RangeError);
  });
});

describe("adding months", () => {
  it.each([
    ["2025-01-31", 1, "2025-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2025-01-31", 2, "2025-03-31"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2025-03-31", -1, "2025-02-28"],
    ["2025-01-15", -1, "2024-12-15"],
  ])("%s and %i months is %s", (from, months, to) => expect(formatDay(addMonths(on(from), months))).toBe(to));

  it("agrees with Temporal, which also takes the last day of a shorter month", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -600, max: 600 }), (day, months) => {
        expect(formatDay(addMonths(day, months))).toBe(temporal(day).add({ months }).toString());
      }),
    );
  });

  it("starts a month on its first", () => {
    expect(formatDay(monthStart(on("2024-02-29")))).toBe("2024-02-01");
    expect(formatDay(monthStart(on("2024-02-01")))).toBe("2024-02-01");
  });
});
