import { dayOf, daysInMonth } from "#kernel/time/day.ts";

/** The length of `[17/May/2015:10:05:03 +0000]`, brackets included. */
export const timestampLength = 28;

const shape = "[00/Aaa/0000:00:00:00 +0000]";
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const minus = 45;

/** Whether the bytes at `at` are laid out as a timestamp, be it of a possible date or not. */
export function looksLikeTimestamp(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + timestampLength > end) return false;
  for (let i = 0; i < timestampLength; i += 1) if (!fits(bytes[at + i] as number, shape.charCodeAt(i))) return false;
  return true;
}

/**
 * The UTC epoch minute of the timestamp at `at`, which must look like one; undefined when no server's clock can have shown it: 30 February,
 * 25 o'clock, a year outside 1970 to 9998. A leap second belongs to the minute it ends.
 */
export function minuteOfTimestamp(bytes: Uint8Array, at: number): number | undefined {
  function number(from: number, length: number): number {
    let value = 0;
    for (let i = at + from; i < at + from + length; i += 1) value = value * 10 + (bytes[i] as number) - 48;
    return value;
  }
  const month = months.indexOf(String.fromCharCode(...bytes.subarray(at + 4, at + 7))) + 1;
  const [year, date, hour, minute, second] = [number(8, 4), number(1, 2), number(13, 2), number(16, 2), number(19, 2)];
  const [zoneHour, zoneMinute] = [number(23, 2), number(25, 2)];
  if (year < 1970 || year > 9998 || month === 0 || date < 1 || date > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 60 || zoneHour > 14 || zoneMinute > 59) return undefined;
  const zone = zoneHour * 60 + zoneMinute;
  return dayOf(year, month, date) * 1440 + hour * 60 + minute - (bytes[at + 22] === minus ? -zone : zone);
}

/** Whether `a` is surely of the same minute, by the same clock, as `b`, which is known to be possible. A false answer says nothing. */
export function sameMinute(a: Uint8Array, atA: number, b: Uint8Array, atB: number): boolean {
  if ((a[atA + 19] as number) > 53) return false; // second 60 or beyond: to be read with care
  // From the right, where clocks differ most.
  for (let i = 17; i > 0; i -= 1) if (a[atA + i] !== b[atB + i]) return false;
  for (let i = 22; i < 27; i += 1) if (a[atA + i] !== b[atB + i]) return false;
  return true;
}

function fits(byte: number, like: number): boolean {
  switch (like) {
    case 48: // 0: a digit
      return byte >= 48 && byte <= 57;
    case 65: // A: a capital
      return byte >= 65 && byte <= 90;
    case 97: // a: a small letter
      return byte >= 97 && byte <= 122;
    case 43: // +: a sign
      return byte === 43 || byte === 45;
    default:
      return byte === like;
  }
}
