import { parseAmount, parsePrice } from "../money/amount.ts";
import { parseFraction } from "../money/fraction.ts";
import { number } from "../terms/grammar.ts";
import type { FactKind } from "../terms/fact-kind.ts";
import { nearest, type Place, type Problem, problem } from "../terms/problem.ts";
import { isRecord } from "../terms/source.ts";
import { parseDay } from "../time/day.ts";
import { type Instant, parseInstant } from "../time/instant.ts";
import type { Fact } from "./fact.ts";
import { type Json, WHOLE } from "./item.ts";

/** The fields every fact has; what is not in `fields` may also stand beside them. */
const frame = new Set(["id", "source", "kind", "subject", "occurred", "recorded", "by", "fields"]);

export type Admitted = { fact: Fact } | { problems: Problem[] };

/**
 * Checks one statement against its fact kind: kind, instants, fields and their types. Every problem names the field and the
 * mend; a fact with a problem is not taken, the others are.
 */
export function admit(
  raw: unknown,
  kinds: ReadonlyMap<string, FactKind>,
  place: Place,
  span?: { from: Instant; until: Instant },
): Admitted {
  const problems: Problem[] = [];
  const say = (code: string, args: Record<string, string> = {}) => problems.push(problem(code, place, args));
  if (!isRecord(raw)) return { problems: [problem("fact-not-a-record", place)] };
  const id = textOf(raw["id"]);
  if (id === undefined) say("fact-field-missing", { fact: "?", field: "id" });
  const name = id ?? "?";
  const told = textOf(raw["kind"]) ?? "";
  const [kindName = "", version] = told.split("@");
  const kind = kinds.get(kindName);
  if (!kind) {
    const near = nearest(kindName, kinds.keys());
    say("fact-kind-unknown", { fact: name, kind: told, ...(near !== undefined && { near }) });
  } else if (version !== undefined && Number(version) !== kind.version)
    say("fact-version-unknown", { fact: name, kind: told, known: `${kindName}@${kind.version}` });
  const occurred = instantField(raw, "occurred", name, say);
  const recorded = raw["recorded"] === undefined ? occurred : instantField(raw, "recorded", name, say);
  if (span && occurred !== undefined && (occurred < span.from || occurred >= span.until))
    say("fact-beyond-calendar", { fact: name, occurred: String(raw["occurred"]) });
  const by = textOf(raw["by"]) ?? "";
  if (kind && by !== "" && !kind.by.includes(by) && !kind.by.includes("anyone"))
    say("fact-not-entitled", { fact: name, kind: kindName, by, allowed: kind.by.join(", ") });
  const beside = Object.fromEntries(Object.entries(raw).filter(([key]) => !frame.has(key)));
  const given = { ...beside, ...(isRecord(raw["fields"]) ? raw["fields"] : {}) };
  const fields: Record<string, Json> = {};
  const known = kind ? { ...kind.fields, ...kind.optional, ...everyFact } : {};
  for (const [field, value] of Object.entries(given)) {
    const type = Object.hasOwn(known, field) ? known[field] : undefined;
    if (!kind) continue;
    if (type === undefined) {
      const near = nearest(field, Object.keys(known));
      say("fact-field-unknown", { fact: name, kind: kindName, field, ...(near !== undefined && { near }) });
      continue;
    }
    const read = readField(type, value);
    if (read === undefined) say("fact-field-misread", { fact: name, field, type, got: JSON.stringify(value) ?? "nothing" });
    else fields[field] = read;
  }
  for (const field of Object.keys(kind?.fields ?? {}))
    if (given[field] === undefined) say("fact-field-missing", { fact: name, kind: kindName, field });
  if (problems.length > 0 || !kind || occurred === undefined || recorded === undefined || id === undefined) return { problems };
  return {
    fact: {
      id,
      source: textOf(raw["source"]) ?? "facts",
      kind: kindName,
      subject: textOf(raw["subject"]) ?? WHOLE,
      occurred,
      recorded,
      by: by === "" ? (kind.by[0] === "anyone" ? "provider" : kind.by[0]!) : by,
      fields,
    },
  };
}

/** Fields that any fact may carry: the form of an act, the right it uses, evidence. */
export const everyFact: Readonly<Record<string, string>> = { "in-form": "text", under: "text", evidence: "text", note: "text" };

function textOf(raw: unknown): string | undefined {
  return typeof raw === "string" && raw !== "" ? raw : typeof raw === "number" ? String(raw) : undefined;
}

function instantField(
  raw: Record<string, unknown>,
  field: string,
  fact: string,
  say: (code: string, args: Record<string, string>) => void,
): Instant | undefined {
  const told = raw[field];
  if (told === undefined) {
    say("fact-field-missing", { fact, field });
    return undefined;
  }
  const at = typeof told === "string" ? parseInstant(told) : undefined;
  if (at === undefined) say("fact-instant-misread", { fact, field, got: JSON.stringify(told) });
  return at;
}

/** A field's value in the form the engine keeps, or undefined where it is not of its type. */
export function readField(type: string, value: unknown): Json | undefined {
  if (type === "figures") return isRecord(value) ? (value as Json) : undefined;
  if (type === "runs")
    return Array.isArray(value) && value.every((run) => Array.isArray(run) && run.every((part) => Number.isInteger(part)))
      ? (value as Json)
      : undefined;
  if (type === "list of text" || type === "parties")
    return Array.isArray(value) ? value.map(String) : typeof value === "string" ? value.split(",").map((part) => part.trim()) : undefined;
  if (type === "yes or no") return value === true || value === "yes" ? "yes" : value === false || value === "no" ? "no" : undefined;
  const words = textOf(value);
  if (words === undefined) return undefined;
  if (type.startsWith("one of ")) return type.slice(7).split(", ").includes(words) ? words : undefined;
  switch (type) {
    case "number":
      return parseFraction(words) ? words : undefined;
    case "percent":
      return number(words) ? words : undefined;
    case "days":
      return /^\d+( days?)?$/.test(words) ? words : undefined;
    case "amount":
      return parseAmount(words) ? words : undefined;
    case "price":
      return parsePrice(words) ? words : undefined;
    case "instant":
      return parseInstant(words) === undefined ? undefined : words;
    case "date":
      return parseDay(words) === undefined ? undefined : words;
    default:
      return words;
  }
}
