import { BeyondCalendar } from "./beyond-calendar.ts";
import { formatDay } from "./day.ts";
import type { Day } from "./day.ts";

/** Public holidays of a place (`id`, such as `FR-reunion`), known from `from` to `until`, both days included. */
export interface Holidays {
  id: string;
  from: Day;
  until: Day;
  days: ReadonlySet<Day>;
}

/** Whether a day is a public holiday. Throws BeyondCalendar for a day outside the years known. */
export function isHoliday(holidays: Holidays, day: Day): boolean {
  if (day < holidays.from) throw new BeyondCalendar("holidays", holidays.id, "before", formatDay(holidays.from));
  if (!(day <= holidays.until)) throw new BeyondCalendar("holidays", holidays.id, "after", formatDay(holidays.until));
  return holidays.days.has(day);
}
