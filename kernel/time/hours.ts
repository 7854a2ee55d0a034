import { weekday } from "./day.ts";
import type { Day } from "./day.ts";
import { isHoliday } from "./holidays.ts";
import type { Holidays } from "./holidays.ts";
import { MINUTE } from "./instant.ts";
import type { Instant } from "./instant.ts";
import { firstReading, localOf } from "./zone.ts";
import type { Zone } from "./zone.ts";

/**
 * Working hours. `days[1]` is Monday, `days[7]` Sunday (`days[0]` unused). `open` holds minutes of the day by the wall
 * clock, 0–1440, ascending and apart; 1440 is the midnight that ends the day, so 0–1440 every day never closes.
 * Each opening is half-open: open at `from`, closed at `to`. Without `holidays`, public holidays are days like others.
 */
export interface Hours {
  id: string;
  days: readonly boolean[];
  open: readonly { from: number; to: number }[];
  holidays?: Holidays;
  zone: Zone;
}

interface Opening {
  from: Instant;
  to: Instant;
}

/** Whether the hours are open at an instant. Throws BeyondCalendar where zone or holidays are not known. */
export function isOpen(hours: Hours, instant: Instant): boolean {
  return openingsOn(hours, localOf(hours.zone, instant).day).some(({ from, to }) => from <= instant && instant < to);
}

/** The first open instant at or after `instant`. Throws BeyondCalendar, or NeverOpen. */
export function nextOpen(hours: Hours, instant: Instant): Instant {
  opensEver(hours);
  for (let day = localOf(hours.zone, instant).day; ; day++) {
    for (const { from, to } of openingsOn(hours, day)) {
      if (instant < to && from < to) return Math.max(from, instant);
    }
  }
}

/**
 * The instant by which `ms` of open time have passed since `instant`: the earliest such, so a count that is full at
 * closing time ends there. A negative `ms` counts back: the latest instant from which that much open time still passes
 * before `instant`. Zero is `instant` itself. Throws BeyondCalendar, or NeverOpen.
 */
export function addOpenTime(hours: Hours, instant: Instant, ms: number): Instant {
  if (ms === 0) return instant;
  opensEver(hours);
  return ms > 0 ? passOpenTime(hours, instant, ms) : passOpenTimeBack(hours, instant, -ms);
}

/** Open time between two instants, in ms that really elapse; 0 where `b` is not after `a`. Throws BeyondCalendar. */
export function openTimeBetween(hours: Hours, a: Instant, b: Instant): number {
  if (b <= a) return 0;
  let total = 0;
  const last = localOf(hours.zone, b).day;
  for (let day = localOf(hours.zone, a).day; day <= last; day++) {
    for (const { from, to } of openingsOn(hours, day)) total += Math.max(0, Math.min(to, b) - Math.max(from, a));
  }
  return total;
}

function passOpenTime(hours: Hours, instant: Instant, ms: number): Instant {
  let left = ms;
  for (let day = localOf(hours.zone, instant).day; ; day++) {
    for (const { from, to } of openingsOn(hours, day)) {
      const start = Math.max(from, instant);
      if (start >= to) continue;
      if (left <= to - start) return start + left;
      left -= to - start;
    }
  }
}

function passOpenTimeBack(hours: Hours, instant: Instant, ms: number): Instant {
  let left = ms;
  for (let day = localOf(hours.zone, instant).day; ; day--) {
    for (const { from, to } of openingsOn(hours, day).reverse()) {
      const end = Math.min(to, instant);
      if (end <= from) continue;
      if (left <= end - from) return end - left;
      left -= end - from;
    }
  }
}

/** An opening that the clock skips whole is empty; of an edge that the clock shows twice, the first counts. */
function openingsOn(hours: Hours, day: Day): Opening[] {
  if (hours.days[weekday(day)] !== true) return [];
  if (hours.holidays !== undefined && isHoliday(hours.holidays, day)) return [];
  return hours.open.map(({ from, to }) => ({
    from: firstReading(hours.zone, day, from * MINUTE),
    to: firstReading(hours.zone, day, to * MINUTE),
  }));
}

/** Hours without a day or without an opening: nothing can be counted in them. */
export class NeverOpen extends Error {
  readonly hours: string;
  constructor({ id }: Hours) {
    super(`hours ${id} never open: name at least one day and one opening, such as 09:00-18:00`);
    this.hours = id;
  }
}

/** Throws NeverOpen for hours without a day or without an opening. */
export function opensEver(hours: Hours): void {
  if (hours.days.some((open, day) => open && day > 0) && hours.open.some(({ from, to }) => from < to)) return;
  throw new NeverOpen(hours);
}
