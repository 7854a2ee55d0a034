import { setTimeout as sleep } from "node:timers/promises";
import { scoped } from "#platform/database/scope.ts";
import { everyTenant } from "../contracts/every-contract.ts";
import { presentHead } from "../facts/present-head.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { presentEdition } from "./edition.ts";

/** How far a pass has come. */
export interface Restated {
  restated: number;
  failed: readonly (ContractName & { reason: string })[];
}

export interface RestateOptions {
  /** Told after each handful in which something was done. */
  tell?: (sofar: Restated) => void;
  /** The pass ends before the next contract once this is aborted. */
  signal?: AbortSignal;
  /** Milliseconds of rest after each contract, so that requests come first. */
  rest?: number;
}

const HANDFUL = 20;
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Restates every contract that another edition of engine or figures worked out, one after another, each in a transaction of its own. A
 * contract that cannot be is noted as in trouble and left as it stands. What is killed goes on at the next start: the edition says what is left.
 */
export async function restateOutdated(ledger: Ledger, { tell, signal, rest = 50 }: RestateOptions = {}): Promise<Restated> {
  const failed: (ContractName & { reason: string })[] = [];
  let restated = 0;
  for (let after = FIRST; ;) {
    const handful = await outdatedAfter(ledger, after);
    for (const name of handful) {
      if (signal?.aborted) return { restated, failed };
      const reason = await restateOne(ledger, name);
      if (reason === undefined) restated += 1;
      else failed.push({ ...name, reason });
      await sleep(rest, undefined, signal ? { signal } : {}).catch(() => undefined);
    }
    if (handful.length > 0) tell?.({ restated, failed });
    if (handful.length < HANDFUL) return { restated, failed };
    after = handful.at(-1)!.contract;
  }
}

async function outdatedAfter(ledger: Ledger, after: string): Promise<ContractName[]> {
  return scoped(ledger.database, await everyTenant(ledger), (transaction) =>
    transaction.rows<ContractName>({
      text: `select tenant_id as tenant, contract_id as contract from ledger.contract
        where revision > 0 and edition <> $1 and contract_id > $2 order by contract_id limit $3`,
      values: [presentEdition(ledger.references), after, HANDFUL],
    }),
  );
}

/** Restates one contract, if nobody did meanwhile; gives why it could not be. */
function restateOne(ledger: Ledger, name: ContractName): Promise<string | undefined> {
  return ledger.turns.take(name.contract, async () => {
    try {
      await scoped(ledger.database, [name.tenant], (transaction) => presentHead(transaction, ledger, name));
      return undefined;
    } catch (error) {
      ledger.folds.forget(name.contract);
      const reason = error instanceof Error ? error.message : String(error);
      await scoped(ledger.database, [name.tenant], (transaction) =>
        transaction.rows({
          text: "update ledger.contract set trouble = $3 where tenant_id = $1 and contract_id = $2",
          values: [name.tenant, name.contract, reason],
        }),
      );
      return reason;
    }
  });
}
