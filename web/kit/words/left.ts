import { instantWords } from "./instants.ts";
import type { Language } from "./language.tsx";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How much time there is between two instants, in its two largest units: `2 h 05`, `3 j 4 h`, `12 jours`. */
export function spanWords(span: number, language: Language): string {
  const minutes = Math.floor(Math.abs(span) / MINUTE);
  if (minutes < 1) return language === "fr" ? "moins d'une minute" : "less than a minute";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${String(minutes % 60).padStart(2, "0")}`;
  const days = Math.floor(Math.abs(span) / DAY);
  const day = language === "fr" ? "j" : "d";
  if (days < 4) return `${days} ${day} ${hours % 24} h`;
  if (days < 60) return language === "fr" ? `${days} jours` : `${days} days`;
  const months = Math.round(days / 30.44);
  if (months < 24) return language === "fr" ? `${months} mois` : `${months} months`;
  const years = Math.round(days / 365.25);
  return language === "fr" ? `${years} ans` : `${years} years`;
}

/** How long until an instant, or how late it is. */
export function leftWords(instant: number, now: number, language: Language): string {
  const span = spanWords(instant - now, language);
  if (instant >= now) return language === "fr" ? `dans ${span}` : `in ${span}`;
  return language === "fr" ? `${span} de retard` : `${span} late`;
}

/** A deadline as a date and time: midnight is the end of the day before, `22 nov. 2026, 24:00`. */
export function deadlineWords(instant: number, language: Language): string {
  const at = new Date(instant);
  const midnight = at.getHours() === 0 && at.getMinutes() === 0 && at.getSeconds() === 0;
  return midnight ? instantWords(instant - 1, language).replace(/\d\d:\d\d/, "24:00") : instantWords(instant, language);
}
