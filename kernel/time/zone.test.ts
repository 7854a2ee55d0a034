import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { BeyondCalendar } from "./beyond-calendar.ts";
import { civilOf } from "./day.ts";
import { at, europeanZone, on, PARIS, shown } from "./examples.ts";
import { formatInstant, HOUR, MINUTE } from "./instant.ts";
import { firstReading, instantOf, localOf, midnight, offsetAt } from "./zone.ts";
import type { Zone } from "./zone.ts";

const ZONES = [
  PARIS,
  europeanZone("Europe/Helsinki", 2),
  ...["Indian/Reunion", "America/Martinique", "America/New_York", "Pacific/Marquesas"].map(compiled),
];

function compiled(name: string): Zone {
  const transitions: number[] = [];
  let here = Temporal.Instant.from("2000-01-01T00:00Z").toZonedDateTimeISO(name);
  const offsets = [here.offsetNanoseconds / 1e6];
  for (let next = here.getTimeZoneTransition("next"); next !== null && next.year < 2050; next = next.getTimeZoneTransition("next")) {
    transitions.push(next.epochMilliseconds);
    offsets.push(next.offsetNanoseconds / 1e6);
    here = next;
  }
  return { name, from: at("2000-01-01T00:00Z"), until: at("2050-01-01T00:00Z"), transitions, offsets };
}

/** Any instant, half of them within two hours of a change of clocks. */
const moments = fc.constantFrom(...ZONES).chain((zone) => {
  const any = fc.integer({ min: zone.from + 48 * HOUR, max: zone.until - 48 * HOUR });
  if (zone.transitions.length === 0) return fc.record({ zone: fc.constant(zone), instant: any });
  const near = fc.tuple(fc.constantFrom(...zone.transitions), fc.integer({ min: -2 * HOUR, max: 2 * HOUR })).map(([t, by]) => t + by);
  return fc.record({ zone: fc.constant(zone), instant: fc.oneof(any, near) });
});

describe("a zone", () => {
  it("shows the day and time that Temporal shows", () => {
    fc.assert(
      fc.property(moments, ({ zone, instant }) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone.name);
        const { day, ms } = localOf(zone, instant);
        expect(civilOf(day)).toEqual({ year: expected.year, month: expected.month, date: expected.day });
        expect(ms).toBe(((expected.hour * 60 + expected.minute) * 60 + expected.second) * 1000 + expected.millisecond);
        expect(offsetAt(zone, instant)).toBe(expected.offsetNanoseconds / 1e6);
      }),
      { numRuns: 500 },
    );
  });

  it("finds the instant that Temporal finds for a day and time, shown once, twice or never", () => {
    // A change of clocks starts and ends on a whole hour: chance alone would miss those edges.
    const times = fc.oneof(
      fc.nat(86_399_999),
      fc.nat(8).map((halves) => halves * 30 * MINUTE),
    );
    fc.assert(
      fc.property(moments, times, ({ zone, instant }, ms) => {
        const { day } = localOf(zone, instant);
        const { year, month, date } = civilOf(day);
        const wall = new Temporal.PlainDateTime(year, month, date).add({ milliseconds: ms });
        expect(instantOf(zone, day, ms)).toBe(wall.toZonedDateTime(zone.name, { disambiguation: "compatible" }).epochMilliseconds);
        expect(midnight(zone, day)).toBe(new Temporal.PlainDate(year, month, date).toZonedDateTime(zone.name).epochMilliseconds);
      }),
      { numRuns: 500 },
    );
  });

  it("moves a time that the clock skips forward, and takes the first of a time shown twice", () => {
    expect(formatInstant(instantOf(PARIS, on("2025-03-30"), 150 * MINUTE))).toBe("2025-03-30T01:30:00.000Z"); // 02:30 → 03:30
    expect(formatInstant(instantOf(PARIS, on("2025-10-26"), 150 * MINUTE))).toBe("2025-10-26T00:30:00.000Z"); // 02:30, summer time
    expect(formatInstant(instantOf(PARIS, on("2025-10-26"), 180 * MINUTE))).toBe("2025-10-26T02:00:00.000Z"); // 03:00 is shown once
  });

  it("reaches every time in order, the skipped hour all at once", () => {
    expect(formatInstant(firstReading(PARIS, on("2025-03-30"), 150 * MINUTE))).toBe("2025-03-30T01:00:00.000Z");
    fc.assert(
      fc.property(moments, fc.nat(24 * HOUR), fc.nat(24 * HOUR), ({ zone, instant }, a, b) => {
        const { day } = localOf(zone, instant);
        expect(firstReading(zone, day, Math.min(a, b))).toBeLessThanOrEqual(firstReading(zone, day, Math.max(a, b)));
      }),
    );
  });

  it("starts a day at the first instant that shows it, even where midnight is skipped", () => {
    const night: Zone = { name: "skips 23:30-00:30", from: 0, until: 100 * HOUR, transitions: [47.5 * HOUR], offsets: [0, HOUR] };
    expect(midnight(night, 2)).toBe(47.5 * HOUR);
    expect(shown(night, midnight(night, 2))).toBe("1970-01-03 00:30");
    expect(shown(night, midnight(night, 2) - 1)).toBe("1970-01-02 23:29");
  });

  it("answers from its first instant up to, and not at, its end", () => {
    expect(() => localOf(PARIS, PARIS.from)).not.toThrow();
    expect(() => localOf(PARIS, PARIS.until - 1)).not.toThrow();
    expect(() => localOf(PARIS, PARIS.from - 1)).toThrow(BeyondCalendar);
    expect(() => localOf(PARIS, PARIS.until)).toThrow(BeyondCalendar);
    expect(() => instantOf(PARIS, on("2050-01-02"), 0)).toThrow(/zone table Europe\/Paris ends at 2050-01-01T00:00:00.000Z.*Mend/);
    expect(() => midnight(PARIS, on("1999-12-31"))).toThrow(expect.objectContaining({ what: "zone", id: "Europe/Paris", side: "before" }));
    expect(() => localOf(PARIS, Number.NaN)).toThrow();
  });
});
