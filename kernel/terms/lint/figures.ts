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

/** A raw figure as an argument of a finding: its own words, a map as JSON. */
export function shown(raw: unknown): string {
  return typeof raw === "string" ? raw : JSON.stringify(raw);
}
