import type { Contract } from "#kernel/terms/contract.ts";
import { reading } from "#platform/database/scope.ts";
import { notFound } from "#platform/http/problems.ts";
import { readHead } from "../fold/head.ts";
import type { ContractName, Ledger } from "../ledger.ts";

/** The contract's composition, for its fact kinds. */
export function contractOf(ledger: Ledger, name: ContractName): Promise<Contract> {
  const known = ledger.folds.get(name.contract);
  if (known) return Promise.resolve(known.contract);
  return reading(ledger.database, [name.tenant], async (transaction) => {
    const head = await readHead(transaction, name);
    if (!head) throw notFound({ fr: "Ce contrat", en: "This contract" });
    return ledger.compositions.open(transaction, head.particulars, head.documents);
  });
}
