import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

const home = join(import.meta.dirname, "..", "..");

/** The documents that Tenu holds, by id: `law/fr.md` is `fr`. */
export function builtIn(): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of ["law", "contracts"]) {
    for (const name of readdirSync(join(home, folder)))
      if (name.endsWith(".md")) found.set(basename(name, ".md"), join(home, folder, name));
  }
  return found;
}
