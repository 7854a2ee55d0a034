import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import { enter, type Transaction, unscoped } from "#platform/database/scope.ts";
import { presentHead } from "../facts/present-head.ts";
import { committed } from "../fold/committed.ts";
import { loadFold } from "../fold/load.ts";
import { liveAll } from "../fold/live-all.ts";
import { rowsOf, write } from "../fold/write.ts";
import type { ContractName, Ledger } from "../ledger.ts";

/** What one turn of the clock did. */
export interface Ticked {
  /** Contracts whose time was brought up to now. */
  turned: readonly ContractName[];
  /** Contracts that could not be, with why: they are tried again later. */
  failed: readonly (ContractName & { reason: string })[];
}

const HANDFUL = 20;
const AGAIN_IN = 600_000;

/**
 * Brings contracts whose next instant has come up to now: everything that fell due since is lived in order, however long nobody
 * looked. Claimed with row locks, so any number of processes may tick; each contract is turned by one of them.
 */
export async function tick(ledger: Ledger, most = HANDFUL): Promise<Ticked> {
  const claimed: ContractName[] = [];
  try {
    return await unscoped(ledger.database, async (transaction) => {
      const now = ledger.now();
      const due = await transaction.rows<{ tenant_id: string; contract_id: string }>({
        name: "claim-due",
        text: "select tenant_id, contract_id from ledger.claim_due($1, $2)",
        values: [formatInstant(now), most],
      });
      claimed.push(...due.map((row) => ({ tenant: row.tenant_id, contract: row.contract_id })));
      if (claimed.length === 0) return { turned: [], failed: [] };
      const within = await enter(transaction, [...new Set(claimed.map(({ tenant }) => tenant))]);
      const turned: ContractName[] = [];
      const failed: (ContractName & { reason: string })[] = [];
      for (const name of claimed) {
        const reason = await turnOrNote(within, ledger, name, now);
        if (reason === undefined) turned.push(name);
        else failed.push({ ...name, reason });
      }
      return { turned, failed };
    });
  } catch (error) {
    for (const { contract } of claimed) ledger.folds.forget(contract);
    throw error;
  }
}

/** Turns one contract; what goes wrong with it is undone, noted beside it, and leaves the others alone. */
async function turnOrNote(transaction: Transaction, ledger: Ledger, name: ContractName, now: Instant): Promise<string | undefined> {
  await transaction.rows({ text: "savepoint contract" });
  const later: (() => void)[] = [];
  try {
    await turn({ ...transaction, afterCommit: (done) => later.push(done) }, ledger, name, now);
    await transaction.rows({ text: "release savepoint contract" });
    for (const done of later) transaction.afterCommit(done); // what was undone leaves nothing in memory
    return undefined;
  } catch (error) {
    ledger.folds.forget(name.contract);
    const reason = error instanceof Error ? error.message : String(error);
    await transaction.rows({ text: "rollback to savepoint contract" });
    await transaction.rows({
      text: "update ledger.contract set trouble = $3, due = $4 where tenant_id = $1 and contract_id = $2",
      values: [name.tenant, name.contract, reason, formatInstant(now + AGAIN_IN)],
    });
    return reason;
  }
}

/** Lives one contract up to now, if nothing else happened. */
export async function turn(transaction: Transaction, ledger: Ledger, name: ContractName, now: Instant): Promise<void> {
  const head = await presentHead(transaction, ledger, name);
  if (!head) return;
  const fold = await loadFold(transaction, ledger, name, head);
  ledger.folds.forget(name.contract);
  const { moved, kept, since } = liveAll(fold.life, [], now, fold.since);
  const next = { ...fold, checkpoints: fold.checkpoints + kept.length, since };
  const recorded = Math.max(fold.recorded, head.recorded ?? -Infinity);
  const work = { cause: "clock" as const, made: now, checkpoints: kept, ...rowsOf(fold, moved) };
  const written = await write(transaction, name, head.revision, { ...next, recorded }, work);
  transaction.afterCommit(() => committed(ledger, name, written.fold));
}
