import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { problemSchema } from "#platform/http/document.ts";
import { DAY, formatInstant } from "#kernel/time/instant.ts";
import { cloneDatabase } from "../database.ts";
import { openNeighbours } from "./neighbours.ts";
import { type Operation, operationsOf, type Schema, send } from "./operations.ts";

// Requests made from the OpenAPI document, right, nearly right and wild. Nothing that comes from outside may be our fault: never a
// 500, and every refusal a problem document.

const now = Date.parse("2025-03-03T09:00:00Z");
const { app, desk, ours, failures } = await openNeighbours(await cloneDatabase(), now);
const { operations, resolve } = operationsOf(app);
const RUNS = Number(process.env["TENU_FUZZ_RUNS"] ?? 60);

const wildText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "",
    "\0",
    "a\0b",
    "\uD800",
    "x\uDFFFy",
    "\uFEFF",
    "\u202Eabc",
    "e\u0301",
    "𝒳",
    "..",
    "../..",
    "%00",
    "null",
    "__proto__",
    "constructor",
    "toString",
    "'; drop table ledger.fact; --",
  ),
  fc.constantFrom(
    "2025-13-45T99:99Z",
    "+275760-09-13T00:00:00Z",
    "-000001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
    "0000-01-01T00:00:00Z",
    formatInstant(now - DAY),
    "2025-02-29",
    "1e400",
  ),
  fc.constantFrom(
    "contract.accepted",
    "contract.amended",
    "fact.corrected",
    "fact.withdrawn",
    "incident.received",
    "invoice.issued",
    "incident.received@99",
    "a/b/1",
    "x".repeat(3000),
    "é".repeat(100_000),
  ),
);
const wildNumber = fc.constantFrom(0, -0, -1, 1, 0.5, 1e21, -1e308, 2 ** 31, 2 ** 53, 2 ** 63, Number.MIN_VALUE, Number.MAX_SAFE_INTEGER);

/** Any JSON at all, also far too deep. */
const wild = fc.oneof(
  wildText,
  wildNumber,
  fc.constantFrom(true, false, null),
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer({ min: 10, max: 3000 }).map((depth) => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`) as unknown),
  fc.integer({ min: 10, max: 3000 }).map((depth) => JSON.parse(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`) as unknown),
);

/** What means something somewhere: so that requests get past the door. */
const telling: Readonly<Record<string, readonly unknown[]>> = {
  contract: [ours.contract.contract, "0198"],
  tenant: [ours.tenant],
  key: [ours.spareKey],
  kind: [
    "contract.accepted",
    "contract.amended",
    "fact.corrected",
    "fact.withdrawn",
    "incident.received",
    "invoice.issued",
    "termination.notified",
    "customer",
    "distributor",
  ],
  by: ["customer", "provider", "anyone"],
  at: [formatInstant(now), "9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00Z"],
  occurred: [formatInstant(now - DAY), "0001-01-01T00:00:00Z", "2020-02-30T00:00Z"],
  from: [formatInstant(now - DAY), "0001-01-01T00:00:00Z"],
  to: [formatInstant(now), "9999-12-31T00:00:00Z"],
  documents: [["fr"], ["uloa"], ["fr", "eu", "uloa"], ["uloa@x"], ["fr", "fr"]],
  scopes: [["facts:write"]],
  item: ["a/b/1", "a/b/999999999"],
  fields: [
    { severity: "minor" },
    { "in-form": "writing" },
    { fact: "customer:Quartz-2", fields: { severity: "\0" } },
    { amount: "1e99 EUR" },
  ],
};

/** Mostly what the schema wants, sometimes anything. */
function valueOf(schema: Schema, name: string, depth = 0): fc.Arbitrary<unknown> {
  const known = telling[name];
  const right = rightOf(resolve(schema), name, depth);
  return fc.oneof({ arbitrary: right, weight: 5 }, ...(known ? [{ arbitrary: fc.constantFrom(...known), weight: 8 }] : []), {
    arbitrary: wild,
    weight: 1,
  });
}

