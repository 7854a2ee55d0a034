import { z } from "zod";
import type { Kind } from "../kinds/kind.ts";
import { kebab } from "./clause.ts";
import { factOrder, frontOrder } from "./key-order.ts";
import { kindMeanings, meaningOf } from "./key-meanings.ts";
import { isRecord } from "./source.ts";

/** JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const DRAFT = "https://json-schema.org/draft/2020-12/schema";

/**
 * What editors check and complete in a terms file: `clause-KIND` for the block of each kind, `fact-block`, `front-matter`.
 * Generous where editors read YAML otherwise than we do: a scalar may be a number, since ours are all text.
 */
export function blockSchemas(kinds: ReadonlyMap<string, Kind>): Record<string, JsonSchema> {
  const clauses = [...kinds.values()].map((kind) => [`clause-${kind.name}`, clauseSchema(kind)] as const);
  return { ...Object.fromEntries(clauses), "fact-block": factBlock, "front-matter": frontMatter };
}

function clauseSchema({ name, shape }: Kind): JsonSchema {
  const { properties, required } = z.toJSONSchema(shape, { io: "input" });
  const keys = Object.entries(properties ?? {}).map(([camel, schema]) => {
    const key = kebab(camel);
    const meaning = meaningOf(name, key);
    return [key, { ...(meaning !== undefined && { description: meaning }), ...(isRecord(schema) && generous(schema)) }] as const;
  });
  return object(`A ${name} clause of a Tenu contract`, kindMeanings[name] ?? "", Object.fromEntries(keys), (required ?? []).map(kebab));
}

function generous(schema: Record<string, unknown>): JsonSchema {
  const { type } = schema;
  const types = Array.isArray(type) ? type : [type];
  const items = isRecord(schema["items"]) ? { items: generous(schema["items"]) } : {};
  return types.includes("string") ? { ...schema, type: [...types, "number"], ...items } : { ...schema, ...items };
}

function object(title: string, description: string, properties: Record<string, JsonSchema>, required: readonly string[]): JsonSchema {
  return { $schema: DRAFT, title, description, type: "object", properties, required, additionalProperties: false };
}

function ordered(order: readonly string[], properties: Record<string, JsonSchema>): Record<string, JsonSchema> {
  return Object.fromEntries(order.map((key) => [key, properties[key]!]));
}

const text: JsonSchema = { type: ["string", "number"] };

function bilingualText(description: string): JsonSchema {
  return { description, type: ["string", "object"], properties: { fr: text, en: text }, additionalProperties: false };
}

const fieldTypes: JsonSchema = {
  type: "object",
  additionalProperties: {
    type: "string",
    pattern: "^(text|number|percent|amount|price|days|instant|date|yes or no|party|parties|figures|runs|list of text|one of .+)$",
  },
};

const factBlock = object(
  "A fact block of a Tenu contract",
  "Declares a kind of fact: something that may be stated to have happened.",
  ordered(factOrder, {
    kind: {
      description: "Its name, `thing.happened`; `@2` for a second version.",
      type: "string",
      pattern: "^[a-z][a-z0-9.-]*(@[0-9]+)?$",
    },
    words: bilingualText("What it is called, as a noun phrase, in both languages."),
    by: { description: "Parties who may state it; anyone where it is left out.", type: ["string", "array"], items: { type: "string" } },
    sort: {
      description: "act: something a clause may refuse; happening: it took place whatever a clause says.",
      enum: ["act", "happening"],
    },
    fields: { description: "Fields it must have, each with its type.", ...fieldTypes },
    optional: { description: "Fields it may have, each with its type.", ...fieldTypes },
  }),
  ["kind", "words"],
);

const frontMatter = object(
  "The front matter of a Tenu terms file",
  "What the file is, and how its times and languages are read.",
  ordered(frontOrder, {
    terms: { description: "The id by which other files and particulars name it.", type: "string", pattern: "^[a-z][a-z0-9-]*$" },
    version: { description: "The exact version that people accept.", ...text },
    rank: { description: "law stands above terms, terms and annexes in the order their agreement says.", enum: ["law", "terms", "annex"] },
    title: bilingualText("Its title, in both languages."),
    zone: { description: "IANA zone where its days begin and end.", type: "string", examples: ["Europe/Paris"] },
    holidays: { description: "The holidays that working days leave out.", type: "string", examples: ["FR"] },
    drafter: { description: "The party who wrote it: doubt is read against that party.", type: "string" },
    language: { description: "Which language prevails; with `both`, a divergence is a finding.", enum: ["fr", "en", "both"] },
    repealed: {
      description: "For law: texts that no longer stand, until when, and what is there now.",
      type: "array",
      items: {
        type: "object",
        properties: { cites: text, until: text, now: bilingualText("What is there now.") },
        required: ["cites", "until", "now"],
        additionalProperties: false,
      },
    },
  }),
  ["terms", "version", "title"],
);
