import type { References } from "../../references.ts";
import { holidaysNamed, zoneNamed } from "../../references.ts";
import { addPeriods, backward, type Calendar, endOfDay, endOfMonth, endOfNextMonth, endOfYear, forward } from "../../time/counting.ts";
import { type Day, dayOf } from "../../time/day.ts";
import type { Duration } from "../../time/duration.ts";
import type { Hours } from "../../time/hours.ts";
import type { Instant } from "../../time/instant.ts";
import { localOf, midnight } from "../../time/zone.ts";
import type { Clause } from "../clause.ts";
import type { Contract } from "../contract.ts";
import type { Moment, Time } from "../grammar.ts";
import type { Stated } from "../stated.ts";

/** Days on which counting goes wrong first: a leap day, month ends, a month of holidays, the last days of a year, and a plain one. */
export const sampleDays: readonly Day[] = [
  dayOf(2024, 2, 29),
  dayOf(2025, 1, 31),
  dayOf(2025, 3, 14),
  dayOf(2025, 4, 30),
  dayOf(2025, 9, 1),
  dayOf(2025, 12, 24),
];

export function calendarOf({ clauses, holidays }: Contract, references: References, clause: Clause, named?: string): Calendar {
  const zone = zoneNamed(references, clause.zone);
  const found = clauses.find((one) => one.id === named && one.kind === "hours") as
    | (Clause & { days: Stated<boolean[]>; open: Stated<{ from: number; to: number }[]> })
    | undefined;
  const calendar = { zone, holidays: holidaysNamed(references, clause.holidays ?? holidays ?? "FR") };
  if (found?.days.is !== "value" || found.open.is !== "value") return calendar;
  const hours: Hours = { id: found.id, days: found.days.value, open: found.open.value, holidays: calendar.holidays, zone };
  return { ...calendar, hours };
}

/** A period of the contract's term: the day it starts, and the midnight that ends it. */
export interface Period {
  start: Day;
  end: Instant;
}

/** The first and the second period of a term that would start on each sample day; none where the term's lengths are not known. */
export function samplePeriods({ clauses }: Contract, { zone }: Calendar): Period[] {
  const term = clauses.find(({ kind }) => kind === "term") as
    | (Clause & { initial: Stated<Duration>; renewal?: Stated<Duration | "none"> })
    | undefined;
  if (term?.initial.is !== "value") return [];
  const initial = term.initial.value;
  const renewal = term.renewal?.is === "value" && term.renewal.value !== "none" ? term.renewal.value : undefined;
  return sampleDays.flatMap((start) => {
    const second = addPeriods(start, 1, initial);
    const first = { start, end: midnight(zone, second) };
    return renewal ? [first, { start: second, end: midnight(zone, addPeriods(second, 1, renewal)) }] : [first];
  });
}

/** The end of a time that runs from an instant. Undefined for `without delay`, and for working hours without a calendar. */
export function ending(time: Time, from: Instant, calendar: Calendar): Instant | undefined {
  if (time === "without delay" || (time.unit === "working hour" && !calendar.hours)) return undefined;
  return forward(from, time, calendar);
}

/** The instant a moment names for something that happens at `at` in a period. Undefined where only facts or the end can tell. */
export function placed(moment: Moment, at: Instant, period: Period | undefined, calendar: Calendar): Instant | undefined {
  const anchored = anchorOf(moment, at, period, calendar);
  if (anchored === undefined) return undefined;
  if (moment.day !== undefined) return midnight(calendar.zone, localOf(calendar.zone, anchored.base).day + moment.day);
  if (!moment.count) return anchored.at;
  if (moment.count.unit === "working hour" && !calendar.hours) return undefined;
  return moment.side === "before" ? backward(anchored.at, moment.count, calendar) : forward(anchored.base, moment.count, calendar);
}

function anchorOf(
  { anchor }: Moment,
  at: Instant,
  period: Period | undefined,
  { zone }: Calendar,
): { at: Instant; base: Instant } | undefined {
  // A midnight that ends a span belongs to the day it closes.
  const edge = (instant: Instant) => ({ at: instant, base: instant - 1 });
  if (typeof anchor === "object") return undefined;
  switch (anchor) {
    case "trigger":
      return { at, base: at };
    case "end":
      return period && edge(period.end);
    case "end of day":
      return edge(endOfDay(at, zone));
    case "end of month":
      return edge(endOfMonth(at, zone));
    case "end of next month":
      return edge(endOfNextMonth(at, zone));
    case "end of year":
      return edge(endOfYear(at, zone));
    case "contract end":
    case "next opening":
      return undefined;
  }
}
