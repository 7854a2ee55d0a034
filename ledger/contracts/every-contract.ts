import { scoped, unscoped } from "#platform/database/scope.ts";
import type { ContractName, Ledger } from "../ledger.ts";

/** A contract of the installation: which, whose, and what it is called. */
export interface Listed extends ContractName {
  called: string;
}

export interface Which {
  /** One contract only. */
  only?: string;
  /** Contracts behind this one in their order, which is that of their identifiers. */
  after?: string;
}

const HANDFUL = 500;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** The tenants that the provider of the installation looks into: all there are. None before there is a provider. */
export async function everyTenant({ database }: Pick<Ledger, "database">): Promise<readonly string[]> {
  return unscoped(database, async (transaction) => {
    const [row] = await transaction.rows<{ reach: string[] | null }>({ text: "select platform.reach(platform.provider()) as reach" });
    return row?.reach ?? [];
  });
}

/** How many contracts there are. */
export async function countContracts(ledger: Pick<Ledger, "database">, { only, after }: Which = {}): Promise<number> {
  const [row] = await scoped(ledger.database, await everyTenant(ledger), (transaction) =>
    transaction.rows<{ count: number }>({
      text: "select count(*) as count from ledger.contract where contract_id > $1 and ($2::uuid is null or contract_id = $2)",
      values: [after ?? FIRST, only ?? null],
    }),
  );
  return row?.count ?? 0;
}

/** The contracts of all tenants, in the order of their identifiers; no transaction stays open between two. */
export async function* everyContract(ledger: Pick<Ledger, "database">, { only, after: first = FIRST }: Which = {}): AsyncGenerator<Listed> {
  const tenants = await everyTenant(ledger);
  for (let after = first; ;) {
    const rows = await scoped(ledger.database, tenants, (transaction) =>
      transaction.rows<Listed>({
        text: `select tenant_id as tenant, contract_id as contract, name as called from ledger.contract
          where contract_id > $1 and ($2::uuid is null or contract_id = $2) order by contract_id limit $3`,
        values: [after, only ?? null, HANDFUL],
      }),
    );
    yield* rows;
    if (rows.length < HANDFUL) return;
    after = rows.at(-1)!.contract;
  }
}
