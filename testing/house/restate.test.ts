import { expect, test } from "vitest";
import { tick } from "#ledger/clock/tick.ts";
import { append } from "#ledger/facts/append.ts";
import { presentEdition } from "#ledger/fold/edition.ts";
import { restateOutdated } from "#ledger/fold/restate-outdated.ts";
import type { ContractName } from "#ledger/ledger.ts";
import { listRevisions, revisionChanges } from "#ledger/standing/revisions.ts";
import { standingNow } from "#ledger/standing/now.ts";
import { reading } from "#platform/database/scope.ts";
import { cloneDatabase } from "../database.ts";
import { contractNumber } from "../lives/contracts.ts";
import { auditOf, livedContract, otherFigures, providedLedger, reopened } from "./audited.ts";
import { references, rowsOf, type TestLedger } from "./ledger.ts";

const database = await cloneDatabase();
const ledger = await providedLedger(database);
const figures = otherFigures("9.99");

const revisionsOf = (of: TestLedger, name: ContractName) => reading(of.database, [name.tenant], (t) => listRevisions(t, name, undefined, 5));
const changesOf = (of: TestLedger, name: ContractName, revision: number) =>
  reading(of.database, [name.tenant], (t) => revisionChanges(t, name, revision));

/** A seed whose life owes interest at a published rate. */
async function lateContract(): Promise<ContractName> {
  for (let seed = 0; seed < 40; seed += 1) {
    if (!contractNumber(seed)) continue;
    const name = await livedContract(ledger, database, seed);
    const rows = [...(await rowsOf(ledger, name)).values()];
    if (rows.some(({ clause, state, figure }) => String(clause).includes("late-payment") && state !== "accruing" && figure !== undefined)) return name;
  }
  throw new Error("No life of the first forty owes interest.");
}
