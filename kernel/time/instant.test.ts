import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { formatInstant, parseInstant } from "./instant.ts";

const instants = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }); // years 0000 to 9999

describe("an instant", () => {
  it("is written in UTC with three digits of milliseconds, and read back", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(formatInstant(instant)).toBe(new Temporal.Instant(BigInt(instant) * 1_000_000n).toString({ smallestUnit: "millisecond" }));
        expect(parseInstant(formatInstant(instant))).toBe(instant);
      }),
    );
  });

  it.each([
    ["2025-12-31T23:00Z", "2025-12-31T23:00:00.000Z"],
    ["2026-01-01T00:00:00+01:00", "2025-12-31T23:00:00.000Z"],
    ["2025-12-31T13:30:00-09:30", "2025-12-31T23:00:00.000Z"],
    ["2025-12-31T22:59+23:59", "2025-12-30T23:00:00.000Z"],
    ["2025-12-31T23:59:59Z", "2025-12-31T23:59:59.000Z"],
    ["2025-12-31T23:00:00.5Z", "2025-12-31T23:00:00.500Z"],
    ["2025-12-31T23:00:00.123999999Z", "2025-12-31T23:00:00.123Z"],
    ["1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"],
  ])("%s is %s", (text, canonical) => expect(formatInstant(parseInstant(text) as number)).toBe(canonical));

  it.each([
    "2025-12-31T23:00",
    "2025-12-31",
    "2025-12-31 23:00Z",
    "2025-12-31T24:00Z",
    "2025-12-31T23:60Z",
    "2025-12-31T23:59:60Z",
    "2025-02-29T00:00Z",
    "2025-12-31T23Z",
    "2025-12-31T23:00:00.Z",
    "2025-12-31T23:00:00,5Z",
    "2025-12-31T23:00+24:00",
    "2025-12-31T23:00+01:60",
    "2025-12-31T23:00+0100",
    "2025-12-31T23:00-00:00",
    "2025-12-31t23:00z",
    " 2025-12-31T23:00Z",
    "2025-12-31T23:00Z\n",
    "١٢٣٤-12-31T23:00Z",
  ])("is not %j", (text) => expect(parseInstant(text)).toBeUndefined());

  it("refuses to write part of a millisecond, or a year that needs a fifth digit", () => {
    expect(() => formatInstant(0.5)).toThrow(RangeError);
    expect(() => formatInstant(Number.NaN)).toThrow(RangeError);
    expect(() => formatInstant(253_402_300_800_000)).toThrow(RangeError);
  });
});
