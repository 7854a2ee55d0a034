import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDuration, parseDuration, UNITS } from "./duration.ts";

describe("a duration", () => {
  it.each([
    ["48 hours", 48, "hour"],
    ["1 month", 1, "month"],
    ["10 working days", 10, "working day"],
    ["4 working  hours", 4, "working hour"],
    [" 1 years ", 1, "year"],
    ["2 week", 2, "week"],
    ["0 days", 0, "day"],
  ])("%j is read", (text, count, unit) => expect(parseDuration(text)).toEqual({ count, unit }));

  it.each([
    "hours",
    "48",
    "48h",
    "1.5 hours",
    "-1 day",
    "+1 day",
    "01 day",
    "1 fortnight",
    "1 Day",
    "2 dayss",
    "1 working",
    "1 working week",
    "1 day 2 hours",
    "1000000 days",
    "",
  ])("%j is none", (text) => expect(parseDuration(text)).toBeUndefined());

  it("is written in one way, which is read back", () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.constantFrom(...UNITS), (count, unit) => {
        const text = formatDuration({ count, unit });
        expect(parseDuration(text)).toEqual({ count, unit });
        expect(text.endsWith("s")).toBe(count !== 1);
      }),
    );
  });
});
