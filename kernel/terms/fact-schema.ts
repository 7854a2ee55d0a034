import type { FactKind } from "./fact-kind.ts";
import { DRAFT, type JsonSchema } from "./schema.ts";

const word: JsonSchema = { type: ["string", "number"] };
const day = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
const instant: JsonSchema = {
  type: "string",
  format: "date-time",
  pattern: `^${day}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})$`,
};
const money: JsonSchema = { type: "string", pattern: "^-?[0-9]+(\\.[0-9]+)? [A-Z]{3}$", examples: ["40.00 EUR"] };
const words: JsonSchema = { type: ["array", "string"], items: word };

/** What the engine reads as a field of each type. */
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
  runs: {
    type: "array",
    items: { type: "array", items: { type: "integer" } },
    description: "Runs of minutes, each a row of whole numbers.",
  },
};

const frame: Readonly<Record<string, JsonSchema>> = {
  id: { ...word, description: "The source's own id: same source and id is one fact." },
  source: { ...word, description: "Who keeps this record; `facts` where it is left out." },
  kind: { type: "string" },
  subject: { ...word, description: "What it is about: this invoice, this incident, this person; the whole contract where it is left out." },
  occurred: { ...instant, description: "When it happened, with its offset." },
  recorded: { ...instant, description: "When it became known; at once where it is left out." },
  by: { ...word, description: "Who states it." },
  fields: { type: "object" },
};
const needed = ["id", "kind", "occurred"];

/**
 * One line of a facts file, of this kind. Fields stand inside `fields` or beside the others; `common` are those that any fact may
 * carry, with their types. The engine takes nothing that the schema refuses; it also knows calendars and currencies.
 */
export function factSchema(kind: FactKind, common: Readonly<Record<string, string>> = {}): JsonSchema {
  const { properties, ...own } = ownPart(kind, common, typeSchema);
  return { $schema: DRAFT, ...own, type: "object", properties: { ...frame, ...properties }, required: needed, additionalProperties: false };
}

/** One line of a facts file, whatever its kind. */
export function factsSchema(kinds: readonly FactKind[], common: Readonly<Record<string, string>> = {}): JsonSchema {
  const typed = (type: string) => (type in types ? { $ref: `#/$defs/${type}` } : typeSchema(type));
  return {
    $schema: DRAFT,
    title: "A fact of a Tenu contract",
    description: "One line of a facts file: something that happened, as somebody states it.",
    type: "object",
    properties: { ...frame, kind: { enum: kinds.flatMap(namesOf) } },
    required: needed,
    allOf: kinds.map((kind) => ({
      if: { properties: { kind: { enum: namesOf(kind) } }, required: ["kind"] },
      then: { $ref: `#/$defs/${kind.kind}` },
    })),
    unevaluatedProperties: false,
    $defs: { ...types, ...Object.fromEntries(kinds.map((kind) => [kind.kind, ownPart(kind, common, typed)])) },
  };
}

/** What a kind adds to the keys that every fact has. */
function ownPart(
  kind: FactKind,
  common: Readonly<Record<string, string>>,
  typed: (type: string) => JsonSchema,
): { properties: Record<string, JsonSchema> } & JsonSchema {
  const { words: names, by, fields, optional } = kind;
  const own = Object.fromEntries(Object.entries({ ...common, ...optional, ...fields }).map(([field, type]) => [field, typed(type)]));
  const required = Object.keys(fields);
  return {
    title: names.en,
    description: names.fr,
    properties: {
      kind: { enum: namesOf(kind) },
      ...(!by.includes("anyone") && { by: { enum: by, description: "Who states it." } }),
      fields: { type: "object", properties: own, additionalProperties: false },
      ...Object.fromEntries(Object.entries(own).filter(([field]) => !(field in frame))),
    },
    ...(required.length > 0 && { allOf: required.map(somewhere) }),
  };
}

function namesOf({ kind, version }: FactKind): string[] {
  return [kind, `${kind}@${version}`];
}

/** A field that has the name of one of a fact's own keys can only stand inside `fields`. */
function somewhere(field: string): JsonSchema {
  const inside = { required: ["fields"], properties: { fields: { required: [field] } } };
  return field in frame ? inside : { anyOf: [{ required: [field] }, inside] };
}

function typeSchema(type: string): JsonSchema {
  if (type.startsWith("one of ")) return { enum: type.slice("one of ".length).split(", ") };
  return types[type] ?? word;
}
