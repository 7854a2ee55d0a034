import type { Event } from "../../engine/event.ts";
import { type Item, type Reason, WHOLE } from "../../engine/item.ts";
import { after, counted, instantOf, resolve } from "../../engine/resolve.ts";
import { itemsAbout, openItem, type Step, tellOf, withClause } from "../../engine/step.ts";
import type { Clause } from "../../terms/clause.ts";
import { rollToWorkingDay } from "../../time/counting.ts";
import type { Instant } from "../../time/instant.ts";
import type { Duty } from "./keys.ts";
import { settleClock } from "./clock.ts";

/** An open item of a duty, without its instants. */
export function blank(step: Step, clause: Clause<Duty>, event: Event): Item {
  return {
    type: "obligation",
    clause: clause.id,
    subject: event.subject,
    state: "open",
    party: clause.party,
    ...(clause.to !== undefined && { to: clause.to }),
    opened: event.at,
    because: withClause(event.because, clause.id),
    fields: event.fields,
    version: step.state.amendments.length,
    ...(event.subject === WHOLE && { whole: true }),
    ...(event.closesDay && { closesDay: true }),
  };
}

export interface Deadline {
  due?: Instant;
  target?: Instant;
  reason?: Reason;
}

/** When a duty falls due, or what its figure lacks. */
export function deadline(step: Step, clause: Clause<Duty>, event: Event): Deadline {
  const found: Deadline = {};
  const missing = (figure: string, { missing: why, path }: { missing: string; path: readonly string[] }): Deadline => ({
    reason: { code: `figure-${why}`, args: { figure, path: path.join(".") } },
  });
  let due: Instant | undefined;
  delete step.unknown;
  if (clause.within) {
    const within = resolve(step, clause, clause.within, event);
    if ("missing" in within) Object.assign(found, missing("within", within));
    else due = after(step, clause, within.value, event, clause.hours);
  } else if (clause.until) {
    const until = resolve(step, clause, clause.until, event);
    if ("missing" in until) Object.assign(found, missing("until", until));
    else due = instantOf(step, clause, until.value, event, clause.hours);
  }
  const last = due;
  if (last !== undefined)
    due = clause.rolls === undefined ? last : counted(step, () => rollToWorkingDay(last, step.world.calendarOf(clause)));
  if (due !== undefined) found.due = due;
  else if (step.unknown && !found.reason) found.reason = step.unknown;
  if (clause.target) {
    const resolved = resolve(step, clause, clause.target, event);
    const target = "value" in resolved ? after(step, clause, resolved.value, event, clause.hours) : undefined;
    if (target !== undefined) found.target = target;
  }
  // A target, or a reading not chosen, that the calendar cannot tell says nothing about the deadline.
  delete step.unknown;
  return found;
}

/** What the readings not chosen would give, where it differs. */
function otherReadings(step: Step, clause: Clause<Duty>, event: Event, limits: Deadline): Pick<Item, "otherwise"> {
  const otherwise: Record<string, { due: Instant }> = {};
  for (const name in clause.variants) {
    const { due } = deadline(step, clause.variants[name]!, event);
    if (due !== undefined && due !== limits.due) otherwise[name] = { due };
  }
  return Object.keys(otherwise).length > 0 ? { otherwise } : {};
}

export function openDuty(step: Step, clause: Clause<Duty>, event: Event): void {
  const limits = deadline(step, clause, event);
  openItem(step, { ...blank(step, clause, event), ...limits, ...otherReadings(step, clause, event, limits) });
  tellOf(step, clause, "opened", event);
  const item = itemsAbout(step, clause.id, event.subject).findLast(
    ({ subject, opened }) => subject === event.subject && opened === event.at,
  );
  if (item) settleClock(step, clause, item, event);
}
