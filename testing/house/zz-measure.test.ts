import { test } from "vitest";
import { reconcile } from "#ledger/audit/reconcile.ts";
import { restateOutdated } from "#ledger/fold/restate-outdated.ts";
import { cloneDatabase } from "../database.ts";
import { livedContract, otherFigures, providedLedger, reopened } from "./audited.ts";
const database = await cloneDatabase();
const ledger = await providedLedger(database);
test("measure", { timeout: 300000 }, async () => {
  for (let seed = 0; seed < 12; seed += 1) await livedContract(ledger, database, seed);
  await livedContract(ledger, database, 3, 4000);
  for (let round = 0; round < 3; round += 1) {
    const release = round === 2 ? reopened(ledger, otherFigures("5.5")) : ledger;
    const t = performance.now();
    let [facts, items, n] = [0, 0, 0];
    if (round < 2) for await (const one of reconcile(release)) { facts += one.facts; items += one.items ?? 0; n += 1; if (one.count) console.log("DIFF", one.faults.slice(0, 3)); }
    else console.log(await restateOutdated(release, { rest: 0 }));
    console.log("ROUND", round, n, facts, items, Math.round(performance.now() - t), "ms", process.memoryUsage().rss / 1e6);
  }
});
