import { type Amount, parseAmount } from "../money/amount.ts";
import { compare, type Fraction, parseFraction } from "../money/fraction.ts";
import { type Day, parseDay } from "../time/day.ts";
import { type Duration, parseDuration } from "../time/duration.ts";
import { Misread, nearest } from "./problem.ts";
import { isRecord } from "./source.ts";

/** How much time: a duration, or none that can be counted. */
export type Time = Duration | "without delay";

export type Anchor =
  | "trigger"
  | "end"
  | "contract end"
  | "end of day"
  | "end of month"
  | "end of next month"
  | "end of year"
  | "next opening"
  | { field: string };

/** A point of time told from an anchor: `1 month before end`, `day 60`, `.effective`. */
export interface Moment {
  count?: Duration;
  /** The start of the nth day, the anchor's day being day 0. */
  day?: number;
  side: "after" | "before";
  anchor: Anchor;
}

export type Matcher =
  | { is: string[] }
  | { not: string[] }
  | { present: boolean }
  | { bound: "above" | "below" | "at least" | "at most"; value: Fraction };

/** Every field must match. */
export type Condition = Record<string, Matcher>;

export type Effect =
  | { do: "end"; at: Moment | "after notice" }
  | { do: "extend" }
  | { do: "set"; address: string; field: string; onlyUp?: true }
  | { do: "tell"; event: string; at?: Moment };

/** What a charge comes to. */
export type AmountRule =
  | { is: "money"; amount: Amount }
  | { is: "days"; days: number }
  | { is: "quoted" }
  | {
      is: "measure";
      of: "fee" | "paid" | { field: string };
      for?: Duration;
      before?: string;
      times?: Fraction;
      atLeast?: Amount;
      atMost?: Amount;
    };

/** Late interest a year: `times × series + points`. A plain rate has no series. */
export interface InterestRate {
  series?: "legal-interest-fr" | "ecb-refinancing";
  times: Fraction;
  points: Fraction;
}

/** A threshold on a measured share: `above 5 %`. Values are percentages. */
export interface Threshold {
  bound: "above" | "below" | "at least" | "at most";
  value: Fraction;
}

const ANCHORS = new Set([
  "trigger",
  "end",
  "contract end",
  "end of day",
  "end of month",
  "end of next month",
  "end of year",
  "next opening",
]);

export function text(raw: unknown): string {
  if (typeof raw !== "string") throw new Misread("expected-text", { got: show(raw) });
  return raw.trim();
}

