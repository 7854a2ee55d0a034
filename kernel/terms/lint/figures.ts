import { type Clause, kebab } from "../clause.ts";
import type { Contract } from "../contract.ts";
import { isRecord } from "../source.ts";
import { type Stated, stated } from "../stated.ts";

export interface FigureOf {
  /** As the terms write it: `at-most`. */
  key: string;
  figure: Stated<unknown>;
}

/** The figures a clause states, by its kind's own list. */
export function figuresOf({ kinds }: Contract, clause: Clause): FigureOf[] {
  const record = clause as unknown as Record<string, unknown>;
  return kinds.get(clause.kind)!.figures.flatMap((key) => {
    const figure = record[key];
    return isRecord(figure) && "is" in figure ? [{ key: kebab(key), figure: figure as unknown as Stated<unknown> }] : [];
  });
}

/** A figure as written, its values left as the words they are. */
export const asWritten = stated((raw) => raw);

/** A raw figure in one line of words. */
export function shown(raw: unknown): string {
  if (!isRecord(raw)) return Array.isArray(raw) ? raw.map(shown).join(", ") : String(raw);
  return Object.entries(raw).map(([key, value]) => `${key}: ${shown(value)}`).join("; ");
}

export function address(clause: { id: string }, key: string, path: readonly string[] = []): string {
  return [clause.id, key, ...path].join(".");
}
