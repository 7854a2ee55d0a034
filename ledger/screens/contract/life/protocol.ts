import type { RawReferences } from "#kernel/references.ts";
import type { Particulars } from "#kernel/terms/contract.ts";
import type { FactKind } from "#kernel/terms/fact-kind.ts";
import type { Zone } from "#kernel/time/zone.ts";
import type { Language } from "#kernel/words/language.ts";
import type { Act } from "./acts.ts";
import type { Agreement, Stated } from "./agreement.ts";
import type { Foreseen } from "./foresee.ts";
import type { ClauseMarks } from "./marks.ts";
import type { Moment } from "./moments.ts";
import type { ClauseWords, ItemWhy } from "./why.ts";

// What the screen asks the worker, and what it answers. Everything crosses as plain data.

export interface LifeGiven {
  particulars: Particulars;
  /** In their exact versions, those that amendments attach included. */
  documents: readonly { id: string; body: string }[];
  references: RawReferences;
  factKinds: ReadonlyMap<string, FactKind>;
  entries: readonly EntryGiven[];
}

export interface EntryGiven {
  position: number;
  entry: string;
}

/** As it was known at the instant looked at, or as it is known now. */
export type Known = "then" | "now";

export interface Looked {
  at: number;
  known: Known;
  /** The present, by the server's clock. */
  now: number;
  language: Language;
}

export interface Asked {
  open: LifeGiven & { now: number; language: Language };
  add: { entries: readonly EntryGiven[]; now: number; language: Language };
  look: Looked;
  agree: { items: readonly Stated[]; at: number };
  clause: Looked & { clause: string };
  item: Looked & { item: string };
  text: Looked;
  acts: Looked & { clause: string; parties: readonly string[] };
  foresee: Looked & { fact: Record<string, unknown> };
}

export interface Answered {
  open: Opened;
  add: Opened;
  look: View;
  agree: Agreement;
  clause: ClauseWords;
  item: ItemWhy | undefined;
  text: string;
  acts: readonly Act[];
  foresee: Foreseen;
}

export interface Opened {
  zone: Zone;
  /** The first instant worth showing, and the last. */
  from: number;
  until: number;
  moments: readonly Moment[];
  parties: readonly { party: string; name: string }[];
  /** When amendments came into effect, and were known: before, the text read otherwise. */
  amendments: readonly { effective: number; known: number }[];
}

/** What the margin shows at an instant. */
export interface View {
  at: number;
  known: Known;
  phase: string;
  ends?: number;
  marks: readonly ClauseMarks[];
}

export type Question = { [Q in keyof Asked]: { id: number; ask: Q; what: Asked[Q] } }[keyof Asked];
export type Answer = { id: number; answer: Answered[keyof Answered] } | { id: number; failed: string };
