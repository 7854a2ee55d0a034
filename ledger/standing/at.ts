import { compareFacts, type Fact } from "#kernel/engine/fact.ts";
import { run } from "#kernel/engine/run.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { recordedOf } from "../facts/fact-rows.ts";
import { type Head, readHead } from "../fold/head.ts";
import type { ContractName, Ledger } from "../ledger.ts";

/** A contract and everything recorded of it by an instant. */
export interface Told {
  head: Head;
  contract: Contract;
  facts: readonly Fact[];
}

/** The facts known at an instant, as they were recorded, with the contract they are about. */
export async function toldBy(transaction: Transaction, ledger: Ledger, name: ContractName, knownAt: Instant): Promise<Told | undefined> {
  const head = await readHead(transaction, name);
  if (!head) return undefined;
  const rows = await transaction.rows<{ position: number; entry: Buffer }>({
    name: "known-facts",
    text: "select position, entry from ledger.fact where tenant_id = $1 and contract_id = $2 and recorded <= $3 order by position",
    values: [name.tenant, name.contract, formatInstant(knownAt)],
  });
  const contract = await ledger.compositions.open(transaction, head.particulars, head.documents);
  return { head, contract, facts: rows.map((row) => recordedOf(row).fact).toSorted(compareFacts) };
}

/** The standing at any instant, past or future, as known at any instant: a replay. */
export async function standingAt(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  { at, knownAt }: { at: Instant; knownAt: Instant },
): Promise<{ standing: Standing; contract: Contract } | undefined> {
  const told = await toldBy(transaction, ledger, name, knownAt);
  return (
    told && {
      standing: { ...run(told.contract, told.facts, ledger.references, { at, knownAt }), contract: told.head.name },
      contract: told.contract,
    }
  );
}
