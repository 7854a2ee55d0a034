import { type Day, formatDay } from "#kernel/time/day.ts";
import { DAY, formatInstant, type Instant, MINUTE } from "#kernel/time/instant.ts";
import { between, chanceOf } from "./chance.ts";
import type { Happening, Life } from "./happening.ts";
import { desk, probe, toldAt } from "./voices.ts";

/** A time in which requests failed: whole minutes. */
export interface Outage {
  from: Instant;
  minutes: number;
  /** Of a hundred requests, how many failed; all of them unless told. */
  share?: number;
}

export interface Counts {
  seed: string;
  since: Instant;
  until?: Instant;
  outages?: readonly Outage[];
  /** Times in which nothing was counted: those minutes stay unknown. */
  silences?: readonly Outage[];
}

const DAY_MINUTES = 1440;
const REQUESTS = 60;

/** The minutes of each UTC day, counted in the night that follows it. Tells those recorded after `from` and by `until`. */
export function minutesCounted(counts: Counts, from: Instant, until: Instant): Life {
  const life: Happening[] = [];
  for (let day = Math.floor(Math.max(from - DAY, counts.since) / DAY); (day + 1) * DAY + 10 * MINUTE <= until; day += 1) {
    const recorded = (day + 1) * DAY + 10 * MINUTE;
    if (recorded <= from || (counts.until !== undefined && day * DAY >= counts.until)) continue;
    life.push(countedOn(counts, day, recorded));
  }
  return life;
}

/** How the count of a day is called. */
export function countOf(day: Day): string {
  return `web:${formatDay(day)}`;
}

function countedOn({ seed, since, outages = [], silences = [] }: Counts, day: Day, recorded: Instant): Happening {
  const start = Math.max(0, Math.ceil((since - day * DAY) / MINUTE));
  const from = formatInstant(day * DAY + start * MINUTE);
  const failing = outages.flatMap((outage) => minutesWithin(outage, day, start).map((minute) => failed(minute, outage)));
  const errors = new Map([...strays(seed, day, start), ...failing].map((row) => [row[0], row]));
  const fields = { from, known: runs(start, silences, day), errors: [...errors.values()].toSorted(byMinute) };
  return {
    occurred: day * DAY + start * MINUTE,
    recorded,
    kind: "minutes.counted",
    by: "provider",
    source: "web",
    id: formatDay(day),
    fields,
  };
}

/** The error minutes of an outage, as a correction of a day's count would state them. */
export function errorsOf(outage: Outage, day: Day): number[][] {
  return minutesWithin(outage, day, 0).map((minute) => failed(minute, outage));
}

function failed(minute: number, { share = 100 }: Outage): number[] {
  return [minute, REQUESTS, Math.ceil((REQUESTS * share) / 100)];
}

/** Now and then a request fails for no reason that anybody finds: one in sixty is no bad minute. */
function strays(seed: string, day: Day, start: number): number[][] {
  const chance = chanceOf(seed, "strays", day);
  const minute = between(chance, 0, DAY_MINUTES - 1) - start;
  return chance() < 0.3 && minute >= 0 ? [[minute, REQUESTS, 1]] : [];
}

function minutesWithin({ from, minutes }: Outage, day: Day, start: number): number[] {
  const first = Math.round((from - day * DAY) / MINUTE);
  return Array.from({ length: minutes }, (_, n) => first + n - start).filter((minute) => minute >= 0 && minute + start < DAY_MINUTES);
}

function runs(start: number, silences: readonly Outage[], day: Day): number[][] {
  const silent = new Set(silences.flatMap((silence) => minutesWithin(silence, day, start)));
  const found: number[][] = [];
  for (let minute = 0; minute < DAY_MINUTES - start; minute += 1) {
    if (silent.has(minute)) continue;
    const last = found.at(-1);
    if (last && last[0]! + last[1]! === minute) last[1]! += 1;
    else found.push([minute, 1]);
  }
  return found;
}

function byMinute(a: readonly number[], b: readonly number[]): number {
  return a[0]! - b[0]!;
}

/** Nothing was counted for a while, and somebody saw it afterwards. */
export function silence({ from, minutes }: Outage): Life {
  return [probe(from, "monitoring.silent"), probe(from + minutes * MINUTE, "monitoring.back")];
}

/** The log of a second server turns up: a day's count is corrected. */
export function foundLater(recorded: Instant, day: Day, outage: Outage): Happening {
  const fields = { target: countOf(day), fields: { errors: errorsOf(outage, day) }, note: "log of the second server added" };
  return toldAt(recorded, desk(recorded, "fact.corrected", undefined, fields));
}
