import type { Amount } from "../money/amount.ts";
import type { Clause } from "../terms/clause.ts";
import { type Condition, fits, type Moment, number, type Time } from "../terms/grammar.ts";
import { type Stated, within } from "../terms/stated.ts";
import { BeyondCalendar } from "../time/beyond-calendar.ts";
import { backward, type Calendar, endOfDay, endOfMonth, endOfNextMonth, endOfYear, forward } from "../time/counting.ts";
import type { Duration } from "../time/duration.ts";
import { type Hours, isOpen, NeverOpen, nextOpen, opensEver } from "../time/hours.ts";
import { type Instant, parseInstant } from "../time/instant.ts";
import { localOf, midnight } from "../time/zone.ts";
import type { Event } from "./event.ts";
import { type Json, textOf } from "./item.ts";
import type { Step } from "./step.ts";

/** A figure found, or why there is none. */
export type Resolved<T> =
  | { value: T; path: readonly string[] }
  | { missing: "ordered" | "blank" | "case" | "field"; path: readonly string[] };

/** The figure that applies to an event: through its table, its divergence, down to a value. */
export function resolve<T>(
  step: Step,
  clause: Clause,
  figure: Stated<T>,
  event: Pick<Event, "fields" | "at" | "by">,
  path: readonly string[] = [],
): Resolved<T> {
  switch (figure.is) {
    case "value":
      return { value: figure.value, path };
    case "ordered":
      return { missing: "ordered", path };
    case "blank":
      return { missing: "blank", path };
    case "divergence": {
      const side = divergent(clause, figure.fr, figure.en);
      return resolve(step, clause, figure[side], event, [...path, side]);
    }
    case "table": {
      const hours = step.world.hoursNamed(figure.by);
      const told = hours ? openOrNot(step, hours, event.at) : fieldOf(step, event, figure.by);
      if (told === undefined || told === null) {
        const rest = figure.cases.find(({ when }) => when === "else");
        return rest ? resolve(step, clause, rest.then, event, [...path, rest.key]) : { missing: "field", path };
      }
      const words = textOf(told);
      const value = number(words);
      const found =
        figure.cases.find(({ when }) =>
          when === "else" ? false : "is" in when ? when.is.includes(words) : value !== undefined && within(when.range, value),
        ) ?? figure.cases.find(({ when }) => when === "else");
      return found ? resolve(step, clause, found.then, event, [...path, found.key]) : { missing: "case", path };
    }
  }
}

/** Whether hours are open at an instant; undefined where neither the clause nor the calendar can tell. */
export function openOrNot(step: Step, hours: Hours, at: Instant): "inside" | "outside" | undefined {
  const open = counted(step, () => {
    opensEver(hours);
    return isOpen(hours, at) ? 1 : 0;
  });
  return open === undefined ? undefined : open === 1 ? "inside" : "outside";
}

/**
 * The language that applies where the two differ: the reading recorded, else the one that prevails, else the value less
 * favourable to the drafter (C. civ. 1190): the shorter time for its duties, the longer for the other side's rights, the
 * larger sum where it pays, the smaller where it is paid.
 */
export function divergent(clause: Clause, fr: Stated<unknown>, en: Stated<unknown>): "fr" | "en" {
  if (clause.reading === "fr" || clause.reading === "en") return clause.reading;
  if (clause.language !== "both") return clause.language;
  const dearer = dearerOf(fr, en);
  if (dearer) {
    const { from } = clause as Clause & { from?: unknown };
    return (from === clause.drafter) === (dearer === "fr") ? "fr" : "en";
  }
  const [french, english] = [length(fr), length(en)];
  if (french === undefined || english === undefined || french === english) return "fr";
  const shorter = french < english ? "fr" : "en";
  return clause.party === clause.drafter ? shorter : shorter === "fr" ? "en" : "fr";
}

/** The language with the larger sum, where both state one in the same currency. */
function dearerOf(fr: Stated<unknown>, en: Stated<unknown>): "fr" | "en" | undefined {
  const sum = (figure: Stated<unknown>) => (figure.is === "value" ? (figure.value as { amount?: Amount }).amount : undefined);
  const [french, english] = [sum(fr), sum(en)];
  if (!french || !english || french.currency !== english.currency || french.minor === english.minor) return undefined;
  return french.minor > english.minor ? "fr" : "en";
}

const HOURS: Record<string, number> = {
  minute: 1 / 60,
  hour: 1,
  "working hour": 3,
  day: 24,
  "working day": 34,
  week: 168,
  month: 730,
  quarter: 2190,
  year: 8760,
};

