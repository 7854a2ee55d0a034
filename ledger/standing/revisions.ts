import type { Item } from "#kernel/engine/item.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName } from "../ledger.ts";

export interface Revision {
  revision: number;
  made: Instant;
  cause: string;
  /** How many facts the log held then. */
  size: number;
  rests: Instant | null;
  edition: string;
}

/** What made the revisions of a standing, the latest first. */
export function listRevisions(
  transaction: Transaction,
  { tenant, contract }: ContractName,
  before: number | undefined,
  most: number,
): Promise<Revision[]> {
  return transaction.rows<Revision>({
    name: "revisions",
    text: `select revision, made, cause, facts as size, rests, edition from ledger.revision
      where tenant_id = $1 and contract_id = $2 and revision < coalesce($3, 9223372036854775807) order by revision desc limit $4`,
    values: [tenant, contract, before ?? null, most],
  });
}

/** One item before and after a revision; without `before` it appeared, without `after` it is gone. */
export interface RevisionChange {
  id: string;
  before?: Item;
  after?: Item;
}

/** The items that a revision changed, as they were and as they became; undefined where there is no such revision. */
export async function revisionChanges(
  transaction: Transaction,
  { tenant, contract }: ContractName,
  revision: number,
): Promise<RevisionChange[] | undefined> {
  const known = await transaction.rows({
    text: "select from ledger.revision where tenant_id = $1 and contract_id = $2 and revision = $3",
    values: [tenant, contract, revision],
  });
  if (known.length === 0) return undefined;
  const rows = await transaction.rows<{ id: string; before: Item | null; after: Item | null }>({
    name: "revision-changes",
    text: `select key || '/' || number as id, min(body::text) filter (where until = $3)::jsonb as before,
        min(body::text) filter (where since = $3)::jsonb as after
      from ledger.item where tenant_id = $1 and contract_id = $2 and (since = $3 or until = $3)
      group by key, number order by key, number`,
    values: [tenant, contract, revision],
  });
  return rows.map(({ id, before, after }) => ({ id, ...(before && { before }), ...(after && { after }) }));
}
