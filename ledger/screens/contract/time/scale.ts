import { civilOf, dayOf } from "#kernel/time/day.ts";
import { DAY } from "#kernel/time/instant.ts";
import { localOf, instantOf as zonedInstant, type Zone } from "#kernel/time/zone.ts";
import type { Language } from "#kernel/words/language.ts";

export interface Span {
  from: number;
  until: number;
}

/** Where an instant stands on the line, from 0 to 1. */
export function placeOf({ from, until }: Span, at: number): number {
  return Math.min(1, Math.max(0, (at - from) / (until - from)));
}

export function instantAt({ from, until }: Span, place: number): number {
  return Math.round(from + Math.min(1, Math.max(0, place)) * (until - from));
}

export interface Tick {
  at: number;
  words: string;
  strong: boolean;
}

/** Months between ticks, so that there is room for their words. */
const STEPS = [1, 3, 6, 12, 24, 60];
const ROOM = 64;

/** First days of months, as many as there is room for; those of years stand out. */
export function ticksOf({ from, until }: Span, width: number, zone: Zone, language: Language): Tick[] {
  const step = STEPS.find((months) => ((months * 30.44 * DAY) / (until - from)) * width >= ROOM) ?? 120;
  const { year, month } = civilOf(localOf(zone, from).day);
  const ticks: Tick[] = [];
  for (let count = year * 12 + (month - 1); ; count += 1) {
    if (count % step !== 0) continue;
    const [years, months] = [Math.floor(count / 12), count % 12];
    const at = zonedInstant(zone, dayOf(years, months + 1, 1), 0);
    // The last one's words must not stand over the edge.
    if (at > until - ((ROOM / 2) * (until - from)) / width) return ticks;
    if (at < from) continue;
    const first = months === 0;
    ticks.push({ at, words: first ? String(years) : monthName(months, language), strong: first });
  }
}

const names = {
  fr: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

function monthName(month: number, language: Language): string {
  return names[language][month]!;
}

/** The same time of day so many days or months away; a day that the month lacks becomes its last. */
export function moved(at: number, zone: Zone, { days = 0, months = 0 }: { days?: number; months?: number }): number {
  const { day, ms } = localOf(zone, at);
  if (months === 0) return zonedInstant(zone, day + days, ms);
  const { year, month, date } = civilOf(day);
  const count = year * 12 + (month - 1) + months;
  const [years, there] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const last = civilOf(dayOf(there === 12 ? years + 1 : years, there === 12 ? 1 : there + 1, 1) - 1).date;
  return zonedInstant(zone, dayOf(years, there, Math.min(date, last)) + days, ms);
}
