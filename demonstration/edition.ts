import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tables } from "../main.ts";

const home = join(import.meta.dirname, "..");

/** What a demonstration was made of: the tables, the texts and the stories of this release. Of others it is made anew. */
export function editionOf(): string {
  const folders = [
    ...tables.map(({ folder }) => folder),
    ...["law", "contracts", "demonstration/lives", "demonstration/lives/contracts"].map((name) => join(home, name)),
  ];
  const digest = createHash("sha256");
  for (const folder of folders)
    for (const file of readdirSync(folder)
      .filter((name) => /\.(sql|md|ts)$/.test(name) && !name.endsWith(".test.ts"))
      .toSorted())
      digest.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return digest.digest("hex").slice(0, 16);
}
