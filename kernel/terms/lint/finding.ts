import type { Clause } from "../clause.ts";
import type { Place } from "../problem.ts";
import type { Document, WrittenClause } from "../read.ts";

/** `error`: the contract cannot work, or is unlawful. `warning`: a risk, a gap, a contradiction. `note`: a reading, a figure to come, a check for counsel. */
export type Level = "error" | "warning" | "note";

/** What a lawyer's second pair of eyes sees in a composition. Words are made at the edge: see `kernel/words/findings.ts`. */
export interface Finding {
  /** Stable, in kebab-case. */
  code: string;
  level: Level;
  clause?: string;
  document: string;
  article: string;
  place: Place;
  args: Readonly<Record<string, string>>;
}

export type Args = Record<string, string | undefined>;

/** A finding about a clause: it carries the clause's deed, for words. An argument in two languages ends in `fr` and `en`. */
export function onClause({ id, document, article, place, deed }: Clause, code: string, level: Level, args: Args = {}): Finding {
  return { code, level, clause: id, document, article, place, args: given({ deedfr: deed?.fr, deeden: deed?.en, ...args }) };
}

/** A finding about a clause that did not enter the composition. */
export function onWritten({ id, home }: WrittenClause, code: string, level: Level, args: Args = {}): Finding {
  return { code, level, clause: id, document: home.document, article: home.article, place: home.place, args: given(args) };
}

/** A finding about a line of a document, or about the document as a whole. */
export function onDocument({ id, source }: Document, code: string, level: Level, args: Args = {}, line = 1, article = ""): Finding {
  return { code, level, document: id, article, place: { file: source.file, line, column: 1 }, args: given(args) };
}

function given(args: Args): Record<string, string> {
  return Object.fromEntries(Object.entries(args).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
