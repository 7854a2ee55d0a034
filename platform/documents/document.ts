import type { Instant } from "#kernel/time/instant.ts";
import type { Language } from "#kernel/words/language.ts";

/** Words of one voice, or pieces of several. A newline begins a new line; other white space is a space. */
export type Words = string | readonly Piece[];

export interface Piece {
  text: string;
  voice: "plain" | "strong" | "emphasis";
}

/** What a page is made of, in the order of reading. */
export type Block = Heading | Paragraph | Article | List | Pairs | Table | Proof;

export interface Heading {
  kind: "heading";
  /** 1 for a part of the document, 2 within such a part. */
  level: 1 | 2;
  text: string;
}

export interface Paragraph {
  kind: "paragraph";
  /** Hung in the margin: `3.1`. */
  number?: string;
  text: Words;
}

/** An article of a contract: its number hangs in the margin. */
export interface Article {
  kind: "article";
  number: string;
  title: string;
  blocks: readonly (Paragraph | List | Pairs | Table)[];
}

export interface List {
  kind: "list";
  items: readonly Words[];
}

/** Labels and what they stand for: parties, dates, references. */
export interface Pairs {
  kind: "pairs";
  rows: readonly { label: string; value: Words }[];
}

export interface Table {
  kind: "table";
  caption?: string;
  /** `share` is the column's part of the width against the others'. Figures stand at the `end`, under one another. */
  columns: readonly { head: string; share: number; align: "start" | "end" }[];
  /** As many cells in each row as there are columns. */
  rows: readonly (readonly string[])[];
  /** Sums: below a rule, in strong. */
  totals?: readonly (readonly string[])[];
}

/** Where the parties sign, or what proves that they did. Never parted between two pages unless it fills one. */
export interface Proof {
  kind: "proof";
  title: string;
  /** Without a `mark` there is room for a signature by hand. */
  signers: readonly { role: string; name: string; mark?: string }[];
  /** Digests, times, certificates. */
  details?: readonly { label: string; value: string }[];
}

/** A file within the document. `relationship` as in ISO 32000-2, 7.11.3: `Data` is what the page was made from, `Source` its original. */
export interface Enclosure {
  name: string;
  /** A media type. */
  contentType: string;
  description: string;
  relationship: "Source" | "Data" | "Alternative" | "Supplement" | "Unspecified";
  content: Uint8Array;
}

export interface PrintedDocument {
  language: Language;
  title: string;
  subtitle?: string;
  /** At the head of each page: what this document is filed under. */
  reference: string;
  /** At the foot of each page: whose document it is. */
  author: string;
  createdAt: Instant;
  blocks: readonly Block[];
  enclosures?: readonly Enclosure[];
}
