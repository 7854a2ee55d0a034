// Traffic of a web service with office users, minute by minute, and the counts that its access log would give.
// Each day draws from its own seed: changing one day changes no other.
import { minuteFacts } from "#commitments/availability/rules/minutes-counted.ts";
import { isWorkingDay } from "#kernel/time/working-days.ts";
import { MINUTE } from "#kernel/time/instant.ts";
import { localOf } from "#kernel/time/zone.ts";

const minutesOfDay = 1440;

/** Requests a minute of a working day, hour by hour, by the local clock: a probe asks once a minute, day and night. */
const office = [3, 2, 2, 2, 3, 5, 12, 38, 95, 140, 150, 128, 64, 82, 138, 146, 122, 84, 41, 22, 14, 9, 6, 4];
const otherDays = 0.12;
const probe = 1;

/** One request in so many fails for no reason that anybody finds. */
const strayFailures = 60_000;

/**
 * The `minutes.counted` fact of one UTC day (days since 1970). `outages` are `{ from, until, share }` with the share of requests
 * that fail; `silences` are `{ from, until }` in which nothing was counted; minutes before `since` had no service yet.
 */
export function countedOn(utcDay, { zone, holidays, since, outages, silences, source, recorded }) {
  const draw = drawing(utcDay);
  const minutes = new Map();
  for (let minute = utcDay * minutesOfDay; minute < (utcDay + 1) * minutesOfDay; minute += 1) {
    const at = minute * MINUTE;
    const requests = probe + Math.round(expected(at, zone, holidays) * (0.7 + 0.6 * draw()));
    const stray = draw() < requests / strayFailures ? 1 + Math.floor(draw() * 2) : 0;
    const outage = outages.find(({ from, until }) => from <= at && at < until);
    const failed = outage ? Math.ceil(requests * outage.share) : Math.min(stray, requests);
    if (at < since || silences.some(({ from, until }) => from <= at && at < until)) continue;
    minutes.set(minute, { requests, errors: failed });
  }
  return minuteFacts({ minutes }, { source, recorded })[0];
}

function expected(at, zone, holidays) {
  const { day, ms } = localOf(zone, at);
  const hour = office[Math.floor(ms / (60 * MINUTE))];
  return isWorkingDay(holidays, day) ? hour : hour * otherDays;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function drawing(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
