import { expect, test } from "vitest";
import { clauseKinds } from "../kinds/all.ts";
import { kebab } from "./clause.ts";
import { kindMeanings, keyMeanings, meaningOf } from "./key-meanings.ts";
import { clauseOrder } from "./key-order.ts";
import { blockSchemas } from "./schema.ts";

const schemas = blockSchemas(clauseKinds);
const keysOf = (schema: unknown) => Object.keys((schema as { properties: object }).properties);

test.each([...clauseKinds.values()])(
  "every key of $name is in its schema, with its meaning, and has its place in the order",
  ({ name, shape }) => {
    const keys = Object.keys(shape.shape).map(kebab).toSorted();
    expect(keysOf(schemas[`clause-${name}`]).toSorted()).toEqual(keys);
    expect(keys.filter((key) => meaningOf(name, key) === undefined)).toEqual([]);
    expect(clauseOrder(clauseKinds.get(name)).toSorted()).toEqual(keys);
    expect(kindMeanings[name]).toBeDefined();
  },
);

test("no meaning is told of a key that no kind has", () => {
  const keys = new Set(
    [...clauseKinds.values()].flatMap(({ name, shape }) =>
      Object.keys(shape.shape).flatMap((key) => [kebab(key), `${name}.${kebab(key)}`]),
    ),
  );
  expect(Object.keys(keyMeanings).filter((key) => !keys.has(key))).toEqual([]);
  expect(Object.keys(kindMeanings)).toEqual([...clauseKinds.keys()]);
});

test("what a kind requires, its schema requires", () => {
  expect(schemas["clause-duty"]).toMatchObject({ required: ["id", "party"] });
  expect(schemas["clause-fee"]).toMatchObject({ required: ["id", "price", "every", "billed"] });
});
