import fc from "fast-check";
import { expect, test } from "vitest";
import { looksLikeTimestamp, minuteOfTimestamp } from "./log-timestamp.ts";

const encoder = new TextEncoder();
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function minuteOf(text: string): number | undefined {
  const bytes = encoder.encode(text);
  expect(looksLikeTimestamp(bytes, 0, bytes.length)).toBe(true);
  return minuteOfTimestamp(bytes, 0);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

test("every minute of every zone is the minute it was in UTC", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1440, max: 80_000_000 }), fc.integer({ min: -720, max: 840 }), fc.nat(60), (minute, zone, second) => {
      const local = new Date((minute + zone) * 60_000);
      const day = `${two(local.getUTCDate())}/${months[local.getUTCMonth()]}/${local.getUTCFullYear()}`;
      const offset = `${zone < 0 ? "-" : "+"}${two(Math.floor(Math.abs(zone) / 60))}${two(Math.abs(zone) % 60)}`;
      expect(minuteOf(`[${day}:${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(second)} ${offset}]`)).toBe(minute);
    }),
  ));

test.each([
  "[29/Feb/2015:10:05:03 +0000]",
  "[31/Apr/2015:10:05:03 +0000]",
  "[00/May/2015:10:05:03 +0000]",
  "[32/May/2015:10:05:03 +0000]",
  "[17/Mai/2015:10:05:03 +0000]",
  "[17/May/1969:10:05:03 +0000]",
  "[17/May/9999:10:05:03 +0000]",
  "[17/May/2015:24:05:03 +0000]",
  "[17/May/2015:10:60:03 +0000]",
  "[17/May/2015:10:05:61 +0000]",
  "[17/May/2015:10:05:03 +1500]",
  "[17/May/2015:10:05:03 +0060]",
])("%s is impossible", (text) => expect(minuteOf(text)).toBeUndefined());

test.each([
  "[17/May/2015:10:05:03 +0000",
  "[17/May/2015:10:05:03]",
  "[17/05/2015:10:05:03 +0000]",
  "[7/May/2015:10:05:03 +00000]",
  "[17/May/2015 10:05:03 +0000]",
  "[2015-05-17T10:05:03+00:00]",
  "[17/may/2015:10:05:03 +0000]",
  "[17/May/2015:10:05:03 00000]",
])("%s is no timestamp", (text) => {
  const bytes = encoder.encode(text);
  expect(looksLikeTimestamp(bytes, 0, bytes.length)).toBe(false);
});

test("a leap day exists in leap years", () => expect(minuteOf("[29/Feb/2016:00:00:00 +0000]")).toBe(Date.UTC(2016, 1, 29) / 60_000));
