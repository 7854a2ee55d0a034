import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { admit, everyFact } from "../engine/admit.ts";
import type { FactKind } from "./fact-kind.ts";
import { factSchema, factsSchema } from "./fact-schema.ts";

const ajv = new Ajv2020({ validateFormats: false, strictTypes: false, strictRequired: false });

const types = [
  "text",
  "party",
  "number",
  "percent",
  "days",
  "amount",
  "price",
  "instant",
  "date",
  "yes or no",
  "parties",
  "list of text",
  "figures",
  "runs",
  "one of small, large",
];
const kinds: FactKind[] = [
  ...types.map((type, index): FactKind => ({
    kind: `thing.number-${index}`,
    version: 1,
    words: { fr: type, en: type },
    by: ["anyone"],
    sort: "happening",
    fields: { value: type },
    optional: {},
  })),
  {
    kind: "thing.clashes",
    version: 2,
    words: { fr: "", en: "" },
    by: ["provider", "customer"],
    sort: "act",
    fields: { kind: "text" },
    optional: { by: "text" },
  },
];
const catalogue = new Map(kinds.map((kind) => [kind.kind, kind]));
const single = new Map(kinds.map((kind) => [kind.kind, ajv.compile(factSchema(kind, everyFact))]));
const whole = ajv.compile(factsSchema(kinds, everyFact));

const admitted = (fact: unknown) => "fact" in admit(fact, catalogue, { file: "facts", line: 1, column: 1 });
const fact = (kind: string, rest: object) => ({ id: "1", kind, occurred: "2025-03-01T10:00:00Z", ...rest });

const isNested = (told: unknown) => Array.isArray(told) && told.some(Array.isArray);

const value = fc.oneof(
  fc.constantFrom(
    "12",
    "-3.5",
    "1/3",
    "99.95 %",
    "10 days",
    "1 day",
    "40 EUR",
    "40.00 EUR",
    "0.0042 EUR",
    "2025-03-01",
    "2025-03-01T10:00Z",
    "2025-03-01T10:00:00.000+01:00",
    "yes",
    "no",
    "small",
    "large",
    "customer",
    "a, b",
  ),
  fc.constantFrom<unknown>(
    true,
    false,
    12,
    3.5,
    -1,
    ["a", "b"],
    [
      [0, 12],
      [3, 4, 5],
    ],
    { "a.b": "c" },
    [],
    {},
    "",
    "nonsense %",
    null,
  ),
);

describe.each(kinds.slice(0, -1))("a field that is $words.en", ({ kind, words }) => {
  test("what the engine takes, the schema takes, inside `fields` or beside", () => {
    fc.assert(
      fc.property(value, fc.boolean(), (told, inside) => {
        const stated = fact(kind, inside ? { fields: { value: told } } : { value: told });
        fc.pre(admitted(stated) && (words.en === "runs" || !isNested(told)));
        expect([single.get(kind)!(stated), whole(stated)]).toEqual([true, true]);
      }),
    );
  });
});

test.each<[string, unknown]>([
  ["a number that is a word", fact("thing.number-2", { value: "many" })],
  ["an amount without its currency", fact("thing.number-5", { value: "40" })],
  ["an amount that is a number", fact("thing.number-5", { value: 40 })],
  ["an instant without its offset", fact("thing.number-7", { value: "2025-03-01T10:00:00" })],
  ["a day that is an instant", fact("thing.number-8", { value: "2025-03-01T10:00:00Z" })],
  ["runs of words", fact("thing.number-13", { value: [["a"]] })],
  ["a word outside the list", fact("thing.number-14", { value: "huge" })],
  ["a field left out", fact("thing.number-0", {})],
  ["a field nobody declared", fact("thing.number-0", { value: "x", other: "y" })],
  ["a party who may not state it", fact("thing.clashes", { by: "user", fields: { kind: "x" } })],
  ["an unknown kind", fact("thing.unheard-of", {})],
  ["another version", fact("thing.number-0@9", { value: "x" })],
  ["no instant", { id: "1", kind: "thing.number-0", value: "x" }],
])("the schema and the engine both refuse %s", (_, stated) => {
  expect(admitted(stated)).toBe(false);
  expect(whole(stated)).toBe(false);
});

test("a field that bears the name of one of a fact's own keys stands inside `fields`", () => {
  const stated = fact("thing.clashes@2", { by: "customer", fields: { kind: "x" }, note: "seen" });
  expect([admitted(stated), single.get("thing.clashes")!(stated), whole(stated)]).toEqual([true, true, true]);
  expect(whole(fact("thing.clashes", { by: "customer" }))).toBe(false);
});
