import type { Fact } from "#kernel/engine/fact.ts";
import { checkpointOf, openLife } from "#kernel/engine/life.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { Fold } from "../fold/folds.ts";
import type { Head } from "../fold/head.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { pin } from "./library.ts";

/**
 * Fixes the exact versions of the documents that amendments attach, as the library has them now. What the library does not have
 * stays missing: the amendment is then refused by the engine.
 */
export async function pinAttached(
  transaction: Transaction,
  ledger: Ledger,
  { tenant, contract }: ContractName,
  head: Head,
  fold: Fold,
  facts: readonly Fact[],
): Promise<Fold> {
  const wanted = facts.flatMap(({ kind, fields }) =>
    kind === "contract.amended" && Array.isArray(fields["attaches"]) ? fields["attaches"].map(String) : [],
  );
  // By id only: a version told with it (`terms@0.9`) would put another text in the place of one that holds.
  const missing = [...new Set(wanted)].filter((id) => !id.includes("@") && !head.documents.some((known) => known.id === id));
  if (missing.length === 0) return fold;
  const { pinned } = await pin(transaction, missing);
  if (pinned.length === 0) return fold;
  const documents = [...head.documents, ...pinned];
  await transaction.rows({
    text: "update ledger.contract set documents = $3 where tenant_id = $1 and contract_id = $2",
    values: [tenant, contract, JSON.stringify(documents)],
  });
  const composed = await ledger.compositions.open(transaction, head.particulars, documents);
  return { ...fold, contract: composed, life: openLife(composed, ledger.references, checkpointOf(fold.life)) };
}
