import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { PURPOSE, unsealed } from "./seal.ts";

/** What somebody is called, as it was told with a fact; none where the person was forgotten. */
export interface Named {
  person: string;
  name?: string;
}

/** The field under which a fact about somebody says what they are called: every fact has it, and no clause needs it. */
const FIELD = "note";

/** The names that were told with some facts, by their place in the log. */
export async function readNames(
  transaction: Transaction,
  { keys }: Pick<Ledger, "keys">,
  { tenant, contract }: ContractName,
  positions: readonly number[],
): Promise<Map<number, Named>> {
  const rows = await transaction.rows<{ position: number; person: string; sealed: Buffer }>({
    name: "names-told",
    text: `select position, person, sealed from ledger.personal
      where tenant_id = $1 and contract_id = $2 and position = any ($3) and field = $4`,
    values: [tenant, contract, positions, FIELD],
  });
  const named = rows.map(async ({ position, person, sealed }): Promise<[number, Named]> => {
    const opened = await keys.decryptFor(tenant, person, PURPOSE, sealed);
    return [position, { person, ...(!("forgotten" in opened) && { name: unsealed(opened).text }) }];
  });
  return new Map(await Promise.all(named));
}
