import type { References } from "../references.ts";
import type { Contract } from "../terms/contract.ts";
import type { Instant } from "../time/instant.ts";
import { advance, apply } from "./apply.ts";
import { Contradiction, corrected, placed, sameFact } from "./effective.ts";
import { compareFacts, type Fact, factName } from "./fact.ts";
import type { Item } from "./item.ts";
import { type NumberedItem, openRegister } from "./register.ts";
import { readStanding, type Standing } from "./standing.ts";
import { copyState, emptyState, type State } from "./state.ts";
import { openVersions } from "./versions.ts";

/** A state between two facts, to resume from: how many facts it has seen, how many items had closed. */
export interface Checkpoint {
  facts: number;
  closed: number;
  state: State;
}

interface Ahead {
  state: State;
  rows: readonly NumberedItem[];
}

/** How many facts between checkpoints: 16 to 64 all cost about the same; a late fact replays half of it more. */
const EVERY = 32;

/**
 * One contract's life, kept ready: facts arrive in any order, and any instant of the past or the future can be read.
 * A late fact, a correction, a withdrawal and a retroactive amendment are one case: the life resumes before the earliest
 * instant they touch. There are no inverse steps.
 */
export interface Timeline {
  /** Takes a fact as it is recorded. Throws Contradiction when its name is taken by other content. */
  add(fact: Fact): void;
  /** The standing at an instant if nothing else happens, as known now. */
  at(instant: Instant): Standing;
  /** The next instant at which something falls due by itself: the one row a clock has to keep. */
  next(): Instant | undefined;
  /** What the life now rests on, in order. */
  facts(): readonly Fact[];
  state(): State;
}

export function openTimeline(contract: Contract, references: References, facts: readonly Fact[] = []): Timeline {
  const versions = openVersions(contract, references);
  /** Every fact recorded, and the last correction or withdrawal of each. */
  const recorded = new Map<string, Fact>();
  const changes = new Map<string, Fact>();
  let life: Fact[] = [];
  const checkpoints: Checkpoint[] = [{ facts: 0, closed: 0, state: emptyState() }];
  const register = openRegister(() => versions.of(live).contract);
  let live = emptyState();
  let ahead: readonly Ahead[] = [];
  let latest = -Infinity;

  /** The fact as it now counts, or undefined where it was withdrawn. */
  function effective(fact: Fact): Fact | undefined {
    const change = changes.get(factName(fact));
    if (change?.kind === "fact.withdrawn") return undefined;
    return placed(change ? corrected(fact, change) : fact);
  }

  function play(from: number): void {
    for (let at = from; at < life.length; at += 1) {
      const closed: Item[] = [];
      apply(versions, live, life[at]!, closed);
      if (closed.length > 0) register.extend(closed, live);
      if ((at + 1) % EVERY === 0) checkpoints.push({ facts: at + 1, closed: register.rows.length, state: copyState(live) });
    }
  }

  /** Forgets everything from the nth fact on. */
  function rewind(index: number): number {
    while (checkpoints.length > 1 && checkpoints.at(-1)!.facts > index) checkpoints.pop();
    const { facts: seen, closed: length, state } = checkpoints.at(-1)!;
    live = copyState(state);
    register.truncate(length);
    return seen;
  }

  function insert(fact: Fact): number {
    const index = position(life, fact);
    life.splice(index, 0, fact);
    return index;
  }

  function add(fact: Fact): void {
    const name = factName(fact);
    const twin = recorded.get(name);
    if (twin) {
      if (!sameFact(twin, fact)) throw new Contradiction(twin, fact);
      return;
    }
    recorded.set(name, fact);
    latest = Math.max(latest, fact.recorded);
    if (fact.kind === "fact.corrected" || fact.kind === "fact.withdrawn") change(fact);
    else {
      const now = effective(fact);
      if (now) resume(insert(now));
    }
  }

  function change(fact: Fact): void {
    const target = String(fact.fields["target"]);
    const known = changes.get(target);
    // The last recorded correction wins; withdrawing it revives nothing.
    if (known && compareChanges(known, fact) > 0) return;
    const original = recorded.get(target);
    const before = original && original.kind !== "fact.corrected" && original.kind !== "fact.withdrawn" ? effective(original) : undefined;
    changes.set(target, fact);
    if (!original) return;
    let from = life.length;
    if (before) {
      from = position(life, before);
      life.splice(from, 1);
    }
    const after = effective(original);
    if (after) from = Math.min(from, insert(after));
    resume(from);
  }

  /** The future if nothing else happens: what was worked out once is kept until a fact arrives. */
  function lookAhead(instant: Instant): Ahead {
    const start = ahead.findLast(({ state }) => state.at <= instant) ?? { state: live, rows: [] };
    const state = copyState(start.state);
    const more: Item[] = [];
    advance(versions, state, instant, more);
    const rows = more.length === 0 ? start.rows : [...start.rows, ...more.map((item) => register.name(item, state))];
    if (more.length >= EVERY) ahead = [...ahead, { state: copyState(state), rows }].toSorted((a, b) => a.state.at - b.state.at);
    return { state, rows };
  }

  /** Plays on from the nth fact; facts that only follow the last one cost one step. */
  function resume(index: number): void {
    ahead = [];
    const appended = index === life.length - 1 && live.at <= life[index]!.occurred;
    play(appended ? index : rewind(index));
  }

  for (const fact of facts) add(fact);
  return {
    add,
    at(instant) {
      const knownAt = Math.max(latest, instant);
      const last = life.at(-1);
      if (!last || last.occurred <= instant) {
        const { state, rows } = lookAhead(instant);
        return readStanding(versions, state, register, [...register.rows, ...rows], instant, knownAt);
      }
      const from = before(life, checkpoints, instant);
      const state = copyState(from.state);
      const more: Item[] = [];
      for (let at = from.facts; at < life.length && life[at]!.occurred <= instant; at += 1) apply(versions, state, life[at]!, more);
      advance(versions, state, instant, more);
      const rows = more.map((item) => register.name(item, state));
      return readStanding(versions, state, register, [...register.rows.slice(0, from.closed), ...rows], instant, knownAt);
    },
    next: () => live.timers[0]?.at,
    facts: () => life,
    state: () => live,
  };
}

function compareChanges(a: Fact, b: Fact): number {
  return a.recorded - b.recorded || compareFacts(a, b);
}

/** Where a fact stands, or would stand, in life order. */
function position(life: readonly Fact[], fact: Fact): number {
  let low = 0;
  let high = life.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareFacts(life[middle]!, fact) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last checkpoint that has seen nothing after an instant. */
function before(life: readonly Fact[], checkpoints: readonly Checkpoint[], instant: Instant): Checkpoint {
  let low = 0;
  let high = checkpoints.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lastOccurred(life, checkpoints[middle]!.facts) <= instant) low = middle;
    else high = middle - 1;
  }
  return checkpoints[low]!;
}

function lastOccurred(life: readonly Fact[], facts: number): Instant {
  return facts === 0 ? -Infinity : life[facts - 1]!.occurred;
}
