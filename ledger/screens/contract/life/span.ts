import type { Fact } from "#kernel/engine/fact.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import { DAY } from "#kernel/time/instant.ts";
import type { Zone } from "#kernel/time/zone.ts";

/** The stretch of time worth showing: from a little before the first fact to beyond the term, and never past what the zone's table knows. */
export function spanOf(facts: readonly Fact[], { term, ends, items }: Standing, now: number, zone: Zone): { from: number; until: number } {
  const first = facts.reduce((least, { occurred }) => Math.min(least, occurred), now);
  const deadlines = items.flatMap(({ due, until, closed, done }) =>
    closed === undefined && done === undefined ? [due ?? until ?? now] : [],
  );
  const next = Math.min(Math.max(now, ...deadlines), now + 400 * DAY);
  const last = Math.max(now + 60 * DAY, next, ends ?? term?.end ?? now);
  const room = Math.max(10 * DAY, (last - first) * 0.03);
  return { from: Math.max(zone.from, first - room), until: Math.min(zone.until - DAY, last + room) };
}
