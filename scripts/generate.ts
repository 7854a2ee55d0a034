// npm run generate: writes docs/clauses.md and docs/schemas/ from contracts/, law/, the clause kinds and the fact kinds.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { generatedFiles } from "./generated.ts";

const home = join(import.meta.dirname, "..");
const schemas = join(home, "docs", "schemas");
const files = generatedFiles(home);

mkdirSync(schemas, { recursive: true });
for (const [path, text] of files) writeFileSync(join(home, path), text);
const written = new Set([...files.keys()].map((path) => basename(path)));
for (const name of readdirSync(schemas)) if (!written.has(name)) rmSync(join(schemas, name));
process.stdout.write(`${files.size} files written under docs/.\n`);
