import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clausesTable } from "#kernel/terms/clauses-table.ts";
import { problem, Unusable } from "#kernel/terms/problem.ts";
import { type Command, FINE } from "../call.ts";
import { openLibrary } from "../contract/library.ts";
import { writeJson } from "../json/write.ts";
import { showClauses } from "../show/clauses.ts";
import { nowhere } from "../trouble.ts";

export const clauses: Command = {
  name: "clauses",
  words: { fr: "montre chaque article source et la clause qui l'exécute", en: "shows each source article and the clause that executes it" },
  usage: "[ROW…]",
  more: [
    {
      fr: "Sans nom, toutes les lignes de la liste source. Avec le début d'un nom (U, B-9.2), celles-là, avec leurs exemples.",
      en: "Without a name, every row of the source list. With the start of one (U, B-9.2), those, with their examples.",
    },
  ],
  options: {},
  examples: ["tenu clauses", "tenu clauses B-9.2", "tenu clauses --json"],
  async run({ names, json, terminal, language }) {
    const library = openLibrary();
    const all = clausesTable(library, sourceRows());
    for (const name of names)
      if (!all.some(({ row }) => row.startsWith(name))) throw new Unusable([problem("row-asked", nowhere, { row: name })]);
    const rows = names.length === 0 ? all : all.filter(({ row }) => names.some((name) => row.startsWith(name)));
    if (json) writeJson(terminal, "clauses", { rows });
    else terminal.write(showClauses(terminal, rows, { library, language, examples: names.length > 0, all: all.length }));
    return FINE;
  },
};

function sourceRows(): string[] {
  return readFileSync(join(import.meta.dirname, "..", "..", "contracts", "rows.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
}
