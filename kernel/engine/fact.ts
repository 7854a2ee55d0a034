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
 * Order of facts in a life: occurred, then recorded, then id, numbers inside an id counting as numbers (F9 before F10).
 */
export function compareFacts(a: Fact, b: Fact): number {
  return a.occurred - b.occurred || a.recorded - b.recorded || compareIds(a.id, b.id) || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);
}

export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  const left = a.split(/(\d+)/);
  const right = b.split(/(\d+)/);
  for (let at = 0; at < left.length && at < right.length; at += 1) {
    const [x, y] = [left[at]!, right[at]!];
    if (x === y) continue;
    if (at % 2 === 1) {
      const difference = BigInt(x) - BigInt(y);
      if (difference !== 0n) return difference < 0n ? -1 : 1;
    }
    return x < y ? -1 : 1;
  }
  return left.length - right.length || (a < b ? -1 : 1);
}
