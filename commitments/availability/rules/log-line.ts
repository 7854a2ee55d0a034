import { looksLikeTimestamp } from "./log-timestamp.ts";

export type FlawReason =
  | "empty line"
  | "no timestamp"
  | "impossible date"
  | "no request"
  | "unclosed request"
  | "no status"
  | "impossible status"
  | "line too long";

/** What is wrong with a line, at the byte where it was noticed. */
export interface Flaw {
  readonly at: number;
  readonly reason: FlawReason;
}

const quote = 34;
const backslash = 92;
const bracket = 91;
const space = 32;

/** Where the line's timestamp opens: the first bracket that holds one. User names may hold brackets of their own. */
export function findTimestamp(bytes: Uint8Array, start: number, end: number): number | Flaw {
  if (start === end) return { at: start, reason: "empty line" };
  let suspect = -1;
  for (let at = start; at < end && bytes[at] !== quote; at += 1) {
    if (bytes[at] === backslash) at += 1;
    else if (bytes[at] === bracket) {
      if (looksLikeTimestamp(bytes, at, end)) return at;
      if (suspect < 0) suspect = at;
    }
  }
  return { at: suspect < 0 ? start : suspect, reason: "no timestamp" };
}

/**
 * The status code that follows the quoted request, 0 to 599, looking from `from`. Servers write 000 when a client left before
 * any answer. A quote inside the request is escaped by a backslash.
 */
export function findStatus(bytes: Uint8Array, from: number, end: number): number | Flaw {
  let at = from;
  while (at < end && bytes[at] !== quote) at += 1;
  if (at >= end) return { at: from, reason: "no request" };
  const opening = at;
  at += 1;
  while (at < end && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  if (at >= end) return { at: opening, reason: "unclosed request" };
  at += 1;
  while (at < end && bytes[at] === space) at += 1;
  return readStatus(bytes, at, end);
}

function readStatus(bytes: Uint8Array, at: number, end: number): number | Flaw {
  let status = 0;
  for (let i = at; i < at + 3; i += 1) {
    const digit = i < end ? (bytes[i] as number) - 48 : -1;
    if (digit < 0 || digit > 9) return { at, reason: "no status" };
    status = status * 10 + digit;
  }
  if (at + 3 < end && bytes[at + 3] !== space) return { at, reason: "no status" };
  return status > 599 ? { at, reason: "impossible status" } : status;
}
