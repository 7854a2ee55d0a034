import type { Event } from "../../engine/event.ts";
import { type Item, WHOLE } from "../../engine/item.ts";
import type { Pause } from "../../engine/state.ts";
import { both, changeItem, clauseNamed, type Step } from "../../engine/step.ts";
import type { Clause } from "../../terms/clause.ts";
import { DAY, type Instant } from "../../time/instant.ts";
import { localOf, midnight } from "../../time/zone.ts";

/** Whether a pause clause stops a duty: named itself, or by its party, or all duties of the pause's own party. */
export function stops(step: Step, pausing: string, clause: Clause): boolean {
  const pause = clauseNamed(step, pausing) as (Clause & { stops?: readonly string[] }) | undefined;
  if (!pause) return false;
  return pause.stops ? pause.stops.includes(clause.id) || (clause.party !== undefined && pause.stops.includes(clause.party)) : clause.party === pause.party;
}

/** The pause that stops a duty on a subject now, if one does. */
function pauseOn(step: Step, clause: Clause, item: Item): Pause | undefined {
  return step.state.pauses.find(({ clause: pausing, subject }) => (subject === WHOLE || subject === item.subject) && stops(step, pausing, clause));
}

/** Sets an item's clock to what the pauses now say: stopped, or running with the time paused added. Overlapping pauses count once. */
export function settleClock(step: Step, clause: Clause, item: Item, event: Pick<Event, "because">): void {
  if (item.data === "standing") return;
  const pause = pauseOn(step, clause, item);
  if (pause && item.state === "open") {
    const { due, target } = item.unpaused ?? item;
    changeItem(step, item, {
      state: "paused",
      pausedAt: step.at,
      unpaused: { ...(due !== undefined && { due }), ...(target !== undefined && { target }) },
      because: both(item.because, pause.because),
    });
  } else if (!pause && item.state === "paused") {
    const since = item.pausedAt ?? step.at;
    const paused = { pausedFor: (item.pausedFor ?? 0) + step.at - since, pausedByClock: (item.pausedByClock ?? 0) + onTheWall(step, step.at) - onTheWall(step, since) };
    changeItem(step, item, { state: "open", ...paused, ...movedBy(step, item, item.unpaused ?? {}, paused), because: both(item.because, event.because) });
  }
}

type Instants = NonNullable<Item["unpaused"]>;

/** Instants moved by all the time paused. A period's own end does not move. */
export function movedBy(step: Step, item: Item, { due, target }: Instants, paused: Pick<Item, "pausedFor" | "pausedByClock">): Instants {
  if (item.data === "periodic") return {};
  const move = (at: Instant) => moved(step, at, paused.pausedFor ?? 0, paused.pausedByClock ?? 0);
  return { ...(due !== undefined && { due: move(due) }), ...(target !== undefined && { target: move(target) }) };
}

/** Hours elapse. A deadline at a midnight counts whole days, by the clock on the wall, and ends at a midnight again. */
function moved(step: Step, at: Instant, elapsed: number, byClock: number): Instant {
  const { zone } = step.world;
  const { day, ms } = localOf(zone, at);
  return ms === 0 ? midnight(zone, day + Math.ceil(byClock / DAY)) : at + elapsed;
}

function onTheWall(step: Step, at: Instant): number {
  const { day, ms } = localOf(step.world.zone, at);
  return day * DAY + ms;
}
