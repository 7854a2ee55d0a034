import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { factCatalogue } from "#catalogue";
import { playExample } from "#kernel/engine/example.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { formatTerms } from "#kernel/terms/format.ts";
import { readLibrary } from "#kernel/terms/library.ts";
import { loadReferences } from "#references/load.ts";

// The engine's rules, one theme a file in testing/rules/: each example is one rule, played alone, without the law.

const references = loadReferences();
const folder = join(import.meta.dirname, "rules");
const sources = readdirSync(folder).filter((name) => name.endsWith(".md")).map((name) => ({ file: `testing/rules/${name}`, text: readFileSync(join(folder, name), "utf8") }));
const library = readLibrary(sources, factCatalogue, clauseKinds);

test.each(sources)("$file is written as `tenu format` writes it", ({ file, text }) => {
  expect(formatTerms(file, text)).toEqual({ text, problems: [] });
});

describe.each([...library.documents.values()].filter(({ examples }) => examples.length > 0))("$source.file", (document) => {
  test("reads without problems", () => {
    expect(document.problems).toEqual([]);
  });
  test.each(document.examples)("$name", (example) => {
    const problems = playExample(library, document, example, references, []);
    expect(problems.map(({ code, place, args }) => `${place.file}:${place.line} ${code} ${JSON.stringify(args)}`)).toEqual([]);
  });
});
