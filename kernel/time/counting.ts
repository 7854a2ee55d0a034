import { addMonths, civilOf, dayOf, monthStart } from "./day.ts";
import type { Day } from "./day.ts";
import { formatDuration } from "./duration.ts";
import type { Duration } from "./duration.ts";
import type { Holidays } from "./holidays.ts";
import { addOpenTime } from "./hours.ts";
import type { Hours } from "./hours.ts";
import { HOUR, MINUTE } from "./instant.ts";
import type { Instant } from "./instant.ts";
import { isWorkingDay, workingDayAfter, workingDayBefore } from "./working-days.ts";
import { localOf, midnight } from "./zone.ts";
import type { Zone } from "./zone.ts";

/** What a clause counts with. Working days need `holidays`, working hours need `hours`. */
export interface Calendar {
  zone: Zone;
  holidays?: Holidays;
  hours?: Hours;
}

/**
 * The instant at which a duration from an event ends. Minutes and hours elapse; working hours are open time. Days and
 * longer leave out the event's day and end at the midnight after the last (Regulation 1182/71, article 3), a date that
 * the month lacks becoming its last. An event at midnight belongs to the day it opens: for one that closes a day, pass
 * the instant before. Throws BeyondCalendar, Error for a missing calendar, RangeError for a count that is no whole number ≥ 0.
 */
export function forward(from: Instant, duration: Duration, calendar: Calendar): Instant {
  const elapsed = elapse(from, duration, calendar, 1);
  if (elapsed !== undefined) return elapsed;
  return midnight(calendar.zone, lastDay(localOf(calendar.zone, from).day, duration, calendar) + 1);
}

/**
 * The inverse of `forward`: the end of the time in which an act still leaves the whole duration before `edge`. Exact for
 * hours; for days and longer, the midnight that ends the last day whose forward count ends at `edge` or before. Half-open:
 * an act must come before the instant returned. Throws as `forward` does.
 */
export function backward(edge: Instant, duration: Duration, calendar: Calendar): Instant {
  const elapsed = elapse(edge, duration, calendar, -1);
  if (elapsed !== undefined) return elapsed;
  const lastWhole = localOf(calendar.zone, edge).day - 1;
  return midnight(calendar.zone, firstDay(lastWhole, duration, calendar) + 1);
}

/**
 * A deadline whose last day is a Saturday, Sunday or public holiday, moved to the end of the next working day
 * (Regulation 1182/71, article 3(4)); any other deadline as it is. Throws BeyondCalendar, or Error without holidays.
 */
export function rollToWorkingDay(midnightAfterLastDay: Instant, calendar: Calendar): Instant {
  const holidays = holidaysOf(calendar, "a deadline that rolls to a working day");
  const last = localOf(calendar.zone, midnightAfterLastDay - 1).day;
  if (isWorkingDay(holidays, last)) return midnightAfterLastDay;
  return midnight(calendar.zone, workingDayAfter(holidays, last, 1) + 1);
}

/** The day on which the `count`-th period from `anchor` starts, counted from the anchor, so 31 January gives 28 February, 31 March. */
export function addPeriods(anchor: Day, count: number, step: Duration): Day {
  if (step.unit === "day") return anchor + count * step.count;
  if (step.unit === "week") return anchor + count * step.count * 7;
  const months = monthsOf(step);
  if (months === undefined) throw new RangeError(`periods of ${formatDuration(step)}: use days, weeks, months, quarters or years`);
  return addMonths(anchor, count * months);
}

/** The midnight that ends the local day. Like the four below: a midnight belongs to the day it opens. Throws BeyondCalendar. */
export function endOfDay(instant: Instant, zone: Zone): Instant {
  return midnight(zone, localOf(zone, instant).day + 1);
}

/** The midnight that opens the local month. */
export function startOfMonth(instant: Instant, zone: Zone): Instant {
  return midnight(zone, monthStart(localOf(zone, instant).day));
}

/** The midnight that ends the local month. */
export function endOfMonth(instant: Instant, zone: Zone): Instant {
  return midnight(zone, addMonths(monthStart(localOf(zone, instant).day), 1));
}

/** The midnight that ends the month after the local one. */
export function endOfNextMonth(instant: Instant, zone: Zone): Instant {
  return midnight(zone, addMonths(monthStart(localOf(zone, instant).day), 2));
}

/** The midnight that ends the local year. */
export function endOfYear(instant: Instant, zone: Zone): Instant {
  return midnight(zone, dayOf(civilOf(localOf(zone, instant).day).year + 1, 1, 1));
}

function elapse(instant: Instant, duration: Duration, calendar: Calendar, direction: 1 | -1): Instant | undefined {
  const { count, unit } = duration;
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a whole count: ${formatDuration(duration)}`);
  if (unit === "minute") return instant + direction * count * MINUTE;
  if (unit === "hour") return instant + direction * count * HOUR;
  if (unit !== "working hour") return undefined;
  if (calendar.hours === undefined) {
    throw new Error(`${formatDuration(duration)}: no working hours to count by. Mend: add a clause of kind hours and name it`);
  }
  return addOpenTime(calendar.hours, instant, direction * count * HOUR);
}

function lastDay(day: Day, duration: Duration, calendar: Calendar): Day {
  const { count, unit } = duration;
  if (unit === "working day") return workingDayAfter(holidaysOf(calendar, formatDuration(duration)), day, count);
  return addPeriods(day, 1, duration);
}

/** The last day D with `lastDay(D)` ≤ `last`. */
function firstDay(last: Day, duration: Duration, calendar: Calendar): Day {
  const { count, unit } = duration;
  if (unit === "working day") return workingDayBefore(holidaysOf(calendar, formatDuration(duration)), last, count);
  let day = addPeriods(last, -1, duration);
  // Where the month is short, up to three more days clamp onto its last: 28, 29, 30 and 31 January all lead to 28 February.
  while (addPeriods(day + 1, 1, duration) <= last) day++;
  return day;
}

function monthsOf({ count, unit }: Duration): number | undefined {
  if (unit === "month") return count;
  if (unit === "quarter") return count * 3;
  return unit === "year" ? count * 12 : undefined;
}

function holidaysOf(calendar: Calendar, purpose: string): Holidays {
  if (calendar.holidays !== undefined) return calendar.holidays;
  throw new Error(`${purpose}: no public holidays to count by. Mend: name a holidays calendar, such as FR, in the terms`);
}
