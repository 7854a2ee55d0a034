import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { PURPOSE, unsealed } from "./seal.ts";

/** A personal field of a fact, as it can be read now. `salt` (base 64) opens the commitment in the log; a forgotten person's are gone. */
export type ReadText = { field: string; person: string } & ({ text: string; salt: string } | { forgotten: true; at?: Instant });

/** The personal fields of one fact. */
export async function readTexts(
  transaction: Transaction,
  { keys }: Pick<Ledger, "keys">,
  { tenant, contract }: ContractName,
  position: number,
): Promise<ReadText[]> {
  const rows = await transaction.rows<{ field: string; person: string; sealed: Buffer }>({
    name: "personal",
    text: "select field, person, sealed from ledger.personal where tenant_id = $1 and contract_id = $2 and position = $3 order by field",
    values: [tenant, contract, position],
  });
  return Promise.all(
    rows.map(async ({ field, person, sealed }): Promise<ReadText> => {
      const opened = await keys.decryptFor(tenant, person, PURPOSE, sealed);
      if ("forgotten" in opened) return { field, person, forgotten: true, ...(opened.at !== undefined && { at: opened.at }) };
      const { salt, text } = unsealed(opened);
      return { field, person, text, salt: Buffer.from(salt).toString("base64") };
    }),
  );
}

/** Everything held on one person of a tenant, fact by fact. */
export async function textsAbout(
  transaction: Transaction,
  ledger: Pick<Ledger, "keys">,
  tenant: string,
  person: string,
): Promise<{ contract: string; position: number; texts: ReadText[] }[]> {
  const rows = await transaction.rows<{ contract: string; position: number }>({
    text: `select distinct contract_id as contract, position from ledger.personal
      where tenant_id = $1 and person = $2 order by contract_id, position`,
    values: [tenant, person],
  });
  const found = [];
  for (const { contract, position } of rows) {
    const texts = await readTexts(transaction, ledger, { tenant, contract }, position);
    found.push({ contract, position, texts: texts.filter((one) => one.person === person) });
  }
  return found;
}
