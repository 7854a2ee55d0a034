import type { References } from "../references.ts";
import type { Contract } from "../terms/contract.ts";
import type { Instant } from "../time/instant.ts";
import { type Amendment, advance, apply, type Versions } from "./apply.ts";
import type { Fact } from "./fact.ts";
import type { Item } from "./item.ts";
import { copyState, emptyState, type State } from "./state.ts";
import { openVersions } from "./versions.ts";

/**
 * A contract's life at its last fact or timer, and nothing of its past: what somebody needs who keeps facts and items elsewhere.
 * Immutable: a step gives the next life and leaves this one as it was.
 */
export interface Life {
  readonly versions: Versions;
  readonly state: State;
}

/** A life as plain JSON, to be opened again. */
export interface Checkpoint {
  state: State;
  history: readonly Amendment[];
}

/** An item that a step opened, changed or closed; `was` is what stood before. */
export interface Moved {
  item: Item;
  was?: Item;
}

export interface Movement {
  life: Life;
  /** In the order in which the items opened, in which their numbers are given. */
  moved: readonly Moved[];
}

export function openLife(
  contract: Contract,
  references: References,
  { state, history }: Checkpoint = { state: emptyState(), history: [] },
): Life {
  return { versions: openVersions(contract, references, history), state: copyState(state) };
}

export function checkpointOf({ versions, state }: Life): Checkpoint {
  return { state, history: versions.history(state) };
}

/** Lives one fact, timers due before it first. The fact is not before the state's own instant. Throws Unusable for a cycle of effects. */
export function live(life: Life, fact: Fact): Movement {
  return step(life, (state, closed) => apply(life.versions, state, fact, closed));
}

/** Lives up to an instant, that instant's timers included, if nothing else happens. */
export function liveUntil(life: Life, until: Instant): Movement {
  const first = life.state.timers[0];
  if (!first || first.at > until) return { life, moved: [] };
  return step(life, (state, closed) => advance(life.versions, state, until, closed));
}

/** The next instant at which something falls due by itself. */
export function nextTimer({ state }: Life): Instant | undefined {
  return state.timers[0]?.at;
}

function step({ versions, state: before }: Life, work: (state: State, closed: Item[]) => void): Movement {
  const state = copyState(before);
  const closed: Item[] = [];
  work(state, closed);
  return { life: { versions, state }, moved: movedBetween(before, state, closed) };
}

/** Containers that a step did not change are shared by both states: only the others are looked into. */
function movedBetween(before: State, after: State, closed: readonly Item[]): Moved[] {
  const gone = new Map<string, Item>();
  const now: Item[] = [];
  for (const clause of new Set([...Object.keys(before.items), ...Object.keys(after.items)])) {
    const [old, fresh] = [before.items[clause] ?? {}, after.items[clause] ?? {}];
    if (old === fresh) continue;
    for (const [slot, items] of Object.entries(old)) {
      if (items !== fresh[slot]) for (const item of items) if (!fresh[slot]?.includes(item)) gone.set(identityOf(item), item);
    }
    for (const [slot, items] of Object.entries(fresh)) {
      if (items !== old[slot]) for (const item of items) if (!old[slot]?.includes(item)) now.push(item);
    }
  }
  return [...closed, ...now].toSorted(byOpening).map((item) => {
    const identity = identityOf(item);
    const was = gone.get(identity);
    gone.delete(identity);
    return was ? { item, was } : { item };
  });
}

/** The order in which openings are numbered (docs/decisions/04). */
function byOpening(a: Item, b: Item): number {
  return a.opened - b.opened || (a.twin ?? 0) - (b.twin ?? 0);
}

/** What stays the same of an item from its opening to its close. */
export function identityOf({ type, clause, subject, opened, twin = 0, because }: Item): string {
  return `${type} ${clause} ${opened} ${twin} ${because.facts[0] ?? ""} ${subject}`;
}
