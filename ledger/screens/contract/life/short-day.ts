import { civilOf, weekday } from "#kernel/time/day.ts";
import { localOf, type Zone } from "#kernel/time/zone.ts";
import { sayDay, weekdayName } from "#kernel/words/dates.ts";
import type { Language } from "#kernel/words/language.ts";

/**
 * A day as short as it can be told from an instant: `Friday`, `30 Jun`, `30 Jun 2027`. An edge is the first instant too late: a midnight
 * then belongs to the day that it closes.
 */
export function shortDay(when: number, at: number, zone: Zone, language: Language, edge: boolean): string {
  const { day: told, ms } = localOf(zone, when);
  const day = edge && ms === 0 ? told - 1 : told;
  const today = localOf(zone, at).day;
  if (day === today) return language === "fr" ? "ce jour" : "today";
  if (day > today && day - today < 7) return weekdayName(weekday(day), language);
  const said = sayDay(day, language);
  return civilOf(day).year === civilOf(today).year ? said.replace(/ \d{4}$/, "") : said;
}
