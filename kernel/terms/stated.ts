import { type Fraction, compare } from "../money/fraction.ts";
import { list, number, show, text } from "./grammar.ts";
import { Misread } from "./problem.ts";
import { isRecord } from "./source.ts";

/** A figure as the terms state it: a value, or how the value is found, or that it is missing. */
export type Stated<T> =
  | { is: "value"; value: T }
  | { is: "ordered" }
  | { is: "blank" }
  | { is: "divergence"; fr: Stated<T>; en: Stated<T> }
  | { is: "table"; by: string; cases: Case<T>[] };

export interface Case<T> {
  /** The words that address it: `critical`, `below 99.95 down to 99.90`. */
  key: string;
  when: { is: string[] } | { range: Range } | "else";
  then: Stated<T>;
}

/** An interval of numbers; an absent edge is open to infinity. */
export interface Range {
  low?: { value: Fraction; included: boolean };
  high?: { value: Fraction; included: boolean };
}

/** Reads a figure whose plain value the grammar reads. */
export function stated<T>(grammar: (raw: unknown) => T): (raw: unknown) => Stated<T> {
  return function read(raw: unknown): Stated<T> {
    if (raw === "as ordered") return { is: "ordered" };
    if (raw === "left blank") return { is: "blank" };
    if (isRecord(raw)) {
      const keys = Object.keys(raw);
      if (keys.length === 2 && "fr" in raw && "en" in raw) return { is: "divergence", fr: read(raw["fr"]), en: read(raw["en"]) };
      if ("by" in raw) {
        const cases = keys.filter((key) => key !== "by").map((key): Case<T> => ({ key, when: when(key), then: read(raw[key]) }));
        if (cases.length === 0) throw new Misread("table-empty", { got: show(raw) });
        return { is: "table", by: text(raw["by"]), cases };
      }
    }
    return { is: "value", value: grammar(raw) };
  };
}

function when(key: string): Case<never>["when"] {
  if (key === "else") return "else";
  const range = readRange(key);
  return range ? { range } : { is: list(key) };
}

const EDGE = /\b(below|down to|at least|above|up to|at most)\s+(-?\d+(?:\.\d+)?)\s*%?/g;

/** `below 99.95 down to 99.90`: each edge as written. */
export function readRange(words: string): Range | undefined {
  const range: Range = {};
  let rest = words;
  for (const [edge, kind, figure] of words.matchAll(EDGE)) {
    const value = number(figure!)!;
    rest = rest.replace(edge, "");
    if (kind === "below") range.high = { value, included: false };
    else if (kind === "up to" || kind === "at most") range.high = { value, included: true };
    else if (kind === "above") range.low = { value, included: false };
    else range.low = { value, included: true };
  }
  const found = range.low !== undefined || range.high !== undefined;
  return found && rest.replace(/\bto\b|[,\s%]/g, "") === "" ? range : undefined;
}

export function within(range: Range, value: Fraction): boolean {
  const { low, high } = range;
  if (low) {
    const side = compare(value, low.value);
    if (side < 0 || (side === 0 && !low.included)) return false;
  }
  if (high) {
    const side = compare(value, high.value);
    if (side > 0 || (side === 0 && !high.included)) return false;
  }
  return true;
}

/** Every plain value in a figure, with the case words that lead to it. */
export function* values<T>(
  figure: Stated<T>,
  path: string[] = [],
): Generator<{ path: string[]; figure: Exclude<Stated<T>, { is: "table" | "divergence" }> }> {
  if (figure.is === "table") for (const one of figure.cases) yield* values(one.then, [...path, one.key]);
  else if (figure.is === "divergence") {
    yield* values(figure.fr, [...path, "fr"]);
    yield* values(figure.en, [...path, "en"]);
  } else yield { path, figure };
}