export function list(raw: unknown): string[] {
  if (Array.isArray(raw)) return raw.map(text);
  return text(raw)
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

export function duration(raw: unknown): Duration {
  const read = parseDuration(text(raw));
  if (read === undefined) throw new Misread("expected-duration", { got: show(raw) });
  return read;
}

/** How often something comes round, by its unit: `month`. */
export function cadence<Unit extends string>(raw: unknown, units: readonly Unit[]): Unit {
  const words = text(raw);
  const unit = units.find((one) => one === words);
  if (unit !== undefined) return unit;
  const near = nearest(words, units);
  throw new Misread("expected-cadence", { got: words, known: units.join(", "), ...(near !== undefined && { near }) });
}

export function time(raw: unknown): Time {
  return text(raw) === "without delay" ? "without delay" : duration(raw);
}

export function moment(raw: unknown): Moment {
  const words = text(raw);
  const day = /^day (\d+)(?: after (.+))?$/.exec(words);
  if (day) return { day: Number(day[1]), side: "after", anchor: day[2] === undefined ? "trigger" : anchor(day[2]) };
  const told = /^(.+?) (after|before) (.+)$/.exec(words);
  if (told) return { count: duration(told[1]), side: told[2] as "after" | "before", anchor: anchor(told[3]!) };
  const count = parseDuration(words);
  if (count !== undefined) return { count, side: "after", anchor: "trigger" };
  return { side: "after", anchor: anchor(words) };
}

function anchor(words: string): Anchor {
  if (words.startsWith(".")) return { field: words.slice(1) };
  if (ANCHORS.has(words)) return words as Anchor;
  throw new Misread("expected-moment", { got: words });
}

export function condition(raw: unknown): Condition {
  if (!isRecord(raw)) throw new Misread("expected-condition", { got: show(raw) });
  return Object.fromEntries(Object.entries(raw).map(([field, value]) => [field, matcher(value)]));
}

function matcher(raw: unknown): Matcher {
  if (Array.isArray(raw)) return { is: raw.map(text) };
  const words = text(raw);
  if (words === "present") return { present: true };
  if (words === "absent") return { present: false };
  if (words.startsWith("not ")) return { not: list(words.slice(4)) };
  const bound = /^(above|below|at least|at most) (.+)$/.exec(words);
  const value = bound ? number(bound[2]!) : undefined;
  if (bound && value !== undefined) return { bound: bound[1] as "above", value };
  return { is: [words] };
}

/** Whether a value fits; a list fits when one of its parts does. */
export function fits(matcher: Matcher, told: unknown): boolean {
  if ("present" in matcher) return (told !== undefined && told !== null) === matcher.present;
  const given = told === undefined || told === null ? [] : (Array.isArray(told) ? told : [told]).map(show);
  if ("is" in matcher) return given.some((one) => matcher.is.includes(one));
  if ("not" in matcher) return !given.some((one) => matcher.not.includes(one));
  const value = given[0] === undefined ? undefined : number(given[0]);
  if (value === undefined) return false;
  const side = compare(value, matcher.value);
  if (matcher.bound === "above") return side > 0;
  if (matcher.bound === "below") return side < 0;
  return matcher.bound === "at least" ? side >= 0 : side <= 0;
}

/** A plain number, a percentage or an amount, as its number. */
export function number(words: string): Fraction | undefined {
  return parseFraction(words.replace(/\s*(%|[A-Z]{3})$/, ""));
}

export function effects(raw: unknown): Effect[] {
  return (Array.isArray(raw) ? raw : [raw]).map((one) => effect(text(one)));
}

function effect(words: string): Effect {
  if (words === "contract.ends after notice") return { do: "end", at: "after notice" };
  const end = /^contract\.ends(?: at (.+))?$/.exec(words);
  if (end) return { do: "end", at: moment(end[1] ?? "trigger") };
  if (words === "term.extended") return { do: "extend" };
  const set = /^(set|raise) (\S+) to \.(\S+)$/.exec(words);
  if (set) return { do: "set", address: set[2]!, field: set[3]!, ...(set[1] === "raise" && { onlyUp: true }) };
  const tell = /^([a-z][a-z0-9.-]*)(?: at (.+))?$/.exec(words);
  if (!tell) throw new Misread("expected-effect", { got: words });
  return tell[2] === undefined ? { do: "tell", event: tell[1]! } : { do: "tell", event: tell[1]!, at: moment(tell[2]) };
}

export function money(raw: unknown): Amount {
  const read = parseAmount(text(raw));
  if (read === undefined) throw new Misread("expected-amount", { got: show(raw) });
  return read;
}

export function amountRule(raw: unknown): AmountRule {
  if (isRecord(raw)) {
    const known = new Set(["of", "for", "before", "times", "at-least", "at-most"]);
    for (const key of Object.keys(raw)) if (!known.has(key)) throw new Misread("unknown-key", { key, known: [...known].join(", ") });
    const of = text(raw["of"]);
    if (of !== "fee" && of !== "paid" && !of.startsWith(".")) throw new Misread("expected-amount", { got: of });
    const rule: AmountRule = { is: "measure", of: of === "fee" || of === "paid" ? of : { field: of.slice(1) } };
    if (raw["for"] !== undefined) rule.for = duration(raw["for"]);
    if (raw["before"] !== undefined) rule.before = text(raw["before"]);
    if (raw["times"] !== undefined) rule.times = fraction(raw["times"]);
    if (raw["at-least"] !== undefined) rule.atLeast = money(raw["at-least"]);
    if (raw["at-most"] !== undefined) rule.atMost = money(raw["at-most"]);
    return rule;
  }
  const words = text(raw);
  if (words === "as quoted") return { is: "quoted" };
  const days = /^(\d+) days?$/.exec(words);
  if (days) return { is: "days", days: Number(days[1]) };
  return { is: "money", amount: money(words) };
}

export function fraction(raw: unknown): Fraction {
  const read = number(text(raw));
  if (read === undefined) throw new Misread("expected-number", { got: show(raw) });
  return read;
}

export function percent(raw: unknown): Fraction {
  const words = text(raw);
  if (!words.endsWith("%")) throw new Misread("expected-percent", { got: words });
  return fraction(words);
}

export function threshold(raw: unknown): Threshold {
  const read = /^(above|below|at least|at most) (.+)$/.exec(text(raw));
  if (!read) throw new Misread("expected-threshold", { got: show(raw) });
  return { bound: read[1] as "above", value: percent(read[2]) };
}

export function interestRate(raw: unknown): InterestRate {
  const words = text(raw);
  const series = (name: string) => (name === "legal" ? "legal-interest-fr" : "ecb-refinancing");
  const times = /^(\d+(?:\.\d+)?) [×x] (legal|ecb)$/.exec(words);
  if (times) return { series: series(times[2]!), times: fraction(times[1]), points: fraction("0") };
  const points = /^(legal|ecb)(?: \+ (\d+(?:\.\d+)?) points?)?$/.exec(words);
  if (points) return { series: series(points[1]!), times: fraction("1"), points: fraction(points[2] ?? "0") };
  return { times: fraction("0"), points: percent(raw) };
}

/** Dates of effect: `from 2026-08-11`, `until 2027-08-31`, `2025-09-12 to 2027-01-11`; both days included. */
export function span(raw: unknown): { from?: Day; until?: Day } {
  const read = /^(?:from (\S+)|until (\S+)|(\S+) to (\S+))$/.exec(text(raw));
  const from = parseDay(read?.[1] ?? read?.[3] ?? "");
  const until = parseDay(read?.[2] ?? read?.[4] ?? "");
  if (from === undefined && until === undefined) throw new Misread("expected-span", { got: show(raw) });
  return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
}

export function yes(raw: unknown): boolean {
  const words = text(raw);
  if (words !== "yes" && words !== "no") throw new Misread("expected-yes-or-no", { got: words });
  return words === "yes";
}

/** Weekdays, Monday = 1, as a row indexed 0–7 of which 0 is unused. */
export function weekdays(raw: unknown): boolean[] {
  const names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
  const row = Array.from({ length: 8 }, () => false);
  for (const part of list(raw)) {
    const [from, to = from] = part
      .toLowerCase()
      .split(" to ")
      .map((name) => names.indexOf(name.trim()));
    if (from === undefined || to === undefined || from < 0 || to < from) throw new Misread("expected-weekdays", { got: part });
    for (let day = from; day <= to; day += 1) row[day + 1] = true;
  }
  return row;
}

/** Opening times as minutes of the day. */
export function openingTimes(raw: unknown): { from: number; to: number }[] {
  return list(raw).map((part) => {
    const read = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(part);
    const from = read ? Number(read[1]) * 60 + Number(read[2]) : 0;
    const to = read ? Number(read[3]) * 60 + Number(read[4]) : 0;
    if (from >= to || to > 1440) throw new Misread("expected-opening-times", { got: part });
    return { from, to };
  });
}

export function show(raw: unknown): string {
  return typeof raw === "string" ? raw : (JSON.stringify(raw) ?? "nothing");
}
