import type { z } from "zod";
import type { Event } from "../engine/event.ts";
import { type Item, WHOLE } from "../engine/item.ts";
import { matches } from "../engine/resolve.ts";
import { both, changeItem, itemsOf, type Step, withClause } from "../engine/step.ts";
import { type Clause, common, words } from "../terms/clause.ts";
import type { Instant } from "../time/instant.ts";
import { localOf, midnight } from "../time/zone.ts";
import { stops } from "./duty/obligation.ts";
import { inForm } from "./shared/forms.ts";
import type { Kind } from "./kind.ts";

const shape = common.extend({ from: words, until: words, stops: words.optional() });

export type PauseKeys = z.infer<typeof shape>;

/** Clocks stop: force majeure, waiting for the customer. The time paused is added; overlapping pauses count once. */
export const pause: Kind<Clause<PauseKeys>> = {
  name: "pause",
  shape,
  figures: ["inForm"],
  hears: (clause) => [...clause.from.map((event) => ({ event, role: "from", opens: true })), ...clause.until.map((event) => ({ event, role: "until" }))],
  tells: () => [],
  on(step, clause, role, event) {
    if (role === "from") {
      if (!matches(step, clause.where, event)) return;
      if (clause.inForm?.is === "value" && !inForm(clause.inForm.value, event.fields["in-form"])) return;
      if (step.state.pauses.some((one) => one.clause === clause.id && one.subject === event.subject)) return;
      step.state.pauses = [...step.state.pauses, { clause: clause.id, subject: event.subject, since: event.at, because: withClause(event.because, clause.id) }];
    } else step.state.pauses = step.state.pauses.filter((one) => one.clause !== clause.id || (one.subject !== event.subject && event.subject !== WHOLE));
    for (const stopped of step.world.contract.clauses) {
      if (stopped.kind !== "duty" || !stops(step, clause.id, stopped)) continue;
      for (const item of itemsOf(step, stopped.id)) settle(step, stopped, item, event);
    }
  },
};

/** Sets an item's clock to what the pauses now say. */
function settle(step: Step, clause: Clause, item: Item, event: Event): void {
  if (item.data === "standing") return;
  const paused = step.state.pauses.some((one) => (one.subject === WHOLE || one.subject === item.subject) && stops(step, one.clause, clause));
  if (paused && item.state === "open") changeItem(step, item, { state: "paused", pausedAt: step.at, because: both(item.because, event.because) });
  else if (!paused && item.state === "paused") {
    const added = step.at - (item.pausedAt ?? step.at);
    const { due, target } = item;
    changeItem(step, item, {
      state: "open",
      pausedFor: (item.pausedFor ?? 0) + added,
      because: both(item.because, event.because),
      ...(due !== undefined && { due: moved(step, due, added, item.data === "periodic") }),
      ...(target !== undefined && { target: moved(step, target, added, false) }),
    });
  }
}

/** A deadline at a midnight stays one: whole days end at a midnight again. A period's own end does not move. */
function moved(step: Step, due: Instant, added: number, fixed: boolean): Instant {
  if (fixed) return due;
  const { zone } = step.world;
  const wholeDay = localOf(zone, due).ms === 0;
  const later = due + added;
  const { day, ms } = localOf(zone, later);
  return wholeDay && ms !== 0 ? midnight(zone, day + 1) : later;
}
