import type { Clause } from "../terms/clause.ts";
import type { Instant } from "../time/instant.ts";
import type { Event } from "./event.ts";
import { type Because, type Item, type ItemState, type Reason, isClosed, WHOLE } from "./item.ts";
import { slotsToChange, slotToChange, type State, type Timer } from "./state.ts";
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
  /** Every opening, change and close, in order, where somebody keeps them. */
  moved?: Moved[];
  /** A clause as it read when there were so many amendments; absent where a standing is only read. */
  clauseAt?: (version: number, id: string) => Clause | undefined;
  /** Clauses of documents since detached under which something is still open. */
  detached?: readonly Clause[];
  /** What could not be known while an item was worked out; the next item opened says so. */
  unknown?: Reason;
  /** Events still to be heard at this instant. */
  queue: Event[];
}

/** An item that opened, changed or closed; `was` is what stood before. */
export interface Moved {
  item: Item;
  was?: Item;
}

/** An item keeps the version it opened under: the clause as it read then. */
export function asOpened<C extends Clause>(step: Step, clause: C, item: Item): C {
  if (item.version === step.state.amendments.length) return clause;
  return (step.clauseAt?.(item.version, item.clause) as C | undefined) ?? clause;
}

/** A clause of the contract, or of a document since detached that still has something open. */
export function clauseNamed(step: Step, id: string): Clause | undefined {
  return step.world.contract.byId.get(id) ?? step.detached?.find((clause) => clause.id === id);
}

/** Whether a clause is still part of the contract: only then does its next period or month open. */
export function stillStands(step: Step, clause: Clause): boolean {
  return step.world.contract.byId.has(clause.id);
}

/** Lets the clauses hear an event, after those already waiting. */
export function tell(step: Step, event: Event): void {
  step.queue.push(event);
}

/** All open items of a clause. */
export function itemsOf(step: Step, clause: string): readonly Item[] {
  const slots = step.state.items[clause];
  if (!slots) return [];
  const lists = Object.values(slots);
  return lists.length === 1 ? [...lists[0]!] : lists.flat();
}

/** The open items of a clause that an event on a subject concerns: those about it, and those about the whole contract. */
export function itemsAbout(step: Step, clause: string, subject: string): readonly Item[] {
  const slots = step.state.items[clause];
  if (!slots) return [];
  const own = slots[subject] ?? [];
  if (subject === WHOLE || !slots[WHOLE]) return [...own];
  return [...own, ...slots[WHOLE].filter(({ whole }) => whole)];
}

function slotOf({ whole, subject }: Item): string {
  return whole ? WHOLE : subject;
}

export function openItem(step: Step, opening: Item): void {
  if (isClosed(opening)) {
    leave(step, opening);
    return;
  }
  const { unknown } = step;
  const item = unknown && !opening.reason ? { ...opening, reason: unknown } : opening;
  delete step.unknown;
  const slot = slotToChange(step.state, item.clause, slotOf(item));
  const twin = slot.findLast(({ subject, opened }) => subject === item.subject && opened === item.opened);
  const unique = twin ? { ...item, twin: (twin.twin ?? 0) + 1 } : item;
  slot.push(unique);
  step.moved?.push({ item: unique });
  watch(step, unique);
}

/** What is over as soon as it is there stands in the rows only. */
function leave(step: Step, item: Item): void {
  step.closed.push(item);
  step.moved?.push({ item });
}

export function changeItem(step: Step, item: Item, change: Partial<Item>): Item {
  return replaceItem(step, item, { ...item, ...change });
}

/** Puts a new item in another's place; a closed one leaves the state for the rows. Its timers follow its instants. */
export function replaceItem(step: Step, item: Item, next: Item): Item {
  const slot = slotToChange(step.state, item.clause, slotOf(item));
  const at = slot.indexOf(item);
  step.moved?.push({ item: next, was: item });
  if (isClosed(next)) {
    next.closed = step.at;
    step.closed.push(next);
    slot.splice(at, 1);
    const slots = slotsToChange(step.state, item.clause);
    if (slot.length === 0) delete slots[slotOf(item)];
    if (Object.keys(slots).length === 0) delete step.state.items[item.clause];
    unwatch(step, item);
    return next;
  }
  slot[at] = next;
  if (next.due !== item.due || next.until !== item.until || next.from !== item.from || next.state !== item.state) {
    unwatch(step, item);
    watch(step, next);
  }
  return next;
}

export function closeItem(step: Step, item: Item, state: ItemState, change?: Partial<Item>): Item {
  return replaceItem(step, item, Object.assign({ ...item }, change, { state }));
}

/** Timers of an item: opening and closing of a right, due instant of a duty. The turn of its period closes a periodic one. */
function watch(step: Step, item: Item): void {
  const about = { clause: item.clause, subject: item.subject, opened: item.opened, ...(item.twin !== undefined && { twin: item.twin }) };
  if (item.type === "right") {
    if (item.state === "pending" && item.from !== undefined) schedule(step, { ...about, at: item.from, purpose: "opens" });
    if (item.until !== undefined) schedule(step, { ...about, at: item.until, purpose: "lapses" });
  } else if (item.type === "obligation" && item.state === "open" && item.due !== undefined && item.data !== "periodic")
    schedule(step, { ...about, at: item.due, purpose: "due" });
}

const itemPurposes = new Set(["opens", "lapses", "due"]);

/** Takes an item's timers back. They are looked for at their own instants: those already past have fired. */
function unwatch(step: Step, item: Item): void {
  const { timers } = step.state;
  for (const at of [item.from, item.until, item.due]) {
    if (at === undefined || at < step.at) continue;
    for (let index = firstAt(timers, at); index < timers.length && timers[index]!.at === at; index += 1) {
      const { clause, subject, opened, twin, purpose } = timers[index]!;
      if (clause !== item.clause || subject !== item.subject || opened !== item.opened || twin !== item.twin || !itemPurposes.has(purpose))
        continue;
      timers.splice(index, 1);
      break;
    }
  }
}

/** Where the timers of an instant begin. */
function firstAt(timers: readonly Timer[], at: Instant): number {
  let low = 0;
  let high = timers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timers[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What closes comes before what turns: at a midnight deadlines, windows and months first, then the days and weeks of duties, then the term and the end, then billing. */
const turns: Readonly<Record<string, number>> = { occurrence: 1, period: 2, end: 2, billing: 3 };

/** 0 for what closes, more for what turns. */
export function turnOf({ purpose }: Timer): number {
  return turns[purpose] ?? 0;
}

function comesBefore(a: Timer, b: Timer): boolean {
  return a.at < b.at || (a.at === b.at && turnOf(a) <= turnOf(b));
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
  leave(step, {
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
  return itemsAbout(step, timer.clause, timer.subject ?? WHOLE).find(
    ({ subject, opened, twin }) => subject === timer.subject && opened === timer.opened && twin === timer.twin,
  );
}
