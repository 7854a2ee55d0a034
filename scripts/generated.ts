import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { factCatalogue } from "#catalogue";
import { everyFact } from "#kernel/engine/admit.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { clausesPage } from "#kernel/terms/clauses-page.ts";
import type { Library } from "#kernel/terms/contract.ts";
import { factsSchema } from "#kernel/terms/fact-schema.ts";
import { readLibrary } from "#kernel/terms/library.ts";
import { ledgerRoutes } from "#ledger/routes.ts";
import { referenceRoutes } from "#ledger/routes/references.ts";
import { describeRoutes } from "#platform/http/document.ts";
import { openPages } from "#platform/http/pages.ts";
import { aboutApi } from "../main.ts";
import { blockSchemas, type JsonSchema } from "#kernel/terms/schema.ts";

/** Everything under docs/ that is written by `npm run generate`, by its path from the repository's root. */
export function generatedFiles(home: string): Map<string, string> {
  const library = ownLibrary(home);
  const schemas = Object.entries(blockSchemas(clauseKinds)).map(
    ([name, schema]) => [`docs/schemas/${name}.schema.json`, json(schema)] as const,
  );
  const declared = [...library.documents.values()].flatMap(({ factKinds }) => factKinds);
  const kinds = new Map([...factCatalogue, ...declared.map((kind) => [kind.kind, kind] as const)]);
  return new Map([
    ["docs/clauses.md", clausesPage(library, ownRows(home))],
    ...schemas,
    ["docs/openapi.json", openApiText()],
    ["docs/schemas/facts.schema.json", json(factsSchema([...kinds.values()], everyFact))],
  ]);
}

/** The API as it is described to programs. Routes are values: describing them opens nothing. */
function openApiText(): string {
  const nothing = {} as never;
  const routes = [
    ...ledgerRoutes(nothing, nothing, openPages(new Uint8Array(32)), { identity: nothing }),
    ...referenceRoutes({ zones: {}, holidays: {}, rates: {} } as never),
  ];
  return `${JSON.stringify(JSON.parse(describeRoutes(routes, aboutApi, "en")), null, 1)}\n`;
}

/** law/ and contracts/, as they stand on the disk. */
export function ownLibrary(home: string): Library {
  const files = ["law", "contracts"].flatMap((folder) =>
    readdirSync(join(home, folder))
      .filter((name) => name.endsWith(".md"))
      .toSorted()
      .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(join(home, folder, name), "utf8") })),
  );
  return readLibrary(files, factCatalogue, clauseKinds);
}

/** The exact ids of the source list. */
export function ownRows(home: string): string[] {
  return readFileSync(join(home, "contracts", "rows.txt"), "utf8")
    .trimEnd()
    .split("\n");
}

/** One property or definition a line: a change of one shows as one line. */
function json(schema: JsonSchema): string {
  const entry = ([key, value]: readonly [string, unknown], indent: string): string => {
    const opened = indent === "  " && typeof value === "object" && value !== null && !Array.isArray(value);
    return `${indent}${JSON.stringify(key)}: ${opened ? object(Object.entries(value), indent) : JSON.stringify(value)}`;
  };
  const object = (entries: (readonly [string, unknown])[], indent: string): string =>
    `{\n${entries.map((one) => entry(one, `${indent}  `)).join(",\n")}\n${indent}}`;
  return `${object(Object.entries(schema), "")}\n`;
}
