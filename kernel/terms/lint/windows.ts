import { formatDay } from "../../time/day.ts";
import { midnight } from "../../time/zone.ts";
import type { Clause } from "../clause.ts";
import type { Moment, Time } from "../grammar.ts";
import type { Stated } from "../stated.ts";
import { onClause } from "./finding.ts";
import type { Check, Review } from "./review.ts";
import { calendarOf, ending, type Period, placed, sampleDays, samplePeriods } from "./sample-days.ts";

/** A time to act, for a right or a duty. */
export interface Window {
  after?: Stated<Moment>;
  within?: Stated<Time>;
  until?: Stated<Moment>;
  hours?: string;
}

/** A window that closes before it can open, counted on sample calendars: always, or in some periods only. */
export const windows: Check = (review) =>
  review.own.flatMap((clause) => {
    if (clause.kind !== "right" && clause.kind !== "duty") return [];
    const tried = sampleWindows(review, clause);
    const shut = tried.filter(({ from, until }) => until <= from);
    if (shut.length === 0) return [];
    const { after, until, within } = clause as Clause & Window;
    return [
      onClause(clause, "window-shut", shut.length === tried.length ? "error" : "warning", {
        after: written(clause, after, "after"),
        until: written(clause, until, "until") ?? written(clause, within, "within"),
        sample: formatDay(shut[0]!.day),
        always: shut.length === tried.length ? "yes" : undefined,
      }),
    ];
  });

/** The window of a right or a duty for a trigger at the start of each sample period, where it can be counted. */
function sampleWindows(review: Review, clause: Clause): { day: number; from: number; until: number }[] {
  const { after, within, until, hours } = clause as Clause & Window;
  const calendar = calendarOf(review.contract, review.references, clause, hours);
  const periods: (Period | undefined)[] = samplePeriods(review.contract, calendar);
  const days =
    periods.length > 0 ? periods.map((period) => ({ day: period!.start, period })) : sampleDays.map((day) => ({ day, period: undefined }));
  return days.flatMap(({ day, period }) => {
    const at = midnight(calendar.zone, day);
    const from = after ? (after.is === "value" ? placed(after.value, at, period, calendar) : undefined) : at;
    const closes =
      within?.is === "value"
        ? ending(within.value, clause.kind === "duty" ? (from ?? at) : at, calendar)
        : until?.is === "value"
          ? placed(until.value, at, period, calendar)
          : undefined;
    return from === undefined || closes === undefined ? [] : [{ day, from, until: closes }];
  });
}

function written({ raw }: Clause, figure: unknown, key: string): string | undefined {
  return figure === undefined ? undefined : String(raw[key]);
}
