import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { factCatalogue } from "#catalogue";
import { everyFact } from "#kernel/engine/admit.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { clausesTable, sourcesOf, tiedClauses } from "#kernel/terms/clauses-table.ts";
import { factsSchema } from "#kernel/terms/fact-schema.ts";
import { blockSchemas } from "#kernel/terms/schema.ts";
import { readYaml } from "#kernel/terms/source.ts";
import { generatedFiles, ownLibrary, ownRows } from "../scripts/generated.ts";

const home = join(import.meta.dirname, "..");
const library = ownLibrary(home);
const documents = [...library.documents.values()];
const rows = ownRows(home);
const tied = tiedClauses(library);

describe("what npm run generate writes", () => {
  const files = generatedFiles(home);

  test.each([...files])("%s is current", (path, text) => {
    const committed = existsSync(join(home, path)) ? readFileSync(join(home, path), "utf8") : undefined;
    expect(committed === text, `${path} is out of date: npm run generate`).toBe(true);
  });

  test("nothing else lies in docs/schemas/", () => {
    expect(
      readdirSync(join(home, "docs", "schemas"))
        .map((name) => `docs/schemas/${name}`)
        .filter((path) => !files.has(path)),
    ).toEqual([]);
  });
});

describe("the schemas of blocks", () => {
  const ajv = new Ajv2020({ strictTypes: false, allErrors: true });
  const compiled = new Map(Object.entries(blockSchemas(clauseKinds)).map(([name, schema]) => [name, ajv.compile(schema)]));
  const faults = (name: string, yaml: string) => {
    const validate = compiled.get(name);
    if (!validate) return [`no schema ${name}`];
    return validate(readYaml(yaml).value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

  test.each(documents)("every block of $source.file fits its own", ({ source }) => {
    const blocks = source.articles.flatMap(({ parts }) => parts).filter((part) => part.is === "block");
    const found = blocks.flatMap(({ word, name, body, line }) =>
      word === "example"
        ? []
        : faults(word === "fact" ? "fact-block" : `clause-${name}`, body).map((fault) => `${source.file}:${line} ${fault}`),
    );
    const front = /^---\n([^]*?)\n---$/m.exec(source.text)![1]!;
    expect([...faults("front-matter", front), ...found]).toEqual([]);
  });

  test.each([
    ["a key that the kind has not", "clause-duty", "id: a\nparty: provider\nprice: 3 EUR"],
    ["a key left out", "clause-right", "id: a\nparty: customer"],
    ["a word outside the list", "clause-duty", "id: a\nparty: provider\ndegree: much"],
    ["a fact without its kind", "fact-block", "words: a"],
  ])("%s does not", (_, name, yaml) => {
    expect(faults(name, yaml)).not.toEqual([]);
  });

  test("the schema of facts can be compiled with every kind of the catalogue", () => {
    expect(() =>
      new Ajv2020({ validateFormats: false, strictTypes: false, strictRequired: false }).compile(
        factsSchema([...factCatalogue.values()], everyFact),
      ),
    ).not.toThrow();
  });
});

describe("the rows of the source list", () => {
  const list = join(home, "..", "shared", "spec", "clauses.md");

  test.skipIf(!existsSync(list))("contracts/rows.txt holds the first column of the list, where the list is at hand", () => {
    const column = readFileSync(list, "utf8")
      .split("\n")
      .flatMap((line) => /^\| ([UBSMDCL]-.*?) *\|/.exec(line)?.[1] ?? []);
    expect(rows).toEqual(column);
  });

  test("are 162, none twice", () => {
    expect(new Set(rows).size).toBe(162);
    expect(rows.length).toBe(162);
  });

  test("are each tied to a clause", () => {
    expect(
      clausesTable(library, rows)
        .filter(({ clauses }) => clauses.length === 0)
        .map(({ row }) => row),
    ).toEqual([]);
  });

  test("are the only ones that clauses name, and every clause but Tenu's own names one", () => {
    const known = new Set(rows);
    const own = new Set(["announced-in-good-faith", "announcement-correction"]); // the list does not ask for them
    const strays = tied.flatMap(({ file, clause, written }) =>
      sourcesOf(written).length === 0
        ? own.has(clause)
          ? []
          : [`${file} ${clause} names none`]
        : sourcesOf(written)
            .filter((row) => !known.has(row))
            .map((row) => `${file} ${clause}: ${row}`),
    );
    expect(strays).toEqual([]);
  });

  test("are each shown at work where a clause works from facts", () => {
    const silent = tied.filter(({ work, examples }) => work === "executed" && examples.length === 0);
    expect(silent.map(({ file, kind, clause }) => `${file} ${kind} ${clause}`)).toEqual([]);
  });
});
