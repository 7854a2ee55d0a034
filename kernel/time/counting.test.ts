import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { BeyondCalendar } from "./beyond-calendar.ts";
import {
  addPeriods,
  backward,
  endOfDay,
  endOfMonth,
  endOfNextMonth,
  endOfYear,
  forward,
  rollToWorkingDay,
  startOfMonth,
} from "./counting.ts";
import type { Calendar } from "./counting.ts";
import { civilOf, formatDay } from "./day.ts";
import { parseDuration, UNITS } from "./duration.ts";
import type { Duration } from "./duration.ts";
import { at, FIXED_HOLIDAYS, OFFICE_HOURS, on, PARIS, shown } from "./examples.ts";
import { localOf } from "./zone.ts";

const CALENDAR: Calendar = { zone: PARIS, holidays: FIXED_HOLIDAYS, hours: OFFICE_HOURS };
const NO_DAYS = ["minute", "hour", "working hour"];

const instants = fc.oneof(
  fc.integer({ min: at("2019-01-01T00:00Z"), max: at("2025-12-31T00:00Z") }),
  fc
    .constantFrom("2024-01-29", "2024-02-28", "2024-02-29", "2025-01-31", "2025-02-28", "2025-03-29", "2025-10-25", "2024-12-31")
    .chain((date) => fc.integer({ min: -30 * 3_600_000, max: 30 * 3_600_000 }).map((by) => at(`${date}T23:00Z`) + by)),
  fc.constantFrom("2025-02-28", "2025-05-31", "2025-12-31").map((date) => endOfDay(at(`${date}T12:00Z`), PARIS)),
);
const durations: fc.Arbitrary<Duration> = fc
  .constantFrom(...UNITS)
  .chain((unit) => fc.nat(unit === "year" ? 4 : unit === "quarter" ? 16 : 50).map((count) => ({ count, unit })));

function of(text: string): Duration {
  return parseDuration(text) as Duration;
}

describe("counting forward", () => {
  it.each([
    ["2025-03-29T10:00+01:00", "48 hours", "2025-03-31 11:00"], // hours elapse: the night the clocks change is an hour short
    ["2025-10-25T10:00+02:00", "48 hours", "2025-10-27 09:00"],
    ["2025-06-02T10:00+02:00", "90 minutes", "2025-06-02 11:30"],
    ["2025-06-02T10:00+02:00", "1 day", "2025-06-04 00:00"], // the 2nd is left out, the 3rd is the day
    ["2025-06-02T00:00+02:00", "1 day", "2025-06-04 00:00"], // midnight belongs to the day it opens
    ["2025-06-01T23:59:59.999+02:00", "1 day", "2025-06-03 00:00"],
    ["2025-06-02T10:00+02:00", "0 days", "2025-06-03 00:00"],
    ["2025-03-24T10:00+01:00", "1 week", "2025-04-01 00:00"],
    ["2025-01-31T10:00+01:00", "1 month", "2025-03-01 00:00"],
    ["2024-01-31T10:00+01:00", "1 month", "2024-03-01 00:00"],
    ["2024-11-30T10:00+01:00", "1 quarter", "2025-03-01 00:00"],
    ["2024-02-29T10:00+01:00", "1 year", "2025-03-01 00:00"],
    ["2025-05-05T10:00+02:00", "3 working days", "2025-05-10 00:00"], // 6, 7, 9 May: the 8th is a holiday
    ["2025-05-07T10:00+02:00", "10 working days", "2025-05-23 00:00"],
    ["2025-05-03T10:00+02:00", "1 working day", "2025-05-06 00:00"], // from a Saturday
    ["2025-05-07T17:00+02:00", "4 working hours", "2025-05-09 12:00"],
  ])("from %s, %s end at %s", (from, duration, end) => {
    expect(shown(PARIS, forward(at(from), of(duration), CALENDAR))).toBe(end);
  });

  it("agrees with Temporal on days, weeks, months, quarters and years", () => {
    const unitsOfDays = durations.filter(({ unit }) => ["day", "week", "month", "quarter", "year"].includes(unit));
    fc.assert(
      fc.property(instants, unitsOfDays, (from, duration) => {
        const length = duration.unit === "quarter" ? { months: duration.count * 3 } : { [`${duration.unit}s`]: duration.count };
        const lastDay = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO("Europe/Paris").toPlainDate().add(length);
        expect(forward(from, duration, CALENDAR)).toBe(lastDay.add({ days: 1 }).toZonedDateTime("Europe/Paris").epochMilliseconds);
      }),
    );
  });

  it("never ends earlier for an event that comes later", () => {
    fc.assert(
      fc.property(instants, instants, durations, (a, b, duration) => {
        expect(forward(Math.min(a, b), duration, CALENDAR)).toBeLessThanOrEqual(forward(Math.max(a, b), duration, CALENDAR));
      }),
    );
  });
});

