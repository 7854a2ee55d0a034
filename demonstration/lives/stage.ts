import type { References } from "#kernel/references.ts";
import { addMonths, type Day, monthStart, weekday } from "#kernel/time/day.ts";
import { HOUR, type Instant, MINUTE } from "#kernel/time/instant.ts";
import { isWorkingDay } from "#kernel/time/working-days.ts";
import { instantOf, localOf } from "#kernel/time/zone.ts";

/** Where the lives play: everything is told from the day they are played on, so that the same stories always reach up to today. */
export interface Stage {
  now: Instant;
  today: Day;
  /** That many days from today, before it when negative. */
  day(days: number): Day;
  /** The working day at or before that many days from today. */
  working(days: number): Day;
  /** A day of the month that many months from this one: its `nth`, or the next working day after it. */
  month(months: number, nth?: number): Day;
  monthWorking(months: number, nth: number): Day;
  /** The next Friday that leaves two days at least. */
  friday: Day;
  /** A local time of a day: `stage.at(day, "17:59")`. */
  at(day: Day, clock: string): Instant;
  dayOf(instant: Instant): Day;
  ago(hours: number): Instant;
}

export function openStage(references: References, now: Instant): Stage {
  const zone = references.zones["Europe/Paris"]!;
  const holidays = references.holidays["FR"]!;
  const { day: today } = localOf(zone, now);
  const works = (day: Day) => isWorkingDay(holidays, day);
  const month = (months: number, nth = 1) => monthStart(addMonths(today, months)) + nth - 1;
  return {
    now,
    today,
    day: (days) => today + days,
    working: (days) => first(today + days, -1, works),
    month,
    monthWorking: (months, nth) => first(month(months, nth), 1, works),
    friday: first(today + 2, 1, (day) => weekday(day) === 5),
    at: (day, clock) => instantOf(zone, day, clockOf(clock)),
    dayOf: (instant) => localOf(zone, instant).day,
    ago: (hours) => Math.floor((now - hours * HOUR) / MINUTE) * MINUTE,
  };
}

function first(from: Day, step: 1 | -1, fits: (day: Day) => boolean): Day {
  let day = from;
  while (!fits(day)) day += step;
  return day;
}

function clockOf(clock: string): number {
  const [hours, minutes] = clock.split(":").map(Number);
  return hours! * HOUR + minutes! * MINUTE;
}
