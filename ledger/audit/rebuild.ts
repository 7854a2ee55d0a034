import { openLife } from "#kernel/engine/life.ts";
import { frontierFromBytes } from "#kernel/evidence/tree.ts";
import { scoped, type Transaction } from "#platform/database/scope.ts";
import { presentHead } from "../facts/present-head.ts";
import { isOutdated, presentEdition } from "../fold/edition.ts";
import type { Fold } from "../fold/folds.ts";
import { lockHead } from "../fold/head.ts";
import { liveAll } from "../fold/live-all.ts";
import { write } from "../fold/write.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { audit, type Audited } from "./audit.ts";
import type { Listed, Which } from "../contracts/every-contract.ts";
import { eachContract } from "./each-contract.ts";
import { type Fault, faultKinds } from "./fault.ts";
import { BEGINNING } from "../fold/beginning.ts";

export interface RebuildOptions extends Which {
  /** Takes the entries for right where the head's tree, and nothing else, speaks against them. */
  trustLog?: boolean;
}

/** What a rebuild made of one contract. */
export interface Rebuilt extends Listed {
  /**
   * `same`: nothing differed, nothing was written. `restated`: another edition's standing was worked out anew. `rebuilt`: what differed was
   * replaced. `refused`: the facts themselves are not what they were, and nothing may be worked out from them.
   */
  outcome: "same" | "restated" | "rebuilt" | "refused";
  facts: number;
  /** Versions of items that were ended, and written. */
  replaced: number;
  written: number;
  /** What differed before, the first thousand. */
  faults: readonly Fault[];
  count: number;
}

/**
 * Works projections out anew, contract by contract, each alone under its lock: what equals the replay stays as it is; what differs is replaced
 * as a revision of its own (cause `rebuild`). Old versions are never taken away. Stopped anywhere, it may begin again from the start, or
 * behind the last contract it gave.
 */
export function rebuild(ledger: Ledger, options: RebuildOptions = {}): AsyncGenerator<Rebuilt> {
  return eachContract(ledger, options, (listed) =>
    ledger.turns.take(listed.contract, async () => {
      try {
        return await scoped(ledger.database, [listed.tenant], (transaction) => rebuildOne(transaction, ledger, listed, options));
      } finally {
        ledger.folds.forget(listed.contract);
      }
    }),
  );
}

type Outcome = Omit<Rebuilt, keyof Listed>;

async function rebuildOne(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  options: RebuildOptions,
): Promise<Outcome | undefined> {
  const head = await lockHead(transaction, name);
  if (!head) return undefined;
  const found = (await audit(transaction, ledger, name))!;
  const told = { facts: found.log.size, replaced: 0, written: 0, faults: found.faults.kept, count: found.faults.count };
  if (isRefused(found, options)) return { outcome: "refused", ...told };
  const outdated = isOutdated(ledger.references, head);
  const audited = outdated ? await ofToday(transaction, ledger, name, found) : found;
  const { lived, faults } = audited;
  if (!lived) return { outcome: "refused", ...told };
  if (!faults.has("projection", "trouble", "source")) return { outcome: outdated ? "restated" : "same", ...told };
  await replace(transaction, ledger, name, audited, lived);
  return { outcome: "rebuilt", ...told, replaced: lived.mend.replaced.length, written: lived.mend.items.length };
}

/** Nothing is worked out from facts that are not what they were. */
function isRefused({ faults, log }: Audited, { trustLog = false }: RebuildOptions): boolean {
  const others = faults.kept.some(({ kind }) => faultKinds[kind] === "source" && !(trustLog && kind === "frontier-differs"));
  return !log.whole || faults.has("unlived") || others;
}

/** Restated, and audited again. Where a restatement would rest on what is damaged, the difference of editions is part of what is rebuilt. */
async function ofToday(transaction: Transaction, ledger: Ledger, name: ContractName, { faults }: Audited): Promise<Audited> {
  if (!faults.has("projection", "source")) await presentHead(transaction, ledger, name);
  else
    await transaction.rows({
      text: "update ledger.contract set edition = $3 where tenant_id = $1 and contract_id = $2",
      values: [name.tenant, name.contract, presentEdition(ledger.references)],
    });
  return (await audit(transaction, ledger, name))!;
}

async function replace(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  { head, log, revisions, faults }: Audited,
  { contract, until, mend }: NonNullable<Audited["lived"]>,
): Promise<void> {
  if (revisions.last !== head.revision)
    await transaction.rows({
      text: "update ledger.contract set revision = $3 where tenant_id = $1 and contract_id = $2",
      values: [name.tenant, name.contract, revisions.last],
    });
  const nodes = faults.kept.some(({ kind }) => kind === "node-differs");
  if (nodes)
    await transaction.rows({
      text: "delete from ledger.node where tenant_id = $1 and contract_id = $2",
      values: [name.tenant, name.contract],
    });
  const life = openLife(contract, ledger.references);
  const { kept, since } = liveAll(life, log.facts, until);
  const last = log.facts.at(-1);
  const next: Fold = {
    revision: revisions.last,
    contract,
    life,
    facts: log.size,
    frontier: frontierFromBytes(log.frontier),
    recorded: log.recorded ?? ledger.now(),
    ...(last && { last }),
    numbers: new Map(), // the fold is not kept
    changes: log.changes,
    checkpoints: kept.length,
    since,
  };
  await write(transaction, name, revisions.last, next, {
    cause: "rebuild",
    made: ledger.now(),
    ...(log.lived.length > 0 && { lived: log.lived }),
    ...(nodes && { nodes: log.nodes }),
    resumed: BEGINNING,
    checkpoints: kept,
    ...mend,
  });
}
