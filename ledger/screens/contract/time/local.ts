import { civilOf, parseDay } from "#kernel/time/day.ts";
import { MINUTE } from "#kernel/time/instant.ts";
import { instantOf, localOf, type Zone } from "#kernel/time/zone.ts";

/** An instant as a `datetime-local` field holds it, by the contract's clock. */
export function toInput(at: number, zone: Zone): string {
  const { day, ms } = localOf(zone, at);
  const { year, month, date } = civilOf(day);
  const minutes = Math.floor(ms / MINUTE);
  return `${two(year, 4)}-${two(month)}-${two(date)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The instant that such a field says; undefined while it says none. */
export function fromInput(text: string, zone: Zone): number | undefined {
  const [, day = "", hours, minutes] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(text) ?? [];
  const read = parseDay(day);
  return read === undefined ? undefined : instantOf(zone, read, (Number(hours) * 60 + Number(minutes)) * MINUTE);
}

function two(value: number, width = 2): string {
  return String(value).padStart(width, "0");
}
