import { fraction } from "../money/fraction.ts";
import { DAY, HOUR, type Instant, MINUTE } from "../time/instant.ts";
import type { Language } from "./language.ts";
import { sayNumber, TIED } from "./numbers.ts";

/** A length of time that passes, as one would say it: `12 min`, `3 h 12 min`, `5 days`, `4 months`. */
export function saySpan(ms: number, language: Language): string {
  if (ms < MINUTE) return language === "fr" ? `moins d'une${TIED}minute` : `less than a${TIED}minute`;
  const minutes = Math.floor(ms / MINUTE);
  if (ms < HOUR) return `${minutes}${TIED}min`;
  if (ms < 2 * DAY) return `${Math.floor(minutes / 60)}${TIED}h${minutes % 60 === 0 ? "" : `${TIED}${minutes % 60}${TIED}min`}`;
  const days = Math.floor(ms / DAY);
  if (days < 100) return count(days, "day", language);
  const months = Math.floor(days / 30.4375);
  return months < 24 ? count(months, "month", language) : count(Math.floor(days / 365.25), "year", language);
}

/** The time left until an instant, or how late one is: `in 3 h 12 min`, `2 days late`. */
export function sayLeft(now: Instant, then: Instant, language: Language): string {
  if (then > now) return language === "fr" ? `dans ${saySpan(then - now, language)}` : `in ${saySpan(then - now, language)}`;
  const late = saySpan(now - then, language);
  if (language === "en") return `${late} late`;
  return `en retard ${/^[aeiouyh]/.test(late) ? "d'" : "de "}${late}`;
}

function count(n: number, unit: string, language: Language): string {
  return sayNumber(fraction(n), unit, language);
}