describe("counting backward", () => {
  it("a notice of one month before a period that ends with the year must come by 30 November", () => {
    const end = at("2025-12-31T23:00Z");
    expect(shown(PARIS, backward(end, of("1 month"), CALENDAR))).toBe("2025-12-01 00:00");
    expect(forward(at("2025-11-30T22:59Z"), of("1 month"), CALENDAR)).toBeLessThan(end);
    expect(forward(at("2025-11-30T23:00Z"), of("1 month"), CALENDAR)).toBeGreaterThan(end);
  });

  it.each([
    ["2025-03-01T00:00+01:00", "1 month", "2025-02-01 00:00"], // 31 January still ends with 28 February
    ["2025-04-01T00:00+02:00", "1 month", "2025-03-01 00:00"],
    ["2025-03-31T11:00+02:00", "48 hours", "2025-03-29 10:00"],
    ["2025-06-10T15:00+02:00", "1 day", "2025-06-09 00:00"], // the 10th is not over at 15:00: the 9th is the last whole day
    ["2025-05-10T00:00+02:00", "3 working days", "2025-05-06 00:00"],
    ["2025-05-06T00:00+02:00", "1 working day", "2025-05-05 00:00"], // the whole weekend may still give notice
    ["2025-05-09T12:00+02:00", "4 working hours", "2025-05-07 17:00"],
  ])("before %s, %s leave until %s", (edge, duration, until) => {
    expect(shown(PARIS, backward(at(edge), of(duration), CALENDAR))).toBe(until);
  });

  it("finds the last moment whose forward count still fits, for every unit", () => {
    fc.assert(
      fc.property(instants, durations, (edge, duration) => {
        const until = backward(edge, duration, CALENDAR);
        const last = NO_DAYS.includes(duration.unit) ? until : until - 1;
        expect(forward(last, duration, CALENDAR)).toBeLessThanOrEqual(edge);
        expect(forward(last + 1, duration, CALENDAR)).toBeGreaterThan(edge);
      }),
      { numRuns: 1000 },
    );
  });

  it("from where a forward count ended leaves the event in time, for every unit", () => {
    fc.assert(
      fc.property(instants, durations, (from, duration) => {
        const until = backward(forward(from, duration, CALENDAR), duration, CALENDAR);
        expect(NO_DAYS.includes(duration.unit) ? until + 1 : until).toBeGreaterThan(from);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a calendar that is missing", () => {
  it("is named, and never guessed", () => {
    const bare: Calendar = { zone: PARIS };
    const now = at("2025-06-02T10:00Z");
    expect(() => forward(now, of("2 working days"), bare)).toThrow(/2 working days: no public holidays/);
    expect(() => backward(now, of("1 working day"), bare)).toThrow(/1 working day: no public holidays/);
    expect(() => forward(now, of("4 working hours"), bare)).toThrow(/4 working hours: no working hours/);
    expect(() => rollToWorkingDay(now, bare)).toThrow(/no public holidays/);
  });

  it("or too short, makes the answer unknown", () => {
    expect(() => forward(at("2031-12-30T10:00Z"), of("5 working days"), CALENDAR)).toThrow(BeyondCalendar);
    expect(() => forward(at("2049-12-01T10:00Z"), of("1 month"), CALENDAR)).toThrow(BeyondCalendar);
  });

  it("does not excuse a count that is no whole number", () => {
    expect(() => forward(0, { count: 1.5, unit: "hour" }, CALENDAR)).toThrow(RangeError);
    expect(() => backward(0, { count: -1, unit: "day" }, CALENDAR)).toThrow(RangeError);
  });
});

describe("a deadline that rolls to a working day", () => {
  it.each([
    ["2025-05-03T00:00+02:00", "2025-05-03 00:00"], // Friday 2 May stays
    ["2025-05-04T00:00+02:00", "2025-05-06 00:00"], // Saturday → Monday
    ["2025-05-05T00:00+02:00", "2025-05-06 00:00"], // Sunday → Monday
    ["2025-05-09T00:00+02:00", "2025-05-10 00:00"], // Thursday 8 May → Friday
    ["2025-10-27T00:00+01:00", "2025-10-28 00:00"], // the Sunday the clocks change
  ])("ending at %s ends at %s", (deadline, rolled) => {
    expect(shown(PARIS, rollToWorkingDay(at(deadline), CALENDAR))).toBe(rolled);
  });

  it("rolls once", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const rolled = rollToWorkingDay(endOfDay(instant, PARIS), CALENDAR);
        expect(rollToWorkingDay(rolled, CALENDAR)).toBe(rolled);
      }),
    );
  });
});

describe("periods", () => {
  it("count from the anchor, so a short month does not shorten those after it", () => {
    const starts = [0, 1, 2, 3, 13].map((count) => formatDay(addPeriods(on("2025-01-31"), count, of("1 month"))));
    expect(starts).toEqual(["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30", "2026-02-28"]);
  });

  it("return to 29 February in leap years", () => {
    const starts = [1, 2, 3, 4].map((count) => formatDay(addPeriods(on("2024-02-29"), count, of("1 year"))));
    expect(starts).toEqual(["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]);
  });

  it.each([
    ["2 quarters", 3, "2026-07-31"],
    ["10 days", 3, "2025-03-02"],
    ["2 weeks", -1, "2025-01-17"],
  ])("of %s, number %i from 31 January 2025 starts on %s", (step, count, day) => {
    expect(formatDay(addPeriods(on("2025-01-31"), count, of(step)))).toBe(day);
  });

  it.each(["1 hour", "5 working days"])("are not counted in %s", (step) => {
    expect(() => addPeriods(0, 1, of(step))).toThrow(RangeError);
  });
});

describe("the edges of day, month and year", () => {
  it.each([
    ["2025-02-10T12:00+01:00", "2025-02-11", "2025-02-01", "2025-03-01", "2025-04-01", "2026-01-01"],
    ["2025-12-31T23:59+01:00", "2026-01-01", "2025-12-01", "2026-01-01", "2026-02-01", "2026-01-01"],
    ["2026-01-01T00:00+01:00", "2026-01-02", "2026-01-01", "2026-02-01", "2026-03-01", "2027-01-01"],
    ["2025-10-26T02:30+01:00", "2025-10-27", "2025-10-01", "2025-11-01", "2025-12-01", "2026-01-01"],
  ])("around %s", (text, day, start, month, next, year) => {
    const edges = [endOfDay, startOfMonth, endOfMonth, endOfNextMonth, endOfYear].map((edge) => shown(PARIS, edge(at(text), PARIS)));
    expect(edges).toEqual([day, start, month, next, year].map((date) => `${date} 00:00`));
  });

  it("hold the instant between them", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const [start, end] = [startOfMonth(instant, PARIS), endOfMonth(instant, PARIS)];
        expect(start <= instant && instant < end).toBe(true);
        expect(civilOf(localOf(PARIS, start).day).date).toBe(1);
        expect(civilOf(localOf(PARIS, end - 1).day).month).toBe(civilOf(localOf(PARIS, instant).day).month);
      }),
    );
  });
});
