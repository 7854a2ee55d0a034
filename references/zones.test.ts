import { zoneNamed } from "#kernel/references.ts";
import { civilOf } from "#kernel/time/day.ts";
import { PARIS } from "#kernel/time/examples.ts";
import { HOUR } from "#kernel/time/instant.ts";
import { localOf } from "#kernel/time/zone.ts";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { loadReferences } from "./load.ts";

const references = loadReferences();
const names = Object.keys(references.zones);

describe("the zone tables", () => {
  it("show what Temporal shows, anywhere and at any time, also around each change of clocks", () => {
    const moments = fc.constantFrom(...names).chain((name) => {
      const { from, until, transitions } = zoneNamed(references, name);
      const any = fc.integer({ min: from, max: until - 1 });
      const near =
        transitions.length === 0
          ? any
          : fc.tuple(fc.constantFrom(...transitions), fc.integer({ min: -HOUR, max: HOUR })).map(([t, by]) => t + by);
      return fc.record({ name: fc.constant(name), instant: fc.oneof(any, near) });
    });
    fc.assert(
      fc.property(moments, ({ name, instant }) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name);
        const { day, ms } = localOf(zoneNamed(references, name), instant);
        expect(civilOf(day)).toEqual({ year: expected.year, month: expected.month, date: expected.day });
        expect(Math.floor(ms / 60_000)).toBe(expected.hour * 60 + expected.minute);
      }),
      { numRuns: 1000 },
    );
  });

  it("follow the directive on summer time in Paris to the end of the table", () => {
    expect(zoneNamed(references, "Europe/Paris")).toEqual(PARIS);
  });

  it("know the European Union, its neighbours, France overseas and a few more", () => {
    expect(names).toHaveLength(1 + 27 + 2 + 14 + 3);
    expect(names).toEqual(
      expect.arrayContaining([
        "UTC",
        "Europe/London",
        "Europe/Zurich",
        "Asia/Nicosia",
        "Pacific/Marquesas",
        "Asia/Tokyo",
        "America/Los_Angeles",
      ]),
    );
  });
});
