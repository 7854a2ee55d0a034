import type { FactKind } from "./fact-kind.ts";
import { DRAFT, type JsonSchema } from "./schema.ts";

const word: JsonSchema = { type: ["string", "number"] };
const day = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
const instant: JsonSchema = { type: "string", format: "date-time", pattern: `^${day}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})$` };
const money: JsonSchema = { type: "string", pattern: "^-?[0-9]+(\\.[0-9]+)? [A-Z]{3}$", examples: ["40.00 EUR"] };
const words: JsonSchema = { type: ["array", "string"], items: word };

const types: Readonly<Record<string, JsonSchema>> = {
  text: word,
  party: word,
  number: { ...word, pattern: "^-?[0-9]+(\\.[0-9]+|/[0-9]+)?$" },
  percent: { ...word, pattern: "^-?[0-9]+(\\.[0-9]+|/[0-9]+)?\\s*(%|[A-Z]{3})?$", examples: ["99.95 %"] },
  days: { ...word, pattern: "^[0-9]+( days?)?$", examples: ["10 days"] },
  amount: money,
  price: money,
  instant,
  date: { type: "string", format: "date", pattern: `^${day}$` },
  "yes or no": { enum: ["yes", "no", true, false] },
  parties: words,
  "list of text": words,
  figures: { type: "object", description: "Figures by their address, `clause.figure`." },
  runs: { type: "array", items: { type: "array", items: { type: "integer" } }, description: "Runs of minutes, each a row of whole numbers." },
};

/** Keys that every fact has; a field of the same name can only stand inside `fields`. */
const frame = ["id", "source", "kind", "subject", "occurred", "recorded", "by", "fields"];

/**
 * One line of a facts file, of this kind. Fields stand inside `fields` or beside the others. `common` are fields that any fact may
 * carry, with their types. What the schema refuses the engine refuses too; the engine also knows calendars and currencies.
 */
export function factSchema({ kind, version, words: names, by, fields, optional }: FactKind, common: Readonly<Record<string, string>> = {}): JsonSchema {
  const own = Object.fromEntries(Object.entries({ ...common, ...optional, ...fields }).map(([field, type]) => [field, typeSchema(type)]));
  const beside = Object.fromEntries(Object.entries(own).filter(([field]) => !frame.includes(field)));
  const needed = Object.keys(fields);
  return {
    title: names.en,
    description: `${names.en} · ${names.fr}`,
    type: "object",
    properties: {
      id: { ...word, description: "The source's own id: same source and id is one fact." },
      source: { ...word, description: "Who keeps this record; `facts` where it is left out." },
      kind: { enum: [kind, `${kind}@${version}`] },
      subject: { ...word, description: "What it is about: this invoice, this incident, this person; the whole contract where it is left out." },
      occurred: { ...instant, description: "When it happened, with its offset." },
      recorded: { ...instant, description: "When it became known; at once where it is left out." },
      by: by.includes("anyone") ? { ...word, description: "Who states it." } : { enum: by, description: "Who states it." },
      fields: { type: "object", properties: own, additionalProperties: false },
      ...beside,
    },
    required: ["id", "kind", "occurred"],
    ...(needed.length > 0 && { allOf: needed.map((field) => somewhere(field)) }),
    additionalProperties: false,
  };
}

/** One line of a facts file, whatever its kind. */
export function factsSchema(kinds: readonly FactKind[], common: Readonly<Record<string, string>> = {}): JsonSchema {
  const names = kinds.map((kind) => ({ kind, enum: [kind.kind, `${kind.kind}@${kind.version}`] }));
  return {
    $schema: DRAFT,
    title: "A fact of a Tenu contract",
    description: "One line of a facts file: something that happened, as somebody states it.",
    type: "object",
    properties: { kind: { enum: names.flatMap((name) => name.enum) } },
    required: ["kind"],
    allOf: names.map(({ kind, enum: values }) => ({ if: { properties: { kind: { enum: values } }, required: ["kind"] }, then: { $ref: `#/$defs/${kind.kind}` } })),
    $defs: Object.fromEntries(kinds.map((kind) => [kind.kind, factSchema(kind, common)])),
  };
}

function somewhere(field: string): JsonSchema {
  const inside = { required: ["fields"], properties: { fields: { required: [field] } } };
  return frame.includes(field) ? inside : { anyOf: [{ required: [field] }, inside] };
}

function typeSchema(type: string): JsonSchema {
  if (type.startsWith("one of ")) return { enum: type.slice("one of ".length).split(", ") };
  return types[type] ?? word;
}
