import { fraction } from "../money/fraction.ts";
import type { Day } from "../time/day.ts";
import type { Duration } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import type { Zone } from "../time/zone.ts";
import type { NumberVoice } from "../money/working.ts";
import { sayDay, sayDeadline, sayInstant } from "./dates.ts";
import type { Language } from "./language.ts";
import { sayNumber } from "./numbers.ts";
import { sayLeft, saySpan } from "./spans.ts";

/** How numbers and times are said to one reader: in a language, by the contract's own clock. */
export interface Voice {
  language: Language;
  zone: Zone;
  /** `1 500,00 EUR`, `99.95%`, `48 days`. */
  number: NumberVoice;
  /** `48 heures`, `10 working days`. */
  duration: (duration: Duration) => string;
  day: (day: Day) => string;
  /** `Sat 29 Mar 2025, 11:00`. */
  instant: (at: Instant) => string;
  /** The same for an instant that is the first too late: a midnight is the 24:00 of the day before. */
  deadline: (at: Instant) => string;
  /** `3 h 12 min`. */
  span: (ms: number) => string;
  /** `in 3 h 12 min`, `2 days late`. */
  left: (now: Instant, then: Instant) => string;
}

export function openVoice(language: Language, zone: Zone): Voice {
  return {
    language,
    zone,
    number: (value, unit) => sayNumber(value, unit, language),
    duration: ({ count, unit }) => sayNumber(fraction(count), unit, language),
    day: (day) => sayDay(day, language),
    instant: (at) => sayInstant(at, zone, language),
    deadline: (at) => sayDeadline(at, zone, language),
    span: (ms) => saySpan(ms, language),
    left: (now, then) => sayLeft(now, then, language),
  };
}
