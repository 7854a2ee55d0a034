import { civilOf, type Day, weekday } from "../time/day.ts";
import { type Instant, MINUTE } from "../time/instant.ts";
import { localOf, type Zone } from "../time/zone.ts";
import type { Language } from "./language.ts";

const months = {
  fr: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

const weekdays = {
  fr: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};

/** `29 Mar 2025`, `1er mars 2025`. */
export function sayDay(day: Day, language: Language): string {
  const { year, month, date } = civilOf(day);
  return `${date === 1 && language === "fr" ? "1er" : date} ${months[language][month - 1]} ${year}`;
}

/** `Sat 29 Mar 2025, 11:00` by the zone's clock; seconds only where there are some. */
export function sayInstant(at: Instant, zone: Zone, language: Language): string {
  const { day, ms } = localOf(zone, at);
  return dated(day, clock(ms), language);
}

/** An instant that is the first too late: a midnight belongs to the day that it closes, `Fri 31 Jan 2025, 24:00`. */
export function sayDeadline(at: Instant, zone: Zone, language: Language): string {
  const { day, ms } = localOf(zone, at);
  return ms === 0 ? dated(day - 1, "24:00", language) : dated(day, clock(ms), language);
}

function dated(day: Day, time: string, language: Language): string {
  return `${weekdays[language][weekday(day) - 1]} ${sayDay(day, language)}, ${time}`;
}

function clock(ms: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const minutes = Math.floor(ms / MINUTE);
  const seconds = Math.floor(ms / 1000) % 60;
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}${seconds === 0 ? "" : `:${two(seconds)}`}`;
}

/** Monday 1 to Sunday 7, in full. */
export function weekdayName(number: number, language: Language): string {
  const names = {
    fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  };
  return names[language][number - 1]!;
}
