import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { Fact } from "../engine/fact.ts";
import type { Json } from "../engine/item.ts";
import { Misread } from "../terms/problem.ts";
import { isRecord } from "../terms/source.ts";
import { formatInstant, type Instant, parseInstant } from "../time/instant.ts";
import { canonical, isCanonical } from "./canonical.ts";
import { isCommitment } from "./commitment.ts";
import { utf8Text } from "./utf8.ts";

/**
 * One line of a contract's log: a fact, which contract's, and in which place. It stands there for good, so it holds no text about
 * a person, only a commitment to it (`commitment.ts`).
 */
export interface Entry {
  contract: string;
  /** Its place in the log, from 0. */
  index: number;
  fact: Fact;
  /** Of the fact's kind. */
  version: number;
  /** By field of the fact: what the text about a person is committed to. The field is then absent from the fact. */
  personal?: Readonly<Record<string, string>>;
}

const FORM = 1;
const TEXTS = ["source", "id", "kind", "subject", "by"] as const;
const FACT_KEYS: ReadonlySet<string> = new Set([...TEXTS, "version", "occurred", "recorded", "fields"]);
const ENTRY_KEYS: ReadonlySet<string> = new Set(["v", "contract", "index", "fact", "personal"]);

/**
 * The entry as the log keeps it: canonical JSON (RFC 8785), `{"contract", "fact": {…, "version"}, "index", "personal"?, "v": 1}`,
 * instants in ISO 8601, UTC with milliseconds. Throws Misread for what could not be read back.
 */
export function entryToText({ contract, index, fact, version, personal }: Entry): string {
  const [occurred, recorded] = [formatInstant(fact.occurred), formatInstant(fact.recorded)];
  const { source, id, kind, subject, by, fields } = fact;
  // Keys in their canonical order: what comes in order is written faster.
  const told = { by, fields, id, kind, occurred, recorded, source, subject, version };
  const raw = { contract, fact: told, index, ...(personal && { personal }), v: FORM };
  const text = canonical(raw);
  entryOf(raw);
  return text;
}

/** What the leaf hash is taken over. */
export function entryToBytes(entry: Entry): Uint8Array {
  return utf8ToBytes(entryToText(entry));
}

/** Reads an entry's bytes. Throws Misread as `entryFromText`, or `entry-not-utf8`. */
export function entryFromBytes(bytes: Uint8Array): Entry {
  const text = utf8Text(bytes);
  if (text === undefined) throw new Misread("entry-not-utf8", {});
  return entryFromText(text);
}

/**
 * Reads an entry. Throws Misread `entry-not-json`, `entry-not-canonical` with the column where it departs from its canonical form,
 * `entry-key` for a key it may not have, or `entry-value` for a value that is missing or of another type.
 */
export function entryFromText(text: string): Entry {
  const raw = parsed(text);
  if (!isCanonical(text, raw)) throw new Misread("entry-not-canonical", { column: String(1 + firstDifference(canonical(raw), text)) });
  return entryOf(raw);
}

function entryOf(raw: unknown): Entry {
  const entry = record(raw, "entry", ENTRY_KEYS);
  if (entry["v"] !== FORM) throw wrong("v", entry["v"]);
  const fact = record(entry["fact"], "fact", FACT_KEYS);
  const fields = record(fact["fields"], "fact.fields") as Record<string, Json>;
  const personal = entry["personal"] === undefined ? undefined : commitments(entry["personal"], fields);
  const [source, id, kind, subject, by] = TEXTS.map((key) => filled(fact[key], `fact.${key}`)) as [string, string, string, string, string];
  const [occurred, recorded] = [instant(fact["occurred"], "fact.occurred"), instant(fact["recorded"], "fact.recorded")];
  return {
    contract: filled(entry["contract"], "contract"),
    index: whole(entry["index"], "index", 0),
    fact: { source, id, kind, subject, occurred, recorded, by, fields },
    version: whole(fact["version"], "fact.version", 1),
    ...(personal && { personal }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Misread("entry-not-json", {});
  }
}

function commitments(raw: unknown, fields: Fact["fields"]): Record<string, string> {
  const personal = record(raw, "personal");
  for (const [field, value] of Object.entries(personal)) {
    if (!isCommitment(value)) throw wrong(`personal.${field}`, value);
    // Said in clear as well, it would not be private.
    if (Object.hasOwn(fields, field)) throw new Misread("entry-key", { path: "fact.fields", key: field });
  }
  if (Object.keys(personal).length === 0) throw wrong("personal", raw);
  return personal as Record<string, string>;
}

function record(raw: unknown, path: string, known?: ReadonlySet<string>): Record<string, unknown> {
  if (!isRecord(raw)) throw wrong(path, raw);
  if (known) for (const key of Object.keys(raw)) if (!known.has(key)) throw new Misread("entry-key", { path, key });
  return raw;
}

function filled(raw: unknown, path: string): string {
  if (typeof raw !== "string" || raw === "") throw wrong(path, raw);
  return raw;
}

function whole(raw: unknown, path: string, least: number): number {
  if (!Number.isSafeInteger(raw) || (raw as number) < least) throw wrong(path, raw);
  return raw as number;
}

/** The one form an instant has here: 24 signs that end in Z leave room for milliseconds and no other offset. */
function instant(raw: unknown, path: string): Instant {
  const at = typeof raw === "string" && raw.length === 24 && raw.endsWith("Z") ? parseInstant(raw) : undefined;
  if (at === undefined) throw wrong(path, raw);
  return at;
}

function wrong(path: string, got: unknown): Misread {
  return new Misread("entry-value", { path, got: (JSON.stringify(got) ?? "nothing").slice(0, 60) });
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
