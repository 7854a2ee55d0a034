import { weekday } from "./day.ts";
import type { Day } from "./day.ts";
import { isHoliday } from "./holidays.ts";
import type { Holidays } from "./holidays.ts";

/** Whether a day is Monday to Friday and no public holiday. Throws BeyondCalendar for a weekday outside the years known. */
export function isWorkingDay(holidays: Holidays, day: Day): boolean {
  return weekday(day) <= 5 && !isHoliday(holidays, day);
}

/** The `count`-th working day after `day`, which is itself left out; `day` for a count of 0. Throws BeyondCalendar. */
export function workingDayAfter(holidays: Holidays, day: Day, count: number): Day {
  let last = day;
  for (let left = count; left > 0;) if (isWorkingDay(holidays, ++last)) left--;
  return last;
}

/** The last day from which the `count`-th working day falls on `last` or before. Throws BeyondCalendar. */
export function workingDayBefore(holidays: Holidays, last: Day, count: number): Day {
  let day = last;
  for (let left = count; left > 0; day--) if (isWorkingDay(holidays, day)) left--;
  return day;
}
