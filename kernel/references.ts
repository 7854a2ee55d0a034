import { nearest } from "./terms/problem.ts";
import { parseDay } from "./time/day.ts";
import type { Day } from "./time/day.ts";
import type { Holidays } from "./time/holidays.ts";
import { MINUTE, parseInstant } from "./time/instant.ts";
import type { Instant } from "./time/instant.ts";
import type { Zone } from "./time/zone.ts";

/** Dated figures of the world, an input like any other. `edition` changes whenever a figure does. */
export interface References {
  edition: string;
  zones: Record<string, Zone>;
  holidays: Record<string, Holidays>;
  rates: Record<string, Rate[]>;
}

/** A published rate in percent a year, an exact decimal, in force from `from` to `until`, both days included. */
export interface Rate {
  from: Day;
  until: Day;
  percent: string;
}

/** The content of the reference files, as parsed JSON. Their shapes are the three `…File` below. */
export interface RawReferences {
  edition: string;
  zones: unknown;
  holidays: readonly unknown[];
  rates: readonly unknown[];
}

interface ZonesFile {
  from: string;
  until: string;
  tables: { zones: string[]; offsets: [string, number][] }[];
}

interface HolidaysFile {
  from: string;
  until: string;
  sets: Record<string, { and?: string; from?: string; days: string[] }>;
}

interface RatesFile {
  series: string;
  rates: { from: string; until: string; percent: string }[];
}

/** Turns the reference files into lookups. Throws Error naming the file's part and the value that is wrong. */
export function readReferences(raw: RawReferences): References {
  return {
    edition: raw.edition,
    zones: readZones(raw.zones as ZonesFile),
    holidays: Object.fromEntries(raw.holidays.flatMap((file) => readHolidays(file as HolidaysFile))),
    rates: Object.fromEntries(raw.rates.map((file) => readRates(file as RatesFile))),
  };
}

/** The rate in force on a day; undefined where none is known, which is never zero. Throws Error for a series that does not exist. */
export function rateOn(references: References, series: string, day: Day): Rate | undefined {
  return named("rate series", references.rates, series).find(({ from, until }) => from <= day && day <= until);
}

/** The zone of an IANA name. Throws Error, with the names close to it, where the references do not hold it. */
export function zoneNamed(references: References, name: string): Zone {
  return named("zone", references.zones, name);
}

/** The public holidays of a place, such as `FR-reunion`. Throws Error, with the names close to it, for an unknown one. */
export function holidaysNamed(references: References, id: string): Holidays {
  return named("holidays", references.holidays, id);
}

function readZones(file: ZonesFile): Record<string, Zone> {
  const [from, until] = [instant("zones: from", file.from), instant("zones: until", file.until)];
  const zones: Record<string, Zone> = {};
  // Most zones change on the same Sundays: each text is read once.
  const read = new Map<string, Instant>();
  for (const table of file.tables) {
    const where = `zones: ${table.zones.join(", ")}`;
    const starts = table.offsets.map(([start]) => {
      const at = read.get(start) ?? instant(where, start);
      read.set(start, at);
      return at;
    });
    ascending(where, starts);
    if (starts[0] !== from) throw new Error(`${where}: the first row must start at ${file.from}`);
    const offsets = table.offsets.map(([start, minutes]) => {
      if (!Number.isInteger(minutes) || Math.abs(minutes) > 1440)
        throw new Error(`${where}: ${start}: not minutes ahead of UTC: ${minutes}`);
      return minutes * MINUTE;
    });
    for (const name of table.zones) zones[name] = { name, from, until, transitions: starts.slice(1), offsets };
  }
  return zones;
}

function readHolidays(file: HolidaysFile): [string, Holidays][] {
  const until = day("holidays: until", file.until);
  const own = Object.fromEntries(Object.entries(file.sets).map(([id, { days }]) => [id, days.map((text) => day(`holidays: ${id}`, text))]));
  return Object.entries(file.sets).map(([id, set]) => {
    const from = day(`holidays: ${id}`, set.from ?? file.from);
    const shared = set.and === undefined ? [] : own[set.and];
    if (shared === undefined) throw new Error(`holidays: ${id}: no set is called ${set.and}`);
    return [id, { id, from, until, days: new Set([...shared, ...(own[id] ?? [])]) }];
  });
}

function readRates(file: RatesFile): [string, Rate[]] {
  const where = `rates: ${file.series}`;
  const rates = file.rates.map(({ from, until, percent }) => {
    if (typeof percent !== "string" || !/^-?\d+\.\d+$/.test(percent))
      throw new Error(`${where}: ${from}: not a decimal percentage in quotes: ${percent}`);
    return { from: day(where, from), until: day(where, until), percent };
  });
  ascending(
    where,
    rates.flatMap((rate) => [rate.from, rate.until]),
  );
  return [file.series, rates];
}

function instant(where: string, text: string): Instant {
  const read = parseInstant(text);
  if (read === undefined) throw new Error(`${where}: not an instant: ${text}`);
  return read;
}

function day(where: string, text: string): Day {
  const read = parseDay(text);
  if (read === undefined) throw new Error(`${where}: not a day: ${text}`);
  return read;
}

function ascending(where: string, values: number[]): void {
  if (values.some((value, index) => index > 0 && value <= (values[index - 1] as number))) {
    throw new Error(`${where}: rows out of order or overlapping`);
  }
}

function named<Value>(what: string, values: Record<string, Value>, name: string): Value {
  if (Object.hasOwn(values, name)) return values[name] as Value;
  const near = nearest(name, Object.keys(values));
  throw new Error(
    `no ${what} called "${name}" in the references.${near === undefined ? "" : ` Did you mean ${near}?`} Mend: correct the name, or add it to the references`,
  );
}
