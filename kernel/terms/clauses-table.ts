import type { Library } from "./contract.ts";
import { type Expected, readTimeline, type Timeline } from "./example.ts";
import { list } from "./grammar.ts";
import type { Document, WrittenClause } from "./read.ts";

/** A row of the source list, and the clauses that carry it out. */
export interface Row {
  row: string;
  clauses: Tied[];
}

export interface Tied {
  document: string;
  file: string;
  article: string;
  clause: string;
  kind: string;
  work: Work;
  /** Examples, of any document, that show the clause at work. */
  examples: readonly Shown[];
}

export interface Shown {
  document: string;
  name: string;
}

/** `executed` from facts; `composed`: it shapes the contract, bounds figures or gives a calendar; `text`: words without mechanics. */
export type Work = "executed" | "composed" | "text";

const composed = new Set(["agreement", "bound", "hours"]);

/** What a clause does once facts arrive. */
export function workOf({ kind, raw }: WrittenClause): Work {
  if (composed.has(kind)) return "composed";
  return kind === "statement" && raw["then"] === undefined ? "text" : "executed";
}

/** Every row, in the order given, with its clauses in the order of the library; then rows that clauses name and nobody gave. */
export function clausesTable(library: Library, rows: readonly string[]): Row[] {
  const table = new Map<string, Row>(rows.map((row) => [row, { row, clauses: [] }]));
  for (const { written, ...tied } of tiedClauses(library)) {
    for (const row of sourcesOf(written)) {
      const found = table.get(row) ?? { row, clauses: [] };
      table.set(row, found);
      found.clauses.push(tied);
    }
  }
  return [...table.values()];
}

/** Rows that a clause names in `source`. */
export function sourcesOf({ raw }: WrittenClause): string[] {
  return raw["source"] === undefined ? [] : list(raw["source"]);
}

/** Every clause of the library with the examples that show it. */
export function tiedClauses(library: Library): (Tied & { written: WrittenClause })[] {
  const scenes = [...library.documents.values()].flatMap((document) => scenesOf(document, library));
  return [...library.documents.values()].flatMap((document) =>
    document.clauses.map((written) => ({
      document: document.id,
      file: document.source.file,
      article: written.home.article,
      clause: written.id,
      kind: written.kind,
      work: workOf(written),
      examples: scenes.filter((scene) => scene.documents.has(document.id) && shows(scene, written)).map(({ shown }) => shown),
      written,
    })),
  );
}

interface Scene {
  shown: Shown;
  documents: ReadonlySet<string>;
  timeline: Timeline;
  /** Facts stated, and what expected states tell. */
  events: ReadonlySet<string>;
}

function scenesOf(document: Document, { documents }: Library): Scene[] {
  const law = [...documents.values()].filter(({ rank }) => rank === "law").map(({ id }) => id);
  return document.examples.map((example) => {
    const { timeline } = readTimeline(document.source.file, example);
    const composed = new Set([...law, ...(timeline.documents ?? [document.id])]);
    const clauses = new Map([...composed].flatMap((id) => documents.get(id)?.clauses ?? []).map((written) => [written.id, written]));
    const events = timeline.lines.flatMap((line) => (line.is === "fact" ? [line.event] : told(line, clauses.get(line.clause))));
    return { shown: { document: document.id, name: example.name }, documents: composed, timeline, events: new Set(events) };
  });
}

/** What an expected state tells others: itself, and the events of the clause's effects. */
function told({ clause, state }: Expected, written: WrittenClause | undefined): string[] {
  if (state === undefined) return [];
  const effects =
    state === "used" || state === "kept"
      ? written?.raw["then"]
      : state === "lapsed" || state === "missed"
        ? written?.raw["otherwise"]
        : undefined;
  return [
    `${clause}.${state === "open" ? "opened" : state}`,
    ...(effects === undefined ? [] : list(effects).map((effect) => effect.split(" at ")[0]!)),
  ];
}

/** An example shows a clause that it names in what it expects. Three kinds leave no item of their own to name. */
function shows({ timeline, events }: Scene, { id, kind, raw }: WrittenClause): boolean {
  const expected = timeline.lines.filter((line) => line.is === "expectation");
  const happens = (key: string) => raw[key] !== undefined && list(raw[key]).some((event) => events.has(event));
  if (expected.some(({ clause }) => clause === id)) return true;
  if (kind === "term") return expected.some(({ clause }) => clause === "contract");
  if (kind === "pause") return happens("from") && expected.some(({ state }) => state === "paused");
  return kind === "statement" && happens("when");
}