function rightOf(schema: Schema, name: string, depth: number): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((one) => valueOf(one, name, depth + 1)));
  if (schema.format === "uuid")
    return fc.oneof(
      fc.uuid(),
      fc.uuid().map((id) => id.toUpperCase()),
    );
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "object": {
      const named = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, one]) => [key, valueOf(one, key, depth + 1)]));
      const whole = fc.record(named, { requiredKeys: (schema.required ?? []).filter((key) => key in named) });
      const other = fc.dictionary(wildText, depth > 2 ? wildText : wild, { maxKeys: 3 });
      return fc.oneof({ arbitrary: whole, weight: 4 }, { arbitrary: fc.tuple(whole, other).map(([a, b]) => ({ ...b, ...a })), weight: 1 });
    }
    case "array":
      return fc.array(valueOf(schema.items ?? {}, name, depth + 1), { maxLength: 4 });
    case "integer":
    case "number":
      return fc.oneof(fc.integer({ min: 1, max: 200 }), wildNumber);
    case "boolean":
      return fc.boolean();
    case undefined:
    default:
      return fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), wildText);
  }
}

const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
const raws = [
  "",
  "{",
  '{"id":',
  "\0",
  '"\\ud800"',
  "[".repeat(200_000),
  '{"id":"a","id":"b"}',
  "\uFEFF{}",
  "NaN",
  `{"id":"deep","kind":"incident.received","fields":{"severity":${deep}}}`,
  `{"contract":"deep","documents":["fr"],"figures":{"term.initial":${deep}}}`,
];

interface Wild {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
  raw: string | undefined;
  type: string | undefined;
  once: string | undefined;
  asDesk: boolean;
}

function requestOf({ parameters, body, method }: Operation): fc.Arbitrary<Wild> {
  const place = (where: "path" | "query") =>
    fc.record(
      Object.fromEntries(parameters.filter((one) => one.in === where).map(({ name, schema }) => [name, valueOf(schema, name)])),
      where === "path" ? {} : { requiredKeys: parameters.filter((one) => one.in === where && one.required).map(({ name }) => name) },
    );
  const json = body && body.type !== "application/json" ? fc.oneof(factLines, wildText) : valueOf(body?.schema ?? {}, "body");
  return fc.record({
    path: place("path"),
    query: place("query"),
    body: method === "GET" ? fc.constant(undefined) : json,
    raw: seldom(fc.constantFrom(...raws)),
    type: seldom(fc.constantFrom("text/plain", "application/xml", "application/json; charset=latin1", "multipart/form-data", "")),
    once: seldom(fc.constantFrom("k1", "k2", "", "é", "x".repeat(300), "a b")),
    asDesk: fc.boolean(),
  });
}

function seldom<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ arbitrary: fc.constant(undefined), weight: 9 }, { arbitrary: value, weight: 1 });
}

const factSchema = operations.find(({ name }) => name === "appendFact")!.body!.schema;
const factLines = fc
  .array(valueOf(factSchema, "fact"), { maxLength: 4 })
  .map((lines) => lines.map((line) => JSON.stringify(line)).join("\n"));

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function bodyOf({ body, raw }: Wild): string | undefined {
  return raw ?? (body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body));
}

const runs = { numRuns: RUNS, endOnFailure: true };

describe("whatever comes in is answered or refused, and never our fault", () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))("%s", { timeout: RUNS * 1000 }, async (_, operation) => {
    await fc.assert(
      fc.asyncProperty(requestOf(operation), async (asked) => {
        failures.length = 0;
        const body = bodyOf(asked);
        const answer = await send(app, {
          operation,
          path: Object.fromEntries(Object.entries(asked.path).map(([name, value]) => [name, textOf(value)])),
          query: Object.fromEntries(Object.entries(asked.query).map(([name, value]) => [name, textOf(value)])),
          headers: {
            Authorization: `Bearer ${(asked.asDesk ? desk : ours).secret}`,
            ...(asked.type !== undefined && { "Content-Type": asked.type }),
            ...(asked.once !== undefined && /^[\x20-\xff]*$/.test(asked.once) && { "Idempotency-Key": asked.once }),
          },
          ...(operation.method !== "GET" && operation.method !== "DELETE" && body !== undefined && { body }),
        });
        expect(failures.map((error) => (error as Error).stack ?? String(error))).toEqual([]);
        expect(answer.status).toBeLessThan(500);
        if (answer.status < 400) return;
        expect(answer.type).toBe("application/problem+json");
        expect(problemSchema.parse(JSON.parse(answer.said)).status).toBe(answer.status);
      }),
      runs,
    );
  });
});

test("what went through left a standing that can be read, and a log that lists", async () => {
  for (const name of ["getStanding", "listFacts", "listRevisions"]) {
    const operation = operations.find((one) => one.name === name)!;
    const answer = await send(app, {
      operation,
      path: { contract: ours.contract.contract },
      headers: { Authorization: `Bearer ${ours.secret}` },
    });
    expect(answer.status).toBe(200);
  }
});
