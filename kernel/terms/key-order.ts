import type { Kind } from "../kinds/kind.ts";
import { common, kebab } from "./clause.ts";

/** The keys of a file's front matter, in the order they are written. */
export const frontOrder = ["terms", "version", "rank", "title", "zone", "holidays", "drafter", "language", "repealed"];

/** The keys of a `fact` block. */
export const factOrder = ["kind", "words", "by", "sort", "fields", "optional"];

// A clause reads as a sentence: what it is, who owes whom, on what event, then the kind's own keys in the order of its shape,
// then what follows, and at the end what lawyers noted on it.
const first = [
  "id",
  "source",
  "topic",
  "suppletive",
  "applies",
  "party",
  "from",
  "to",
  "degree",
  "when",
  "act",
  "broken-by",
  "every",
  "where",
  "unless",
];
const follows = ["in-form", "then", "otherwise", "mend"];
const last = ["survives", "refers-to", "cites", "sets-aside", "contradicts", "reading", "alternatives", "because", "chosen-by", "doubt"];

/** The keys of a clause of this kind, in the order they are written; the common ones alone where the kind is unknown. */
export function clauseOrder(kind: Kind | undefined): string[] {
  const keys = Object.keys((kind?.shape ?? common).shape).map(kebab);
  // A bound's `from` and `until` are dates of effect, and stay together.
  const lead = kind?.name === "bound" ? first.filter((key) => key !== "from") : first;
  const placed = new Set([...lead, ...follows, ...last]);
  const known = new Set(keys);
  return [...lead, ...keys.filter((key) => !placed.has(key)), ...follows, ...last].filter((key) => known.has(key));
}
