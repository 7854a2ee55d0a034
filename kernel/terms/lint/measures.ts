import { type Amount, parseAmount } from "../../money/amount.ts";
import { compare, type Fraction } from "../../money/fraction.ts";
import type { Rate } from "../../references.ts";
import type { Calendar } from "../../time/counting.ts";
import { formatDay } from "../../time/day.ts";
import { type Duration, parseDuration } from "../../time/duration.ts";
import { midnight } from "../../time/zone.ts";
import { type AmountRule, type InterestRate, interestRate, type Moment, number, type Time } from "../grammar.ts";
import { Misread } from "../problem.ts";
import { isRecord } from "../source.ts";
import { type Dated, ratesApart } from "./interest-rates.ts";
import { ending, placed, sampleDays } from "./sample-days.ts";

export type Side = "at-least" | "at-most";

/** How a figure stands to a bound. `sample`: a day that shows it, where it depends on the calendar. */
export type Held = { is: "within" } | { is: "beyond"; sample?: string } | { is: "unknown" } | ({ is: "dated" } & Dated);

export interface Yardstick {
  calendar: Calendar;
  rates: Readonly<Record<string, readonly Rate[]>>;
}

const degrees = ["means", "result"];

/** Holds a figure's value against a bound, each by its own measure: times by counting, money, percentages, interest half-year by half-year. */
export function holdAgainst(value: unknown, bound: string, side: Side, { calendar, rates }: Yardstick): Held {
  if (typeof value === "string") return inWords(value, bound, side);
  if (!isRecord(value)) return { is: "unknown" };
  if ("points" in value) return interest(value as unknown as InterestRate, bound, side, rates);
  if ("unit" in value || "anchor" in value) return counted(value as unknown as Duration | Moment, bound, side, calendar);
  if ("rule" in value) return amount(value["rule"] as AmountRule, bound, side);
  if ("number" in value) return plain(value["number"] as Fraction, bound, side);
  if ("n" in value) return plain(value as unknown as Fraction, bound, side);
  if ("minor" in value) return money(value as unknown as Amount, bound, side);
  return "is" in value ? amount(value as unknown as AmountRule, bound, side) : { is: "unknown" };
}

function beyond(order: number, side: Side): Held {
  return (side === "at-least" ? order < 0 : order > 0) ? { is: "beyond" } : { is: "within" };
}

/** `means` is less than `result`; what is due without delay is never too long, and always too short. */
function inWords(value: string, bound: string, side: Side): Held {
  if (degrees.includes(value) && degrees.includes(bound)) return beyond(degrees.indexOf(value) - degrees.indexOf(bound), side);
  if (value === "without delay") return beyond(-1, side);
  // A term that does not renew and a fee due on receipt leave nothing to measure.
  return value === "none" || value === "on receipt" ? { is: "within" } : { is: "unknown" };
}

function counted(value: Duration | Moment, bound: string, side: Side, calendar: Calendar): Held {
  const limit = parseDuration(bound);
  if (!limit) return { is: "unknown" };
  const counts = sampleDays.flatMap((day) => {
    const at = midnight(calendar.zone, day);
    const mine = "unit" in value ? ending(value as Time, at, calendar) : placed(value, at, undefined, calendar);
    const law = ending(limit, at, calendar);
    return mine === undefined || law === undefined ? [] : [{ day, held: beyond(mine - law, side) }];
  });
  if (counts.length === 0) return { is: "unknown" };
  const worse = counts.filter(({ held }) => held.is === "beyond");
  if (worse.length === 0) return { is: "within" };
  return { is: "beyond", ...(worse.length < counts.length && { sample: formatDay(worse[0]!.day) }) };
}

function plain(value: Fraction, bound: string, side: Side): Held {
  const limit = number(bound);
  return limit ? beyond(compare(value, limit), side) : { is: "unknown" };
}

function money(value: Amount, bound: string, side: Side): Held {
  const limit = parseAmount(bound);
  if (!limit || limit.currency !== value.currency) return { is: "unknown" };
  return beyond(value.minor === limit.minor ? 0 : value.minor < limit.minor ? -1 : 1, side);
}

/** What is quoted or worked out is more than nothing; any other comparison waits for the facts. */
function amount(rule: AmountRule, bound: string, side: Side): Held {
  if (rule.is === "money") return money(rule.amount, bound, side);
  return side === "at-most" && parseAmount(bound)?.minor === 0n ? { is: "beyond" } : { is: "unknown" };
}

function interest(value: InterestRate, bound: string, side: Side, rates: Yardstick["rates"]): Held {
  const limit = rateIn(bound);
  if (!limit) return { is: "unknown" };
  const dated = ratesApart(value, limit, side, rates);
  return dated === "within" ? { is: "within" } : { is: "dated", ...dated };
}

function rateIn(bound: string): InterestRate | undefined {
  try {
    return interestRate(bound);
  } catch (error) {
    if (error instanceof Misread) return undefined;
    throw error;
  }
}
