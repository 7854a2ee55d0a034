import { addMonths, dayOf, formatDay, parseDay, weekday } from "./day.ts";
import type { Day } from "./day.ts";
import type { Holidays } from "./holidays.ts";
import type { Hours } from "./hours.ts";
import { HOUR, parseInstant } from "./instant.ts";
import type { Instant } from "./instant.ts";
import { localOf } from "./zone.ts";
import type { Zone } from "./zone.ts";

// Calendars for tests, made from rules and not from the reference files, so that each can contradict the other.

/** A zone under directive 2000/84/EC: summer time from the last Sunday of March to that of October, 01:00 UTC, 2000–2049. */
export function europeanZone(name: string, standardHours: number): Zone {
  const years = Array.from({ length: 50 }, (_, index) => 2000 + index);
  const transitions = years.flatMap((year) => [lastSunday(year, 3), lastSunday(year, 10)]).map((day) => day * 24 * HOUR + HOUR);
  const offsets = [0, ...transitions].map((_, index) => (standardHours + (index % 2)) * HOUR);
  return { name, from: at("2000-01-01T00:00Z"), until: at("2050-01-01T00:00Z"), transitions, offsets };
}

export const PARIS = europeanZone("Europe/Paris", 1);

/** The eight French public holidays with a fixed date, 2006–2031. */
export const FIXED_HOLIDAYS: Holidays = {
  id: "FR, fixed dates only",
  from: on("2006-01-01"),
  until: on("2031-12-31"),
  days: new Set(
    Array.from({ length: 26 }, (_, index) => 2006 + index).flatMap((year) =>
      ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"].map((date) => on(`${year}-${date}`)),
    ),
  ),
};

/** Monday to Friday, 9:00–12:30 and 14:00–18:00, Paris. */
export const OFFICE_HOURS: Hours = {
  id: "office",
  days: [false, true, true, true, true, true, false, false],
  open: [
    { from: 540, to: 750 },
    { from: 840, to: 1080 },
  ],
  holidays: FIXED_HOLIDAYS,
  zone: PARIS,
};

/** Every minute of every day, Paris. */
export const ALWAYS: Hours = { id: "always", days: Array.from({ length: 8 }, () => true), open: [{ from: 0, to: 1440 }], zone: PARIS };

/** An instant that must be well written. */
export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`not an instant: ${text}`);
  return instant;
}

/** A day that must be well written. */
export function on(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`not a day: ${text}`);
  return day;
}

/** What calendar and clock show, as `YYYY-MM-DD HH:mm`. */
export function shown(zone: Zone, instant: Instant): string {
  const { day, ms } = localOf(zone, instant);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `${formatDay(day)} ${two(ms / HOUR)}:${two((ms % HOUR) / 60_000)}`;
}

function lastSunday(year: number, month: number): Day {
  const last = addMonths(dayOf(year, month, 1), 1) - 1;
  return last - (weekday(last) % 7);
}
