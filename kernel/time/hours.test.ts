import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BeyondCalendar } from "./beyond-calendar.ts";
import { weekday } from "./day.ts";
import { ALWAYS, at, FIXED_HOLIDAYS, OFFICE_HOURS, PARIS, shown } from "./examples.ts";
import { addOpenTime, isOpen, nextOpen, openTimeBetween } from "./hours.ts";
import type { Hours } from "./hours.ts";
import { HOUR, MINUTE } from "./instant.ts";
import { localOf } from "./zone.ts";

const NIGHT: Hours = {
  id: "night",
  days: ALWAYS.days,
  open: [
    { from: 0, to: 150 },
    { from: 165, to: 180 },
    { from: 1380, to: 1440 },
  ],
  zone: PARIS,
};
const hoursOfAllKinds = fc.constantFrom(OFFICE_HOURS, ALWAYS, NIGHT);
const instants = fc.oneof(
  fc.integer({ min: at("2024-01-01T00:00Z"), max: at("2027-12-31T00:00Z") }),
  fc.integer({ min: at("2025-03-28T00:00Z"), max: at("2025-04-01T00:00Z") }), // clocks forward
  fc.integer({ min: at("2025-10-24T00:00Z"), max: at("2025-10-28T00:00Z") }), // clocks back
);

describe("opening hours", () => {
  it.each([
    ["2025-06-02T09:00+02:00", true],
    ["2025-06-02T08:59:59.999+02:00", false],
    ["2025-06-02T12:29:59.999+02:00", true],
    ["2025-06-02T12:30+02:00", false],
    ["2025-06-02T18:00+02:00", false],
    ["2025-06-01T10:00+02:00", false], // Sunday
    ["2025-07-14T10:00+02:00", false], // public holiday, a Monday
  ])("are half-open: at %s open is %s", (text, open) => expect(isOpen(OFFICE_HOURS, at(text))).toBe(open));

  it("go by the clock on the wall", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const { day, ms } = localOf(PARIS, instant);
        const inside = OFFICE_HOURS.open.some(({ from, to }) => from * MINUTE <= ms && ms < to * MINUTE);
        expect(isOpen(OFFICE_HOURS, instant)).toBe(inside && weekday(day) <= 5 && !FIXED_HOLIDAYS.days.has(day));
      }),
    );
  });

  it("open next on the next working morning, or now", () => {
    expect(shown(PARIS, nextOpen(OFFICE_HOURS, at("2025-03-28T18:00+01:00")))).toBe("2025-03-31 09:00");
    expect(shown(PARIS, nextOpen(OFFICE_HOURS, at("2025-12-24T18:00+01:00")))).toBe("2025-12-26 09:00");
    fc.assert(
      fc.property(hoursOfAllKinds, instants, (hours, instant) => {
        const next = nextOpen(hours, instant);
        expect(isOpen(hours, next)).toBe(true);
        expect(openTimeBetween(hours, instant, next)).toBe(0);
        expect(next === instant).toBe(isOpen(hours, instant));
      }),
    );
  });

  it("never close when open from midnight to midnight, whatever the clocks do", () => {
    fc.assert(
      fc.property(instants, fc.nat(40 * 24 * HOUR), (instant, ms) => {
        expect(isOpen(ALWAYS, instant)).toBe(true);
        expect(openTimeBetween(ALWAYS, instant, instant + ms)).toBe(ms);
        expect(addOpenTime(ALWAYS, instant, ms)).toBe(instant + ms);
        expect(addOpenTime(ALWAYS, instant, -ms)).toBe(instant - ms);
      }),
    );
  });

  it("lose the part of a night opening that the clock skips", () => {
    const day = (date: string): number => openTimeBetween(NIGHT, at(`${date}T00:00+01:00`), at(`${date}T23:59:59+02:00`) + 1000);
    expect(day("2025-03-30")).toBe((120 + 60) * MINUTE);
  });
});

describe("open time", () => {
  it.each([
    ["2025-06-02T10:00+02:00", 2, "2025-06-02 12:00"],
    ["2025-06-02T10:00+02:00", 4, "2025-06-02 15:30"], // over lunch
    ["2025-06-06T17:00+02:00", 1, "2025-06-06 18:00"], // full at closing time: due then, not on Monday
    ["2025-06-06T17:00+02:00", 2, "2025-06-09 10:00"],
    ["2025-03-28T17:00+01:00", 2, "2025-03-31 10:00"], // the clocks change on the Sunday between
    ["2025-12-24T17:00+01:00", 2, "2025-12-26 10:00"],
  ])("from %s, %i hours are over at %s", (from, count, end) => {
    expect(shown(PARIS, addOpenTime(OFFICE_HOURS, at(from), count * HOUR))).toBe(end);
  });

  it("between two instants is the sum of its open minutes", () => {
    const wholeMinutes = instants.map((instant) => instant - (instant % MINUTE));
    fc.assert(
      fc.property(hoursOfAllKinds, wholeMinutes, fc.nat(3000), (hours, start, minutes) => {
        let open = 0;
        for (let minute = 0; minute < minutes; minute++) if (isOpen(hours, start + minute * MINUTE)) open += MINUTE;
        expect(openTimeBetween(hours, start, start + minutes * MINUTE)).toBe(open);
      }),
      { numRuns: 60 },
    );
  });

  it("counted forward is what has passed, at the earliest instant when it has", () => {
    fc.assert(
      fc.property(hoursOfAllKinds, instants, fc.integer({ min: 1, max: 200 * HOUR }), (hours, start, ms) => {
        const end = addOpenTime(hours, start, ms);
        expect(openTimeBetween(hours, start, end)).toBe(ms);
        expect(openTimeBetween(hours, start, end - 1)).toBe(ms - 1);
      }),
    );
  });

  it("counted back is what is still to pass, from the latest instant when it is", () => {
    fc.assert(
      fc.property(hoursOfAllKinds, instants, fc.integer({ min: 1, max: 200 * HOUR }), (hours, end, ms) => {
        const start = addOpenTime(hours, end, -ms);
        expect(openTimeBetween(hours, start, end)).toBe(ms);
        expect(openTimeBetween(hours, start + 1, end)).toBe(ms - 1);
      }),
    );
  });

  it("forward and back again returns to the next open instant", () => {
    fc.assert(
      fc.property(hoursOfAllKinds, instants, fc.integer({ min: 1, max: 200 * HOUR }), (hours, start, ms) => {
        expect(addOpenTime(hours, addOpenTime(hours, start, ms), -ms)).toBe(nextOpen(hours, start));
      }),
    );
  });

  it("is nothing where no time passes, and does not run backwards", () => {
    const now = at("2025-06-01T10:00Z");
    expect(addOpenTime(OFFICE_HOURS, now, 0)).toBe(now);
    expect(openTimeBetween(OFFICE_HOURS, now + 90 * HOUR, now)).toBe(0);
  });

  it("is refused for hours that never open, and unknown beyond the calendar", () => {
    const never: Hours = { ...OFFICE_HOURS, open: [] };
    expect(() => nextOpen(never, at("2025-06-01T10:00Z"))).toThrow(/never open/);
    expect(() => addOpenTime({ ...OFFICE_HOURS, days: [true] }, at("2025-06-01T10:00Z"), HOUR)).toThrow(/never open/);
    expect(isOpen(never, at("2025-06-02T10:00Z"))).toBe(false);
    expect(() => addOpenTime(OFFICE_HOURS, at("2031-12-31T16:00Z"), 10 * HOUR)).toThrow(BeyondCalendar);
  });
});
