import type { Kind } from "../kinds/kind.ts";
import type { Clause } from "./clause.ts";
import type { Bilingual, FactKind } from "./fact-kind.ts";
import type { Problem } from "./problem.ts";
import type { Document } from "./read.ts";

/** What the order form fixes. Figures are addressed `clause.figure`; every value is text, read by the figure's own grammar. */
export interface Particulars {
  contract: string;
  documents: readonly string[];
  parties: Readonly<Record<string, string>>;
  figures: Readonly<Record<string, unknown>>;
  readings: Readonly<Record<string, string>>;
  /** Free keys that clauses and conditions read as `order.KEY`. */
  order: Readonly<Record<string, string>>;
}

/** Whether a document stands in the contract: composed from the library, or filed beside it and named by the order (`order.annexes`, or a key of its own). */
export function isFiled({ documents, order }: Particulars, document: string): boolean {
  return (
    documents.includes(document) ||
    order[document] !== undefined ||
    (order["annexes"] ?? "").split(",").some((name) => name.trim() === document)
  );
}

/** What an amendment changes from its effective date on. */
export interface Change {
  figures?: Readonly<Record<string, unknown>>;
  readings?: Readonly<Record<string, string>>;
  attaches?: readonly string[];
  detaches?: readonly string[];
}

export interface Listener {
  clause: Clause;
  kind: Kind;
  role: string;
}

/** Something the composition decided, which the linter tells: an override refused, a clause dropped, a figure filled by law. */
export interface Decision {
  code: "override-refused" | "override-applied" | "set-aside" | "supplied-by-law" | "suppletive-dropped" | "annex-missing";
  clause: string;
  args: Readonly<Record<string, string>>;
}

/** A composed contract: law over terms over annexes over particulars, as their order says. Immutable. */
export interface Contract {
  name: string;
  /** Highest rank first. */
  documents: readonly Document[];
  clauses: readonly Clause[];
  byId: ReadonlyMap<string, Clause>;
  kinds: ReadonlyMap<string, Kind>;
  factKinds: ReadonlyMap<string, FactKind>;
  particulars: Particulars;
  zone: string;
  holidays?: string;
  /** Who hears an event, in document order. */
  listeners: ReadonlyMap<string, readonly Listener[]>;
  /** Limits and rights that decide on an act. */
  limits: ReadonlyMap<string, readonly Clause[]>;
  rights: ReadonlyMap<string, readonly Clause[]>;
  /** Clauses that open items after the end: they survive, or the end leads to them. */
  afterEnd: ReadonlySet<string>;
  decisions: readonly Decision[];
  problems: readonly Problem[];
  /** All documents that amendments may attach. */
  library: Library;
}

/** Where a composition takes its documents, fact kinds and clause kinds from. */
export interface Library {
  documents: ReadonlyMap<string, Document>;
  factKinds: ReadonlyMap<string, FactKind>;
  kinds: ReadonlyMap<string, Kind>;
}

export type { Bilingual };
