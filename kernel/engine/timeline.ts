import type { References } from "../references.ts";
import type { Contract } from "../terms/contract.ts";
import type { Instant } from "../time/instant.ts";
import { advance, apply } from "./apply.ts";
import { compareChanges, Contradiction, isChange, restated, sameFact, targetOf } from "./effective.ts";
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

/** A state still to come if nothing else happens, and how many items will have closed. */
type Ahead = Pick<Checkpoint, "closed" | "state">;

interface Reading {
  state: State;
  rows: readonly NumberedItem[];
}

/** How many facts, or items closed by time alone, between checkpoints: 16 to 64 all cost about the same; a late fact replays half of it more. */
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
  /** Every fact recorded, and the corrections and withdrawals of each, in order. */
  const recorded = new Map<string, Fact>();
  const changes = new Map<string, readonly Fact[]>();
  const life: Fact[] = [];
  const checkpoints: Checkpoint[] = [{ facts: 0, closed: 0, state: emptyState() }];
  const register = openRegister(versions);
  let live = emptyState();
  /** The future as far as it was looked into; what closes in it stands in the register after the life's own rows. */
  let ahead: Ahead[] = [];
  let latest = -Infinity;

  function play(from: number): void {
    for (let at = from; at < life.length; at += 1) {
      const closed: Item[] = [];
      apply(versions, live, life[at]!, { closed });
      if (closed.length > 0) register.extend(closed, live);
      const last = checkpoints.at(-1)!;
      if (at + 1 - last.facts >= EVERY || register.rows.length - last.closed >= EVERY)
        checkpoints.push({ facts: at + 1, closed: register.rows.length, state: copyState(live) });
    }
  }

  /** Forgets everything from the nth fact on. */
  function rewind(index: number): number {
    while (checkpoints.at(-1)!.facts > index) checkpoints.pop();
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

  /** A fact that cannot be lived (its effects go in a circle) is not taken: the life stays as it was. */
  function add(fact: Fact): void {
    const before = recorded.get(factName(fact));
    try {
      take(fact);
    } catch (error) {
      if (!(error instanceof Contradiction)) forget(fact, before);
      throw error;
    }
  }

  function forget(fact: Fact, before: Fact | undefined): void {
    const facts = [...recorded.values()].filter((one) => factName(one) !== factName(fact));
    recorded.clear();
    changes.clear();
    latest = -Infinity;
    life.length = 0;
    forgetAhead();
    rewind(0);
    for (const one of before ? [...facts, before] : facts) take(one);
  }

  function take(fact: Fact): void {
    const name = factName(fact);
    const twin = recorded.get(name);
    if (twin && !sameFact(twin, fact)) throw new Contradiction(twin, fact);
    // Told twice, it counts from when it was first recorded.
    if (twin && twin.recorded <= fact.recorded) return;
    latest = Math.max(latest, fact.recorded);
    if (isChange(fact)) {
      const target = targetOf(fact);
      const others = (changes.get(target) ?? []).filter((change) => change !== twin);
      restate(target, recorded.get(target), [...others, fact].toSorted(compareChanges));
      recorded.set(name, fact);
    } else {
      recorded.set(name, fact);
      if (twin) restate(name, twin, changes.get(name) ?? []);
      else {
        const now = restated(fact, changes.get(name));
        if (now) follow(insert(now));
      }
    }
  }

  /** Puts a fact as it now counts in the place of what it was. */
  function restate(target: string, was: Fact | undefined, now: readonly Fact[]): void {
    const before = was && !isChange(was) ? restated(was, changes.get(target)) : undefined;
    changes.set(target, now);
    const original = recorded.get(target);
    if (!was || !original || isChange(original)) return;
    let from = life.length;
    if (before) {
      from = position(life, before);
      life.splice(from, 1);
    }
    const after = restated(original, now);
    if (after) from = Math.min(from, insert(after));
    resume(from);
  }

  /** The future if nothing else happens: worked out as far as it is asked for, and kept until a fact arrives. */
  function lookAhead(instant: Instant): Reading {
    if (ahead.length === 0) ahead = [{ state: copyState(live), closed: register.rows.length }];
    const furthest = ahead.at(-1)!;
    if (furthest.state.at <= instant) {
      const state = copyState(furthest.state);
      while (state.timers.length > 0 && state.timers[0]!.at <= instant) {
        const closed: Item[] = [];
        advance(versions, state, state.timers[0]!.at, { closed });
        register.extend(closed, state);
        if (register.rows.length - ahead.at(-1)!.closed >= EVERY) ahead.push({ state: copyState(state), closed: register.rows.length });
      }
      ahead.push({ state, closed: register.rows.length });
    }
    const from = ahead.findLast(({ state }) => state.at <= instant)!;
    return readOn(from, [], instant);
  }

  function lookBack(instant: Instant): Reading {
    const from = before(life, checkpoints, instant);
    let seen = from.facts;
    while (seen < life.length && life[seen]!.occurred <= instant) seen += 1;
    return readOn(from, life.slice(from.facts, seen), instant);
  }

  /** What an earlier state comes to at an instant. */
  function readOn(from: Ahead, facts: readonly Fact[], instant: Instant): Reading {
    const state = copyState(from.state);
    const more: Item[] = [];
    for (const fact of facts) apply(versions, state, fact, { closed: more });
    advance(versions, state, instant, { closed: more });
    return { state, rows: [...register.rows.slice(0, from.closed), ...more.map((item) => register.name(item, state))] };
  }

  /** A fact that only follows the last one costs one step; any other resumes the life before it. */
  function follow(index: number): void {
    if (index < life.length - 1) resume(index);
    else {
      forgetAhead();
      play(index);
    }
  }

  /** Plays again from the nth fact on. */
  function resume(index: number): void {
    forgetAhead();
    play(rewind(index));
  }

  function forgetAhead(): void {
    if (ahead.length > 0) register.truncate(ahead[0]!.closed);
    ahead = [];
  }

  for (const fact of facts) add(fact);
  return {
    add,
    at(instant) {
      const knownAt = Math.max(latest, instant);
      const last = life.at(-1);
      const future = !last || last.occurred <= instant;
      const { state, rows } = future ? lookAhead(instant) : lookBack(instant);
      return readStanding(versions, state, register, rows, instant, knownAt);
    },
    next: () => live.timers[0]?.at,
    facts: () => life,
    state: () => live,
  };
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
