import { add, compare, type Fraction, multiply, parseFraction } from "../../money/fraction.ts";
import type { Rate } from "../../references.ts";
import type { Day } from "../../time/day.ts";
import type { InterestRate } from "../grammar.ts";

/** Spans of days, neighbours joined, in which one rate keeps to another or does not. Both days included. */
export interface Dated {
  spans: readonly Span[];
  /** The first day for which a series has no rate any more. */
  unknownFrom?: Day;
}

export interface Span {
  from: Day;
  until: Day;
  state: "within" | "beyond";
}

/** Compares two yearly rates over all days for which the series they follow are published. `within`: whatever the series say. */
export function ratesApart(
  mine: InterestRate,
  bound: InterestRate,
  side: "at-least" | "at-most",
  rates: Readonly<Record<string, readonly Rate[]>>,
): Dated | "within" {
  const better = (a: Fraction, b: Fraction) => (side === "at-least" ? compare(a, b) >= 0 : compare(a, b) <= 0);
  if (mine.series === bound.series && better(mine.times, bound.times) && better(mine.points, bound.points)) return "within";
  const followed = [mine.series, bound.series].flatMap((series) => (series === undefined ? [] : [rates[series] ?? []]));
  const first = Math.max(...followed.map((rows) => rows[0]?.from ?? Infinity));
  const last = Math.min(...followed.map((rows) => rows.at(-1)?.until ?? -Infinity));
  const spans: Span[] = [];
  for (const from of startsBetween(followed, first, last)) {
    const [a, b] = [onDay(mine, from, rates), onDay(bound, from, rates)];
    if (!a || !b) continue;
    const until = Math.min(last, ...followed.flatMap((rows) => rows.find((row) => row.from <= from && from <= row.until)?.until ?? []));
    const state = better(a, b) ? "within" : "beyond";
    const before = spans.at(-1);
    if (before?.state === state && before.until + 1 === from) before.until = until;
    else spans.push({ from, until, state });
  }
  return { spans, ...(Number.isFinite(last) && { unknownFrom: last + 1 }) };
}

function startsBetween(followed: readonly (readonly Rate[])[], first: Day, last: Day): Day[] {
  return [...new Set([first, ...followed.flatMap((rows) => rows.map(({ from }) => from))])]
    .filter((day) => first <= day && day <= last)
    .toSorted((a, b) => a - b);
}

/** The rate a year, in percent, on a day; undefined where the series has none. */
function onDay({ series, times, points }: InterestRate, day: Day, rates: Readonly<Record<string, readonly Rate[]>>): Fraction | undefined {
  if (series === undefined) return points;
  const row = rates[series]?.find(({ from, until }) => from <= day && day <= until);
  const percent = row && parseFraction(row.percent);
  return percent && add(multiply(times, percent), points);
}
