/** A calendar day, counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar. Whole; earlier days are negative. */
export type Day = number;

/** A day as people write it. `month` 1–12, `date` 1–31. */
export interface CivilDate {
  year: number;
  month: number;
  date: number;
}

const DAYS_IN_400_YEARS = 146_097;
/** Days from 0000-03-01 to 1970-01-01: counting years from March puts the leap day last. */
const MARCH_OF_YEAR_0 = 719_468;

/** The day of a civil date. Throws RangeError for a date that does not exist (30 February). */
export function dayOf(year: number, month: number, date: number): Day {
  if (!exists(year, month, date)) throw new RangeError(`no such day: year ${year}, month ${month}, date ${date}`);
  return daysUntil(year, month, date);
}

/** The civil date of a day; the inverse of `dayOf`. */
export function civilOf(day: Day): CivilDate {
  const shifted = day + MARCH_OF_YEAR_0;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return { year, month, date: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

/** Days in a month (28–31); `month` 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads `YYYY-MM-DD` (ISO 8601, years 0000–9999). Undefined for any other text and for a date that does not exist. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const date = Number(match[3]);
  return exists(year, month, date) ? daysUntil(year, month, date) : undefined;
}

/** Writes `YYYY-MM-DD`. Throws RangeError outside years 0000–9999. */
export function formatDay(day: Day): string {
  const { year, month, date } = civilOf(day);
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`day ${day} has no four-digit year`);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(date)}`;
}

/** Day of the week, Monday 1 to Sunday 7 (ISO 8601). */
export function weekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The same date `months` later (earlier when negative); where that month is too short, its last day. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = civilOf(day);
  const target = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(target / 12);
  const targetMonth = target - targetYear * 12 + 1;
  return dayOf(targetYear, targetMonth, Math.min(date, daysInMonth(targetYear, targetMonth)));
}

/** The first day of the month. */
export function monthStart(day: Day): Day {
  return day - civilOf(day).date + 1;
}

function daysUntil(year: number, month: number, date: number): Day {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - MARCH_OF_YEAR_0;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function exists(year: number, month: number, date: number): boolean {
  return (
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    Number.isInteger(date) &&
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    date <= daysInMonth(year, month)
  );
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
