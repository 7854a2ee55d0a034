import { formatDay, parseDay } from "./day.ts";

/** A moment: whole milliseconds since 1970-01-01T00:00Z, without leap seconds (POSIX). */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
/** Length of a day that no clock change touches. */
export const DAY = 86_400_000;

const FORM = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * Reads an ISO 8601 date and time that says its offset (`Z` or `±hh:mm`); seconds and their fraction may be left out.
 * Digits beyond the millisecond are cut. Undefined for anything else: no offset, 24:00, a leap second, `-00:00`, 30 February.
 */
export function parseInstant(text: string): Instant | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const day = parseDay(match[1] as string);
  const hours = Number(match[2]);
  const minutes = Number(match[3]);
  const seconds = Number(match[4] ?? 0);
  const offsetHours = Number(match[7] ?? 0);
  const offsetMinutes = Number(match[8] ?? 0);
  if (day === undefined || hours > 23 || minutes > 59 || seconds > 59 || offsetHours > 23 || offsetMinutes > 59) return undefined;
  const offset = offsetHours * HOUR + offsetMinutes * MINUTE;
  if (match[6] === "-" && offset === 0) return undefined;
  const milliseconds = match[5] === undefined ? 0 : Number(match[5].padEnd(3, "0").slice(0, 3));
  const utc = day * DAY + hours * HOUR + minutes * MINUTE + seconds * 1000 + milliseconds;
  return match[6] === "-" ? utc + offset : utc - offset;
}

/** Writes `YYYY-MM-DDTHH:mm:ss.sssZ`, always with milliseconds. Throws RangeError unless whole and within years 0000–9999. */
export function formatInstant(instant: Instant): string {
  if (!Number.isInteger(instant)) throw new RangeError(`not a whole number of milliseconds: ${instant}`);
  const day = Math.floor(instant / DAY);
  const time = instant - day * DAY;
  const [hours, minutes, seconds] = [Math.floor(time / HOUR), Math.floor(time / MINUTE) % 60, Math.floor(time / 1000) % 60];
  return `${formatDay(day)}T${digits(hours, 2)}:${digits(minutes, 2)}:${digits(seconds, 2)}.${digits(time % 1000, 3)}Z`;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
