import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { moveInto, writeAside } from "./durable.ts";

/** Writes the region into a new store. Throws where the store says another one: its objects would be said to lie where they do not. */
export async function settleRegion(store: string, region: string, aside: string): Promise<void> {
  if (region.trim() === "") throw new RangeError("the region of the files is empty. Mend: say in the configuration where the data lies");
  const place = join(store, "region");
  const said = await readFile(place, "utf8").catch(absent);
  if (said === undefined) return moveInto(place, (await writeAside(aside, Buffer.from(`${region}\n`))).path);
  if (said.trim() === region) return;
  throw new Error(
    `the files in ${store} were stored as lying in ${said.trim()}, and the configuration says ${region}. ` +
      `Mend: configure ${said.trim()}, or copy the objects into a new directory that lies in ${region}`,
  );
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
