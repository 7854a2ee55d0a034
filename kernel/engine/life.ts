import type { References } from "../references.ts";
import type { Contract } from "../terms/contract.ts";
import type { Instant } from "../time/instant.ts";
import { type Amendment, advance, apply, type Versions } from "./apply.ts";
import type { Fact } from "./fact.ts";
import type { Item } from "./item.ts";
import { copyState, emptyState, type State } from "./state.ts";
import type { Moved } from "./step.ts";
import { openVersions } from "./versions.ts";

/**
 * A contract's life at its last fact or timer, and nothing of its past: what somebody needs who keeps facts and items elsewhere.
 * Living changes it in place: whoever has lived and cannot keep the outcome opens it again.
 */
export interface Life {
  readonly versions: Versions;
  readonly state: State;
}

/** A life as plain JSON, to be opened again. What it holds goes on living with the life: write it down at once. */
export interface Checkpoint {
  state: State;
  history: readonly Amendment[];
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

/**
 * Lives one fact, timers due before it first, and gives what moved, in order. The fact is not before the state's own instant. Throws
 * Unusable for a cycle of effects: the life is then half lived.
 */
export function live({ versions, state }: Life, fact: Fact): Moved[] {
  const moved: Moved[] = [];
  apply(versions, state, fact, { closed: [], moved });
  return moved;
}

/** Lives up to an instant, that instant's timers included, if nothing else happens. */
export function liveUntil({ versions, state }: Life, until: Instant): Moved[] {
  const moved: Moved[] = [];
  advance(versions, state, until, { closed: [], moved });
  return moved;
}

/** The next instant at which something falls due by itself. */
export function nextTimer({ state }: Life): Instant | undefined {
  return state.timers[0]?.at;
}

/** What stays the same of an item from its opening to its close. */
export function identityOf({ type, clause, subject, opened, twin = 0, because }: Item): string {
  return `${type} ${clause} ${opened} ${twin} ${because.facts[0] ?? ""} ${subject}`;
}
