import type { Duration } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import type { Because, Item, Json } from "./item.ts";

/**
 * Everything a contract's life needs to go on, as plain JSON. Bounded: what is closed has left it.
 * The values in its containers are immutable; a step replaces them.
 */
export interface State {
  /** The instant the state rests at: its last fact or timer. Passing time is not stored. */
  at: Instant;
  /** Names of the amendments applied, in order: with them a checkpoint finds its contract version again. */
  amendments: readonly string[];
  /** Clauses that an amendment took away while they had something open. */
  detached?: readonly string[];
  accepted?: { at: Instant; because: Because };
  activated?: Instant;
  suspended?: Instant;
  term?: Term;
  /** The end as announced. `byTerm`: at the term's own end, where credit days are added. */
  ends?: { at: Instant; byTerm: boolean; because: Because; /** The term's own end, before credit days. */ term?: Instant };
  ended?: Instant;
  /** Credit days granted and not yet added to the end. */
  creditDays: number;
  /** Open items by clause and subject, in the order they opened; those about the whole contract stand under it. */
  items: Record<string, Record<string, Item[]>>;
  /** Sorted by instant, then by order of scheduling. */
  timers: Timer[];
  scheduled: number;
  /** What clauses remember between events, by clause. */
  memory: Record<string, Json>;
  /** What clauses remember of single subjects, by clause: seats held, consents given. */
  subjects: Record<string, Record<string, Json>>;
  /** Invoices not yet settled. */
  invoices: Record<string, Invoice>;
  /** Payments that found no invoice, and what was paid of late. */
  payments: Payment[];
  /** When an invoice was settled, as long as a late copy of it may still come. */
  settled: Record<string, Instant>;
  pauses: readonly Pause[];
}

export interface Term {
  /** Local day (since 1970-01-01) the term counts from. */
  anchor: number;
  /** What has run since the anchor when the running period ends. */
  spent: Duration;
  period: number;
  start: Instant;
  end: Instant;
  because: Because;
}

export interface Timer {
  at: Instant;
  order: number;
  /** The clause that waits, or `engine`. */
  clause: string;
  purpose: string;
  /** The item it is about, by subject and opening. */
  subject?: string;
  opened?: Instant;
  twin?: number;
  data?: Json;
}

export interface Invoice {
  id: string;
  /** Minor units, as a decimal string. */
  amount: string;
  currency: string;
  /** Who issued it, and is owed what its lateness costs. */
  creditor?: string;
  issued: Instant;
  received?: Instant;
  due?: Instant;
  overdue?: boolean;
  /** Still to pay from an instant on: the steps of the balance. */
  balance: readonly { from: Instant; minor: string; fact: string }[];
  /** Amount items it bills. */
  lines: readonly string[];
  because: Because;
}

export interface Payment {
  at: Instant;
  minor: string;
  currency: string;
  fact: string;
  /** What no debt has taken. */
  left: string;
  /** The debt it names. */
  for?: string;
  /** A credit note's rest, which pays like money but was never paid. */
  credit?: true;
}

export interface Pause {
  clause: string;
  subject: string;
  since: Instant;
  because: Because;
}

export function emptyState(): State {
  return {
    at: -8_640_000_000_000_000,
    amendments: [],
    creditDays: 0,
    items: {},
    timers: [],
    scheduled: 0,
    memory: {},
    subjects: {},
    invoices: {},
    settled: {},
    payments: [],
    pauses: [],
  };
}

/** Containers that a state alone holds and may change in place. What it shares with a copy is copied before the first change. */
const owned = new WeakMap<State, WeakSet<object>>();

function ownOf(state: State): WeakSet<object> {
  const known = owned.get(state);
  if (known) return known;
  const fresh = new WeakSet<object>();
  owned.set(state, fresh);
  return fresh;
}

/** A clause's open items by subject, to be changed. */
export function slotsToChange(state: State, clause: string): Record<string, Item[]> {
  const own = ownOf(state);
  const slots = state.items[clause];
  if (slots && own.has(slots)) return slots;
  const fresh = { ...slots };
  own.add(fresh);
  state.items[clause] = fresh;
  return fresh;
}

/** The open items of one subject, to be changed. */
export function slotToChange(state: State, clause: string, subject: string): Item[] {
  const slots = slotsToChange(state, clause);
  const own = ownOf(state);
  const slot = slots[subject];
  if (slot && own.has(slot)) return slot;
  const fresh = slot ? [...slot] : [];
  own.add(fresh);
  slots[subject] = fresh;
  return fresh;
}

/** What a clause remembers of single subjects, to be changed. */
export function subjectsToChange(state: State, clause: string): Record<string, Json> {
  const own = ownOf(state);
  const known = state.subjects[clause];
  if (known && own.has(known)) return known;
  const fresh = { ...known };
  own.add(fresh);
  state.subjects[clause] = fresh;
  return fresh;
}

/** A copy that lives its own life. The two share what is inside until one of them changes it. */
export function copyState(state: State): State {
  owned.delete(state);
  return {
    ...state,
    timers: [...state.timers],
    items: { ...state.items },
    memory: { ...state.memory },
    subjects: { ...state.subjects },
    invoices: { ...state.invoices },
    settled: { ...state.settled },
    payments: [...state.payments],
  };
}
