import type { Event } from "../../engine/event.ts";
import { type Item, WHOLE } from "../../engine/item.ts";
import type { Pause } from "../../engine/state.ts";
import { resolve } from "../../engine/resolve.ts";
import { asOpened, both, changeItem, clauseNamed, type Step } from "../../engine/step.ts";
import type { Clause } from "../../terms/clause.ts";
import type { Time } from "../../terms/grammar.ts";
import type { Stated } from "../../terms/stated.ts";
import { DAY, type Instant } from "../../time/instant.ts";
import { localOf, midnight } from "../../time/zone.ts";
import type { Duty } from "./keys.ts";

/** Whether a pause clause stops a duty: named itself, or by its party, or all duties of the pause's own party. */
export function stops(step: Step, pausing: string, clause: Clause): boolean {
  const pause = clauseNamed(step, pausing) as (Clause & { stops?: readonly string[] }) | undefined;
  if (!pause) return false;
  return pause.stops
    ? pause.stops.includes(clause.id) || (clause.party !== undefined && pause.stops.includes(clause.party))
    : clause.party === pause.party;
}

/** The pause that stops a duty on a subject now, if one does. */
function pauseOn(step: Step, clause: Clause, item: Item): Pause | undefined {
  return step.state.pauses.find(
    ({ clause: pausing, subject }) => (subject === WHOLE || subject === item.subject) && stops(step, pausing, clause),
  );
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
    const paused = {
      pausedFor: (item.pausedFor ?? 0) + step.at - since,
      pausedByClock: (item.pausedByClock ?? 0) + onTheWall(step, step.at) - onTheWall(step, since),
    };
    changeItem(step, item, {
      state: "open",
      ...paused,
      ...movedBy(step, clause, item, item.unpaused ?? {}, paused),
      because: both(item.because, event.because),
    });
  }
}

type Instants = NonNullable<Item["unpaused"]>;

/** Instants moved by all the time paused. A period's own end does not move. */
export function movedBy(
  step: Step,
  clause: Clause,
  item: Item,
  { due, target }: Instants,
  paused: Pick<Item, "pausedFor" | "pausedByClock">,
): Instants {
  if (item.data === "periodic") return {};
  const { within, target: aimed } = asOpened(step, clause, item) as Clause<Duty>;
  const move = (at: Instant, time: Stated<Time> | undefined) =>
    elapses(step, clause, item, time) ? at + (paused.pausedFor ?? 0) : laterDay(step, at, paused);
  return { ...(due !== undefined && { due: move(due, within) }), ...(target !== undefined && { target: move(target, aimed) }) };
}

/** Hours elapse, even those that happen to end at a midnight. */
function elapses(step: Step, clause: Clause, { opened, fields }: Item, time: Stated<Time> | undefined): boolean {
  const found = time && resolve(step, clause, time, { at: opened, fields });
  return (
    found !== undefined &&
    "value" in found &&
    found.value !== "without delay" &&
    ["minute", "hour", "working hour"].includes(found.value.unit)
  );
}

/** Whole days count by the clock on the wall, and end at a midnight again. */
function laterDay(step: Step, at: Instant, { pausedFor = 0, pausedByClock = 0 }: Pick<Item, "pausedFor" | "pausedByClock">): Instant {
  const { zone } = step.world;
  const { day, ms } = localOf(zone, at);
  return ms === 0 ? midnight(zone, day + Math.ceil(pausedByClock / DAY)) : at + pausedFor;
}

function onTheWall(step: Step, at: Instant): number {
  const { day, ms } = localOf(step.world.zone, at);
  return day * DAY + ms;
}
