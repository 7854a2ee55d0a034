import { describe, expect, test } from "vitest";
import { playExample } from "#kernel/engine/example.ts";
import { loadReferences } from "#references/load.ts";
import { library } from "./library.ts";

// The worked examples under the clauses of the law and of the five contracts: each is a test of its own.

const references = loadReferences();

describe.each([...library.documents.values()])("$source.file", (document) => {
  test("reads without problems", () => {
    expect(document.problems).toEqual([]);
  });
  test.each(document.examples)("$article: $name", (example) => {
    const problems = playExample(library, document, example, references, ["fr", "eu"]);
    expect(problems.map(({ code, place, args }) => `${place.file}:${place.line} ${code} ${JSON.stringify(args)}`)).toEqual([]);
  });
});
