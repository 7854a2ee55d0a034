import type { Language } from "./language.tsx";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const locales = { fr: "fr-FR", en: "en-GB" } as const;

/** An instant as a date and a time of day, in the reader's zone unless another is said. */
export function instantWords(instant: number, language: Language, zone?: string): string {
  const options = { dateStyle: "medium", timeStyle: "short", ...(zone !== undefined && { timeZone: zone }) } as const;
  return new Intl.DateTimeFormat(locales[language], options).format(instant);
}

export function dayWords(instant: number, language: Language, zone?: string): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: "long", ...(zone !== undefined && { timeZone: zone }) }).format(instant);
}

/** How far away an instant is: "in 3 hours", "il y a 2 jours". The largest unit that still says something. */
export function distanceWords(instant: number, now: number, language: Language): string {
  const away = instant - now;
  const size = Math.abs(away);
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: "auto" });
  if (size < HOUR) return format.format(Math.round(away / MINUTE), "minute");
  if (size < 2 * DAY) return format.format(Math.round(away / HOUR), "hour");
  if (size < 60 * DAY) return format.format(Math.round(away / DAY), "day");
  if (size < 730 * DAY) return format.format(Math.round(away / (30.44 * DAY)), "month");
  return format.format(Math.round(away / (365.25 * DAY)), "year");
}
