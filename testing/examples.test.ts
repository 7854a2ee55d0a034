import { readdirSync, readFileSync } from "node:fs";
import { expect, test, describe } from "vitest";
import { factCatalogue } from "#catalogue";
import { playExample } from "#kernel/engine/example.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { readLibrary } from "#kernel/terms/library.ts";
import { loadReferences } from "#references/load.ts";

const files = ["law", "contracts"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, "utf8") })),
);
const library = readLibrary(files, factCatalogue, clauseKinds);
const references = loadReferences();

for (const document of library.documents.values()) {
  describe(document.source.file, () => {
    test("reads without problems", () => {
      expect(document.problems).toEqual([]);
    });
    for (const example of document.examples) {
      test(`${example.article} ${example.name}`, () => {
        const problems = playExample(library, document, example, references, ["fr", "eu"]);
        expect(problems.map(({ code, place, args }) => `${place.file}:${place.line} ${code} ${JSON.stringify(args)}`)).toEqual([]);
      });
    }
  });
}
