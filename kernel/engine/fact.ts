import type { Instant } from "../time/instant.ts";
import type { Json } from "./item.ts";

/** Something that happened, as somebody states it. Identity is (source, id); instants are UTC milliseconds. */
export interface Fact {
  id: string;
  source: string;
  kind: string;
  subject: string;
  occurred: Instant;
  recorded: Instant;
  by: string;
  fields: Readonly<Record<string, Json>>;
}

/** The name under which items refer to a fact. */
export function factName(fact: Fact): string {
  return `${fact.source}:${fact.id}`;
}

/**
 * Order of facts in a life: occurred, then recorded, then id, numbers inside an id counting as numbers (F9 before F10). Of
 * one instant the acceptance comes first, and amendments next: what else happens then happens under them.
 */
export function compareFacts(a: Fact, b: Fact): number {
  return (
    a.occurred - b.occurred ||
    precedence(a) - precedence(b) ||
    a.recorded - b.recorded ||
    compareIds(a.id, b.id) ||
    (a.source < b.source ? -1 : a.source > b.source ? 1 : 0)
  );
}

function precedence({ kind }: Fact): number {
  return kind === "contract.accepted" ? 0 : kind === "contract.amended" ? 1 : 2;
}

export function compareIds(a: string, b: string): number {
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (isDigit(a, i) && isDigit(b, j)) {
      const [x, y] = [digitsEnd(a, i), digitsEnd(b, j)];
      const [left, right] = [significant(a, i, x), significant(b, j, y)];
      const longer = x - left - (y - right);
      if (longer !== 0) return longer;
      for (let k = 0; k < x - left; k += 1) if (a[left + k] !== b[right + k]) return a[left + k]! < b[right + k]! ? -1 : 1;
      [i, j] = [x, y];
    } else {
      if (a[i] !== b[j]) return a[i]! < b[j]! ? -1 : 1;
      i += 1;
      j += 1;
    }
  }
  return a.length - i - (b.length - j) || (a < b ? -1 : a > b ? 1 : 0);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isDigit(text, at)) at += 1;
  return at;
}

/** Where a run of digits starts to count: leading zeros do not. */
function significant(text: string, from: number, to: number): number {
  let at = from;
  while (at < to - 1 && text[at] === "0") at += 1;
  return at;
}
