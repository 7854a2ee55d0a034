import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Instant } from "#kernel/time/instant.ts";
import { shelve } from "#ledger/contracts/library.ts";
import type { Ledger } from "#ledger/ledger.ts";
import { unscoped } from "#platform/database/scope.ts";

const home = join(import.meta.dirname, "..");

/** Puts the law and the contracts of this release into the library, as of an instant: before the first contract was drafted. */
export async function shelveBuiltIn(ledger: Ledger, at: Instant): Promise<void> {
  await unscoped(ledger.database, async (transaction) => {
    for (const folder of ["law", "contracts"])
      for (const file of readdirSync(join(home, folder)).filter((name) => name.endsWith(".md"))) {
        const shelved = await shelve(transaction, { file, body: readFileSync(join(home, folder, file), "utf8") }, at);
        if ("problems" in shelved) throw new Error(`${file} was not taken into the library: ${JSON.stringify(shelved.problems)}`);
      }
  });
}
