import type { Clause } from "../terms/clause.ts";
import type { Instant } from "../time/instant.ts";
import type { Event } from "./event.ts";
import { type Because, type Item, type ItemState, type Reason, isClosed } from "./item.ts";
import type { State, Timer } from "./state.ts";
import type { World } from "./world.ts";

/**
 * One instant being worked: the state as a draft, and what leaves it. Everything a clause does goes through these functions.
 */
export interface Step {
  world: World;
  state: State;
  at: Instant;
  /** Items that closed, in order: rows of the standing that the state no longer holds. */
  closed: Item[];
  /** Events still to be heard at this instant. */
  queue: Event[];
  /** Finds the contract version after one more amendment; absent where amendments cannot come. */
  amended?: (state: State, name: string, event: Event) => World;
}

/** Lets the clauses hear an event, after those already waiting. */
export function tell(step: Step, event: Event): void {
  step.queue.push(event);
}

export function itemsOf(step: Step, clause: string): readonly Item[] {
  return step.state.items[clause] ?? [];
}

export function openItem(step: Step, item: Item): void {
  if (isClosed(item)) {
    step.closed.push(item);
    return;
  }
  const others = itemsOf(step, item.clause);
  const twins = others.filter(({ subject, opened }) => subject === item.subject && opened === item.opened);
  const unique = twins.length > 0 ? { ...item, twin: twins.length } : item;
  step.state.items[item.clause] = [...others, unique];
  watch(step, unique);
}

export function changeItem(step: Step, item: Item, change: Partial<Item>): Item {
  return replaceItem(step, item, { ...item, ...change });
}

/** Puts an item in another's place; a closed one leaves the state for the rows. Its timers follow its instants. */
export function replaceItem(step: Step, item: Item, next: Item): Item {
  const others = itemsOf(step, item.clause);
  if (isClosed(next)) {
    const closed = { ...next, closed: step.at };
    step.closed.push(closed);
    const rest = others.filter((one) => one !== item);
    if (rest.length > 0) step.state.items[item.clause] = rest;
    else delete step.state.items[item.clause];
    unwatch(step, item);
    return closed;
  }
  step.state.items[item.clause] = others.map((one) => (one === item ? next : one));
  if (next.due !== item.due || next.until !== item.until || next.from !== item.from || next.state !== item.state) {
    unwatch(step, item);
    watch(step, next);
  }
  return next;
}

export function closeItem(step: Step, item: Item, state: ItemState, change: Partial<Item> = {}): Item {
  return changeItem(step, item, { ...change, state });
}

/** Timers of an item: opening and closing of a right, due instant of a duty. */
function watch(step: Step, item: Item): void {
  const about = { clause: item.clause, subject: item.subject, opened: item.opened, ...(item.twin !== undefined && { twin: item.twin }) };
  if (item.type === "right") {
    if (item.state === "pending" && item.from !== undefined) schedule(step, { ...about, at: item.from, purpose: "opens" });
    if (item.until !== undefined) schedule(step, { ...about, at: item.until, purpose: "lapses" });
  } else if (item.type === "obligation" && item.state === "open" && item.due !== undefined) schedule(step, { ...about, at: item.due, purpose: "due" });
}

const itemPurposes = new Set(["opens", "lapses", "due"]);

function unwatch(step: Step, { clause, subject, opened, twin }: Item): void {
  const { timers } = step.state;
  for (let at = timers.length - 1; at >= 0; at -= 1) {
    const timer = timers[at]!;
    if (timer.clause === clause && timer.subject === subject && timer.opened === opened && timer.twin === twin && itemPurposes.has(timer.purpose)) timers.splice(at, 1);
  }
}

/** What closes comes before what turns: at a midnight deadlines, windows and months first, then periods and the end, then billing. */
const turns: Readonly<Record<string, number>> = { period: 1, end: 1, billing: 2 };

function comesBefore(a: Timer, b: Timer): boolean {
  return a.at < b.at || (a.at === b.at && (turns[a.purpose] ?? 0) <= (turns[b.purpose] ?? 0));
}

/** Adds a timer in its place. Same-instant timers of one rank fire in the order they were scheduled. */
export function schedule(step: Step, timer: Omit<Timer, "order">): void {
  const { state } = step;
  state.scheduled += 1;
  const entry: Timer = { ...timer, order: state.scheduled };
  const timers = state.timers;
  let low = 0;
  let high = timers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comesBefore(timers[middle]!, entry)) low = middle + 1;
    else high = middle;
  }
  timers.splice(low, 0, entry);
}

export function unschedule(step: Step, clause: string, purpose?: string): void {
  step.state.timers = step.state.timers.filter((timer) => timer.clause !== clause || (purpose !== undefined && timer.purpose !== purpose));
}

/** Records an act that a clause does not allow: it has no effect, and stands with its reason. */
export function refuse(step: Step, clause: string, event: Event, reason: Reason): void {
  step.closed.push({
    type: "refusal",
    clause,
    subject: event.subject,
    state: "refused",
    party: event.by ?? "",
    opened: event.at,
    closed: event.at,
    reason,
    because: withClause(event.because, clause),
    fields: { act: event.name },
    version: step.state.amendments.length,
  });
}

export function withClause({ facts, clauses }: Because, clause: string): Because {
  return clauses.includes(clause) ? { facts, clauses } : { facts, clauses: [...clauses, clause] };
}

/** How many facts an item names before those in the middle are left to the log: a month of minutes is many of a kind. */
const NAMED = 40;

export function both(a: Because, b: Because): Because {
  const facts = joined(a.facts, b.facts);
  const clauses = joined(a.clauses, b.clauses);
  if (facts === a.facts && clauses === a.clauses) return a;
  return { facts: facts.length > NAMED ? [...facts.slice(0, NAMED / 2), ...facts.slice(-NAMED / 2)] : facts, clauses };
}

function joined(a: readonly string[], b: readonly string[]): readonly string[] {
  const added = b.filter((one) => !a.includes(one));
  return added.length === 0 ? a : [...a, ...added];
}

/** A clause's own event, born of another. */
export function born(parent: Event, name: string, clause: Clause, change: Partial<Event> = {}): Event {
  return { ...parent, name, depth: parent.depth + 1, from: parent, because: withClause(parent.because, clause.id), ...change };
}

/** Tells what became of a clause (`breach-notice.kept`), where another clause listens for it. */
export function tellOf(step: Step, clause: Clause, what: string, parent: Event, change: Partial<Event> = {}): void {
  const name = `${clause.id}.${what}`;
  if (step.world.contract.listeners.has(name)) tell(step, born(parent, name, clause, change));
}

/** The item a timer was set for; absent when it closed meanwhile. */
export function itemOf(step: Step, timer: Timer): Item | undefined {
  return itemsOf(step, timer.clause).find(({ subject, opened, twin }) => subject === timer.subject && opened === timer.opened && twin === timer.twin);
}
