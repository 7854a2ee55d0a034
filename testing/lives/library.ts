import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { factCatalogue } from "#catalogue";
import { clauseKinds } from "#kernel/kinds/all.ts";
import type { Library } from "#kernel/terms/contract.ts";
import { readLibrary } from "#kernel/terms/library.ts";

const home = join(import.meta.dirname, "../..");

/** The law and the contracts of this repository, read once. */
export const library: Library = readLibrary(
  ["law", "contracts"].flatMap((folder) =>
    readdirSync(join(home, folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(join(home, folder, name), "utf8") })),
  ),
  factCatalogue,
  clauseKinds,
);
