import type { HoursKeys } from "../kinds/hours.ts";
import { holidaysNamed, type References, zoneNamed } from "../references.ts";
import type { Clause } from "../terms/clause.ts";
import type { Contract } from "../terms/contract.ts";
import type { Calendar } from "../time/counting.ts";
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

/** Finds zones and holidays of a contract in the references. Throws an Error that names what is missing. */
export function openWorld(contract: Contract, references: References): World {
  const known = worlds.get(contract) ?? new Map<References, World>();
  worlds.set(contract, known);
  const open = known.get(references) ?? build(contract, references);
  known.set(references, open);
  return open;
}

function build(contract: Contract, references: References): World {
  const calendars = new Map<string, Calendar>();
  const hours = new Map<string, Hours>();
  for (const clause of contract.clauses) {
    if (clause.kind === "hours") hours.set(clause.id, openHours(clause as Clause<HoursKeys>, references));
  }
  return {
    contract,
    references,
    zone: zoneNamed(references, contract.zone),
    hoursNamed: (id) => hours.get(id),
    calendarOf(clause, named) {
      const key = `${clause.document}/${named ?? ""}`;
      const found = calendars.get(key);
      if (found) return found;
      const open = named === undefined ? undefined : hours.get(named);
      const calendar: Calendar = {
        zone: zoneNamed(references, clause.zone),
        holidays: holidaysNamed(references, clause.holidays ?? contract.holidays ?? "FR"),
        ...(open && { hours: open }),
      };
      calendars.set(key, calendar);
      return calendar;
    },
  };
}

function openHours(clause: Clause<HoursKeys>, references: References): Hours {
  const { days, open, holidays } = clause;
  const name = holidays ?? clause.holidays ?? "FR";
  return {
    id: clause.id,
    days: days.is === "value" ? days.value : [],
    open: open.is === "value" ? open.value : [],
    ...(name !== "none" && { holidays: holidaysNamed(references, name) }),
    zone: zoneNamed(references, clause.zone),
  };
}