function length(figure: Stated<unknown>): number | undefined {
  if (figure.is !== "value") return undefined;
  const value = figure.value as Partial<Duration> & Partial<Moment>;
  const count = value.count as Duration | number | undefined;
  if (typeof count === "number" && value.unit !== undefined) return count * HOURS[value.unit]!;
  if (typeof count === "object") return count.count * HOURS[count.unit]!;
  if (value.anchor === "end of next month") return 1460;
  return value.anchor === undefined ? undefined : 365;
}

/** A field of the event; `by` is who stated it, `order.x` a key of the particulars. */
export function fieldOf(step: Step, event: Pick<Event, "fields" | "by">, name: string): Json | undefined {
  if (name.startsWith("order.")) return step.world.contract.particulars.order[name.slice(6)];
  if (name === "by") return event.by;
  return event.fields[name];
}

export function matches(step: Step, condition: Condition | undefined, event: Pick<Event, "fields" | "by">): boolean {
  if (!condition) return true;
  for (const field in condition) if (!fits(condition[field]!, fieldOf(step, event, field))) return false;
  return true;
}

/** The instant from which days are counted: a midnight told by a timer belongs to the day it closes. */
export function countingBase(event: Pick<Event, "at" | "closesDay">): Instant {
  return event.closesDay ? event.at - 1 : event.at;
}

/** `time` after an event, by the clause's calendar. Undefined for `without delay`. */
export function after(step: Step, clause: Clause, time: Time, event: Pick<Event, "at" | "closesDay">, hours?: string): Instant | undefined {
  if (time === "without delay") return undefined;
  return counted(step, () => count(time, "after", event.at, countingBase(event), step.world.calendarOf(clause, hours)));
}

function count(duration: Duration, side: "after" | "before", at: Instant, base: Instant, calendar: Calendar): Instant {
  const elapses = duration.unit === "hour" || duration.unit === "minute" || duration.unit === "working hour";
  if (side === "before") return backward(at, duration, calendar);
  return forward(elapses ? at : base, duration, calendar);
}

/** The instant a moment names, or undefined where its anchor is not known (no term, no end announced, no such field). */
export function instantOf(
  step: Step,
  clause: Clause,
  moment: Moment,
  event: Pick<Event, "at" | "closesDay" | "fields" | "by">,
  hours?: string,
): Instant | undefined {
  return counted(step, () => {
    const calendar = step.world.calendarOf(clause, hours);
    const base = countingBase(event);
    const anchored = anchorOf(step, moment, event, base, calendar);
    if (anchored === undefined) return undefined;
    if (moment.day !== undefined) return midnight(calendar.zone, localOf(calendar.zone, anchored.base).day + moment.day);
    return moment.count ? count(moment.count, moment.side, anchored.at, anchored.base, calendar) : anchored.at;
  });
}

/** What the calendar, or hours left blank, cannot tell is unknown, not a guess: the item that needed it says why. */
export function counted(step: Step, tell: () => Instant | undefined): Instant | undefined {
  try {
    return tell();
  } catch (error) {
    if (error instanceof BeyondCalendar)
      step.unknown = { code: "beyond-calendar", args: { what: error.what, id: error.id, edge: error.edge } };
    else if (error instanceof NeverOpen) step.unknown = { code: "figure-blank", args: { figure: "open", path: "" } };
    else throw error;
    return undefined;
  }
}

function anchorOf(
  step: Step,
  { anchor }: Moment,
  event: Pick<Event, "at" | "fields" | "by">,
  base: Instant,
  { zone, hours }: Calendar,
): { at: Instant; base: Instant } | undefined {
  const { state } = step;
  if (typeof anchor === "object") {
    const told = fieldOf(step, event, anchor.field);
    const at = typeof told === "string" ? parseInstant(told) : undefined;
    return at === undefined ? undefined : { at, base: at };
  }
  const edge = (at: Instant | undefined) => (at === undefined ? undefined : { at, base: at - 1 });
  switch (anchor) {
    case "trigger":
      return { at: event.at, base };
    case "end":
      return edge(state.term?.end);
    case "contract end":
      return edge(state.ended ?? state.ends?.at);
    case "next opening":
      return hours && { at: nextOpen(hours, event.at), base: nextOpen(hours, event.at) };
    case "end of day":
      return edge(endOfDay(base, zone));
    case "end of month":
      return edge(endOfMonth(base, zone));
    case "end of next month":
      return edge(endOfNextMonth(base, zone));
    case "end of year":
      return edge(endOfYear(base, zone));
  }
}
