import type { Particulars } from "#kernel/terms/contract.ts";
import { type Problem, problem } from "#kernel/terms/problem.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { pin } from "./library.ts";

/** A contract as ordered, before anybody accepted it. Its text is fixed from here on: the exact versions of its documents. */
export interface Drafted {
  problems: readonly Problem[];
}

/** Writes a draft. Documents that are missing, and what cannot be composed, come back as problems, and nothing is written. */
export async function draft(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  { contract, ...order }: Particulars,
): Promise<Drafted> {
  const { pinned, missing } = await pin(transaction, order.documents);
  if (missing.length > 0) {
    const place = { file: contract, line: 1, column: 1 };
    return { problems: missing.map((document) => problem("document-unknown", place, { document })) };
  }
  const composed = await ledger.compositions.open(transaction, { ...order, documents: pinned.map(({ id }) => id) }, pinned);
  if (composed.problems.length > 0) return { problems: composed.problems };
  await transaction.rows({
    text: `insert into ledger.contract (tenant_id, contract_id, name, particulars, documents, created) values ($1, $2, $3, $4, $5, $6)`,
    values: [
      name.tenant,
      name.contract,
      contract,
      JSON.stringify({ ...order, documents: pinned.map(({ id }) => id) }),
      JSON.stringify(pinned),
      formatInstant(ledger.now()),
    ],
  });
  return { problems: [] };
}
