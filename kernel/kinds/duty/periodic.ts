import type { Event } from "../../engine/event.ts";
import { follow } from "../../engine/effect.ts";
import { type Item, WHOLE } from "../../engine/item.ts";
import { resolve } from "../../engine/resolve.ts";
import type { Timer } from "../../engine/state.ts";
import { asOpened, closeItem, itemsAbout, itemsOf, openItem, schedule, type Step, stillStands, tellOf } from "../../engine/step.ts";
import type { Clause } from "../../terms/clause.ts";
import type { Duty } from "./keys.ts";
import { ofStep } from "../shared/about.ts";
import { settleClock } from "./clock.ts";
import { blank } from "./obligation.ts";
import { periodOf } from "./period.ts";

/** The first period, from the opening event to the period's end. */
export function openPeriod(step: Step, clause: Clause<Duty>, event: Event): void {
  const every = resolve(step, clause, clause.every!, event);
  if (!("value" in every)) return;
  const period = periodOf(step.world.calendarOf(clause).zone, event.at, every.value);
  openItem(step, Object.assign(blank(step, clause, event), { subject: period.name, whole: true, due: period.end, data: "periodic" }));
  if (step.state.pauses.length > 0)
    for (const item of itemsAbout(step, clause.id, WHOLE)) if (item.subject === period.name) settleClock(step, clause, item, event);
  schedule(step, {
    at: period.end,
    clause: clause.id,
    purpose: "occurrence",
    data: { facts: event.because.facts, clauses: event.because.clauses },
  });
}

/** A period passed without the act: missed, and over. */
function miss(step: Step, clause: Clause<Duty>, item: Item): void {
  closeItem(step, item, "missed", { done: step.at, reason: { code: "period-over", args: {} } });
  const event = ofStep(step, item, { clause: clause.id });
  tellOf(step, clause, "missed", event);
  follow(step, clause, clause.otherwise, event);
}

/** At a period's end: what was paused throughout is excused, what was missed is over, and the next period opens. */
export function nextPeriod(step: Step, clause: Clause<Duty>, timer: Timer): void {
  for (const item of itemsOf(step, clause.id)) {
    if (item.data !== "periodic") continue;
    if (item.state === "paused") closeItem(step, item, "excused", { reason: { code: "paused-throughout", args: {} } });
    else miss(step, asOpened(step, clause, item), item);
  }
  const { ends, ended } = step.state;
  if (!stillStands(step, clause) || (!clause.survives && (ended !== undefined || (ends && ends.at <= step.at)))) return;
  const { facts, clauses } = timer.data as { facts: string[]; clauses: string[] };
  openPeriod(step, clause, { name: "period", subject: WHOLE, at: step.at, fields: {}, because: { facts, clauses }, depth: 0 });
}
