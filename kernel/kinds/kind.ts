import type { z } from "zod";
import type { Event } from "../engine/event.ts";
import type { Item, Reason } from "../engine/item.ts";
import type { Timer } from "../engine/state.ts";
import type { Step } from "../engine/step.ts";
import type { Clause } from "../terms/clause.ts";
import type { Instant } from "../time/instant.ts";

/** An event a clause listens to, and what it is to the clause. */
export interface Heard {
  event: string;
  role: string;
  /** True where the event can open an item: what cannot be opened is a finding. */
  opens?: boolean;
}

/** What a gate says of an act. `refused`: no effect. `breach`: effective, and recorded. */
export interface Objection {
  reason: Reason;
  effect: "refused" | "breach" | "tell";
}

/**
 * A clause kind: how its clauses are written, what they hear and tell, and what they do.
 * All clauses of a contract that hear an event are called in the order of the documents.
 */
// eslint-disable-next-line typescript/no-explicit-any -- a list of kinds holds clauses of every shape; each kind's own file is typed
export interface Kind<C extends Clause = any> {
  name: string;
  /** Keys in camelCase, over the common ones. */
  shape: z.ZodObject;
  /** Keys that hold figures: what particulars, amendments, bounds and holes address. */
  figures: readonly string[];
  hears(clause: C): Heard[];
  /** Events the clause can tell, besides those of its effects. */
  tells(clause: C): string[];
  /** Acts that the clause decides on: a limit permits, a right is used. */
  governs?(clause: C): string[];
  on?(step: Step, clause: C, role: string, event: Event): void;
  fire?(step: Step, clause: C, timer: Timer): void;
  /** Asked before an act takes effect. */
  object?(step: Step, clause: C, act: Event): Objection | undefined;
  /** What a growing item comes to at an instant; called when a standing is read. */
  accrue?(step: Step, clause: C, item: Item, at: Instant): Item;
}
