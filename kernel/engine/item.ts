import type { Figure } from "../money/figure.ts";
import type { Instant } from "../time/instant.ts";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A field as text; empty where it is absent or no plain value. */
export function textOf(field: Json | undefined): string {
  return typeof field === "string" ? field : typeof field === "number" || typeof field === "boolean" ? String(field) : "";
}

/** Why: the facts and clauses an item rests on. */
export interface Because {
  facts: readonly string[];
  clauses: readonly string[];
}

/** Why not, or why unknown: a message of `kernel/words/reasons.ts` and its arguments. */
export interface Reason {
  code: string;
  args: Readonly<Record<string, string>>;
}

export type ItemType = "obligation" | "right" | "amount" | "refusal";

export type ItemState =
  | "open"
  | "paused"
  | "kept"
  | "missed"
  | "excused"
  | "waived"
  | "pending"
  | "used"
  | "lapsed"
  | "accruing"
  | "due"
  | "settled"
  | "unknown"
  | "refused";

/** What stands under one clause about one subject. Immutable: a change replaces it. */
export interface Item {
  type: ItemType;
  clause: string;
  subject: string;
  state: ItemState;
  /** Who must, may, owes, or tried. */
  party: string;
  to?: string;
  /** Instant of the trigger; with clause and subject it is the item's identity inside a life. */
  opened: Instant;
  /** Tells apart several openings about one subject at one instant; absent on the first. */
  twin?: number;
  /** A right may be used from this instant. */
  from?: Instant;
  /** A duty's last instant (excluded), an amount's due instant. */
  due?: Instant;
  target?: Instant;
  /** A right closes at this instant (excluded). */
  until?: Instant;
  done?: Instant;
  closed?: Instant;
  figure?: Figure;
  /** What has been paid of it so far, in minor units. */
  paid?: string;
  /** What another reading of the clause, or the law, would give. */
  otherwise?: Readonly<Record<string, { due?: Instant; until?: Instant; figure?: Figure }>>;
  reason?: Reason;
  because: Because;
  /** Fields of the trigger, with later revisions over them. */
  fields: Readonly<Record<string, Json>>;
  /** Version of the contract the item opened under. */
  version: number;
  /** True where the trigger was about the whole contract: any subject may then act on the item. */
  whole?: boolean;
  pausedAt?: Instant;
  /** Time paused so far, in ms elapsed and in ms by the contract's clock on the wall. */
  pausedFor?: number;
  pausedByClock?: number;
  /** The instants as they were before any pause. */
  unpaused?: { due?: Instant; target?: Instant };
  /** True where the trigger was a midnight that belongs to the day it closes. */
  closesDay?: boolean;
  /** What the clause's kind keeps about the item. */
  data?: Json;
}

export function isClosed({ state, type, done }: Item): boolean {
  if (type === "refusal") return true;
  if (state === "missed") return done !== undefined;
  if (state === "unknown") return type === "obligation";
  return state === "kept" || state === "excused" || state === "waived" || state === "used" || state === "lapsed" || state === "settled";
}

/** The subject of what concerns the contract as a whole. */
export const WHOLE = "contract";
