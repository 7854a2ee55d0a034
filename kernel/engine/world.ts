import type { HoursKeys } from "../kinds/hours.ts";
import { holidaysNamed, type References, zoneNamed } from "../references.ts";
import { nearest, type Place, problem, Unusable } from "../terms/problem.ts";
import type { Clause } from "../terms/clause.ts";
import type { Contract } from "../terms/contract.ts";
import type { Calendar } from "../time/counting.ts";
import type { Holidays } from "../time/holidays.ts";
import type { Hours } from "../time/hours.ts";
import type { Zone } from "../time/zone.ts";

/** A contract with the reference data it is read under: zones, holidays and rates found once. */
export interface World {
  contract: Contract;
  references: References;
  zone: Zone;
  /** The calendar that a clause counts by; working hours are those of the `hours` clause it names. */
  calendarOf(clause: Clause, hours?: string): Calendar;
  hoursNamed(id: string): Hours | undefined;
}

const worlds = new WeakMap<Contract, Map<References, World>>();

/** Finds zones and holidays of a contract in the references; `before` is the version that an amendment changed. Throws Unusable, with the clause's place, for one they lack. */
export function openWorld(contract: Contract, references: References, before?: World): World {
  const known = worlds.get(contract) ?? new Map<References, World>();
  worlds.set(contract, known);
  const open = known.get(references) ?? build(contract, references, before);
  known.set(references, open);
  return open;
}

function build(contract: Contract, references: References, before: World | undefined): World {
  const calendars = new Map<string, Calendar>();
  const hours = new Map<string, Hours>();
  for (const clause of contract.clauses) {
    if (clause.kind === "hours") hours.set(clause.id, openHours(contract, clause as Clause<HoursKeys>, references));
  }
  // What opened under a document since detached goes on counting by its hours.
  const hoursNamed = (id: string) => hours.get(id) ?? before?.hoursNamed(id);
  return {
    contract,
    references,
    zone: zoneOf(references, contract.zone, contract.clauses[0]?.place ?? { file: contract.name, line: 1, column: 1 }),
    hoursNamed,
    calendarOf(clause, named) {
      const key = `${clause.document}/${named ?? ""}`;
      const found = calendars.get(key);
      if (found) return found;
      const open = named === undefined ? undefined : hoursNamed(named);
      const calendar: Calendar = {
        zone: zoneOf(references, clause.zone, clause.place),
        holidays: holidaysOf(references, clause.holidays ?? contract.holidays ?? "FR", clause.place),
        ...(open && { hours: open }),
      };
      calendars.set(key, calendar);
      return calendar;
    },
  };
}

function openHours(contract: Contract, clause: Clause<HoursKeys>, references: References): Hours {
  const { days, open, holidays } = clause;
  const name = holidays ?? contract.holidays ?? "FR";
  return {
    id: clause.id,
    days: days.is === "value" ? days.value : [],
    open: open.is === "value" ? open.value : [],
    ...(name !== "none" && { holidays: holidaysOf(references, name, clause.place) }),
    zone: zoneOf(references, clause.zone, clause.place),
  };
}

function zoneOf(references: References, name: string, place: Place): Zone {
  const names = Object.keys(references.zones);
  if (!names.includes(name)) throw new Unusable([problem("zone-unknown", place, among(name, names))]);
  return zoneNamed(references, name);
}

function holidaysOf(references: References, name: string, place: Place): Holidays {
  const names = Object.keys(references.holidays);
  if (!names.includes(name)) throw new Unusable([problem("holidays-unknown", place, among(name, names))]);
  return holidaysNamed(references, name);
}

function among(name: string, names: readonly string[]): Record<string, string> {
  const near = nearest(name, names);
  return { name, known: names.join(", "), ...(near !== undefined && { near }) };
}
