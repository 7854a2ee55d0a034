import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { Misread } from "../terms/problem.ts";

/**
 * JSON in its one canonical form (RFC 8785): no spaces, keys by their UTF-16 codes, numbers and strings as ECMAScript writes
 * them. Throws Misread `not-json` with the path of what JSON cannot say: undefined, NaN, an infinity, a lone surrogate, a bigint,
 * an object that is no plain record.
 */
export function canonical(value: unknown): string {
  // What is already in order, as nearly everything is, the language itself writes several times faster.
  return inOrder(value, []) ? JSON.stringify(value) : written(value);
}

/** Whether a text is the canonical form of what `JSON.parse` read from it. Throws Misread `not-json` for a lone surrogate. */
export function isCanonical(text: string, parsed: unknown): boolean {
  // In a text equal to what is written again, half a character can only stand as an escape.
  if (text.includes("\\ud") || !keysInOrder(parsed)) return canonical(parsed) === text;
  return JSON.stringify(parsed) === text;
}

/** SHA-256, in hex, of the canonical form. */
export function digestOf(value: unknown): string {
  return digestOfText(canonical(value));
}

/** SHA-256, in hex, of a text's UTF-8 bytes. */
export function digestOfText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

type Path = (string | number)[];

/** Whether all keys already come in their order. Refuses what is not JSON on the way. */
function inOrder(value: unknown, path: Path): boolean {
  if (typeof value === "string") return wellFormed(value, path);
  if (value === null || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return true;
  if (typeof value !== "object") throw refused(value, path);
  let ordered = true;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) ordered = within(value[at], at) && ordered;
    return ordered;
  }
  const above: unknown = Object.getPrototypeOf(value);
  if ((above !== null && above !== Object.prototype) || "toJSON" in value) throw refused(value, path);
  let before: string | undefined;
  for (const key of Object.keys(value)) {
    wellFormed(key, path);
    if (before !== undefined && key < before) ordered = false;
    before = key;
    ordered = within((value as Record<string, unknown>)[key], key) && ordered;
  }
  return ordered;

  function within(inner: unknown, key: string | number): boolean {
    path.push(key);
    const result = inOrder(inner, path);
    path.pop();
    return result;
  }
}

/** The same for what `JSON.parse` gave, which needs no other look. */
function keysInOrder(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(keysInOrder);
  let before = "";
  for (const key in value) {
    if (key < before || !keysInOrder((value as Record<string, unknown>)[key])) return false;
    before = key;
  }
  return true;
}

function written(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record).toSorted((a, b) => (a < b ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${written(record[key])}`).join(",")}}`;
}

function wellFormed(text: string, path: Path): true {
  if (!text.isWellFormed()) throw refused(text, path);
  return true;
}

function refused(value: unknown, path: Path): Misread {
  const got =
    typeof value === "string"
      ? "a lone surrogate"
      : typeof value === "object"
        ? "no plain record"
        : typeof value === "number"
          ? String(value)
          : typeof value;
  return new Misread("not-json", { path: path.join("."), got });
}
