import type { Item } from "#kernel/engine/item.ts";
import type { NumberedItem } from "#kernel/engine/register.ts";
import type { Limit } from "#kernel/kinds/limit/keys.ts";
import type { Clause } from "#kernel/terms/clause.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { readOfKinds } from "../facts/of-kinds.ts";
import { labelled } from "../fold/item-row.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { presentOf } from "../standing/present.ts";
import { type Report, reportKinds, reportsOf } from "./reports.ts";

export interface Reports {
  contract: Contract;
  /** The clause that wants a protective measure agreed before it is taken; none where the contract leaves it to the provider. */
  agreement?: string;
  /** Each with what it opened, as that stands now. */
  reports: readonly (Report & { items: readonly NumberedItem[] })[];
}

/** What was reported, what it opened, and which protective measure answers it. */
export async function readReports(transaction: Transaction, ledger: Ledger, name: ContractName): Promise<Reports | undefined> {
  const present = await presentOf(transaction, ledger, name);
  if (!present) return undefined;
  const { contract } = present.world;
  const reports = reportsOf(await readOfKinds(transaction, name, reportKinds));
  const rows = await transaction.rows<{ key: string; number: number; body: Item }>({
    name: "items-of-subjects",
    text: `select key, number, body from ledger.item where tenant_id = $1 and contract_id = $2
      and until is null and type <> 'refusal' and subject = any ($3) order by opened, key, number`,
    values: [name.tenant, name.contract, reports.map(({ subject }) => subject)],
  });
  const items = rows.map(({ key, number, body }) => labelled(present.fold.life.versions, body, `${key}/${number}`));
  const agreement = contract.limits.get("lock.applied")?.find((clause) => (clause as Clause<Limit>).needs?.includes("lock.agreed"));
  return {
    contract,
    ...(agreement && { agreement: agreement.id }),
    reports: reports.map((report) => ({
      ...report,
      items: items.filter(({ because }) => because.facts.includes(report.fact)),
    })),
  };
}
