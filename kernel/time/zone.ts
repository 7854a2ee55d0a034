import { BeyondCalendar } from "./beyond-calendar.ts";
import type { Day } from "./day.ts";
import { DAY, formatInstant } from "./instant.ts";
import type { Instant } from "./instant.ts";

/**
 * A time zone (IANA name) as a compiled table, known for `from` ≤ instant < `until`.
 * `transitions` ascend; `offsets[0]` (ms ahead of UTC) holds before the first one, `offsets[i + 1]` from `transitions[i]` on.
 */
export interface Zone {
  name: string;
  from: Instant;
  until: Instant;
  transitions: readonly Instant[];
  offsets: readonly number[];
}

/** What calendar and clock show: the local day, and ms since 00:00 by the wall clock (0 to 86,399,999). */
export interface LocalTime {
  day: Day;
  ms: number;
}

/** The calendar and clock of the zone at an instant. Throws BeyondCalendar outside the table. */
export function localOf(zone: Zone, instant: Instant): LocalTime {
  const wall = instant + offsetAt(zone, instant);
  const day = Math.floor(wall / DAY);
  return { day, ms: wall - day * DAY };
}

/** How far the zone's clock is ahead of UTC at an instant, in ms. Throws BeyondCalendar outside the table. */
export function offsetAt(zone: Zone, instant: Instant): number {
  known(zone, instant);
  const { transitions, offsets } = zone;
  let low = 0;
  let high = transitions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((transitions[middle] as number) <= instant) low = middle + 1;
    else high = middle;
  }
  return offsets[low] as number;
}

/**
 * The instant at which the clock shows `ms` on `day`. A time that the clock skips moves forward by what was skipped;
 * of a time shown twice, the earlier (RFC 5545, and `compatible` in Temporal). Throws BeyondCalendar outside the table.
 */
export function instantOf(zone: Zone, day: Day, ms: number): Instant {
  const wall = day * DAY + ms;
  const segment = segmentShowing(zone, wall);
  const instant = wall - (zone.offsets[segment] as number);
  const skipped = segment > 0 && instant < (zone.transitions[segment - 1] as number);
  return known(zone, skipped ? wall - (zone.offsets[segment - 1] as number) : instant);
}

/**
 * The first instant at which the clock shows `ms` on `day` or later. Unlike `instantOf` it never runs backwards: of two
 * times that the clock skips, the later does not come before the hour that follows. Throws BeyondCalendar outside the table.
 */
export function firstReading(zone: Zone, day: Day, ms: number): Instant {
  const wall = day * DAY + ms;
  const segment = segmentShowing(zone, wall);
  const instant = wall - (zone.offsets[segment] as number);
  return known(zone, segment > 0 ? Math.max(instant, zone.transitions[segment - 1] as number) : instant);
}

/** The start of a local day, which is also the end of the day before. Throws BeyondCalendar outside the table. */
export function midnight(zone: Zone, day: Day): Instant {
  return firstReading(zone, day, 0);
}

/** The first stretch of constant offset whose clock has not yet passed `wall` when it ends. */
function segmentShowing(zone: Zone, wall: number): number {
  const { transitions, offsets } = zone;
  let low = 0;
  let high = transitions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((transitions[middle] as number) + (offsets[middle] as number) <= wall) low = middle + 1;
    else high = middle;
  }
  return low;
}

function known(zone: Zone, instant: Instant): Instant {
  if (instant < zone.from) throw new BeyondCalendar("zone", zone.name, "before", formatInstant(zone.from));
  if (!(instant < zone.until)) throw new BeyondCalendar("zone", zone.name, "after", formatInstant(zone.until));
  return instant;
}
