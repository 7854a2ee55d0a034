import { civilOf, dayOf, type Day, formatDay, monthStart, weekday } from "../../time/day.ts";
import type { Instant } from "../../time/instant.ts";
import { localOf, midnight, type Zone } from "../../time/zone.ts";

export type Cadence = "day" | "week" | "month" | "year";

/** The calendar period that holds an instant: its name (`2025-03-04`, `2025-W10`, `2025-03`, `2025`) and the midnight that ends it. */
export function periodOf(zone: Zone, instant: Instant, every: Cadence): { name: string; end: Instant } {
  const { day } = localOf(zone, instant);
  const { year } = civilOf(day);
  const month = formatDay(day).slice(0, 7);
  switch (every) {
    case "day":
      return { name: formatDay(day), end: midnight(zone, day + 1) };
    case "week": {
      const monday = day - weekday(day) + 1;
      return { name: isoWeek(monday), end: midnight(zone, monday + 7) };
    }
    case "month":
      return { name: month, end: midnight(zone, monthStart(monthStart(day) + 31)) };
    case "year":
      return { name: String(year), end: midnight(zone, dayOf(year + 1, 1, 1)) };
  }
}

/** ISO 8601 week, named by the year of its Thursday. */
function isoWeek(monday: Day): string {
  const { year } = civilOf(monday + 3);
  const first = dayOf(year, 1, 4);
  const firstMonday = first - weekday(first) + 1;
  return `${year}-W${String((monday - firstMonday) / 7 + 1).padStart(2, "0")}`;
}
