import type { Terms } from "#kernel/evidence/pack.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { Author } from "../evidence/author.ts";
import { readTerms } from "../evidence/terms.ts";
import { readHead } from "../fold/head.ts";
import type { ContractName, Ledger } from "../ledger.ts";

/** A page of the log. */
export interface Page {
  /** The position behind which it begins; -1 is before the first. */
  after: number;
  most: number;
}

/** All that somebody needs to fold a contract elsewhere, but the figures of the world, of which it has the digest. */
export interface PortableLife {
  name: string;
  revision: number;
  /** How many entries the log has. */
  size: number;
  /** Under which the rows of this revision were worked out; empty for a draft that was told nothing. */
  edition: string;
  /** Particulars, the texts with those that amendments attached, and which figures. */
  terms: Terms;
  entries: readonly { position: number; statedBy: string; entry: string }[];
}

/** A contract's life to take away, its entries page by page as they were hashed into the log. Undefined where there is no such contract. */
export async function portableLife(
  transaction: Transaction,
  ledger: Ledger,
  author: Author,
  name: ContractName,
  { after, most }: Page,
): Promise<PortableLife | undefined> {
  const head = await readHead(transaction, name);
  if (!head) return undefined;
  const rows = await transaction.rows<{ position: number; stated_by: string; entry: Buffer }>({
    name: "life-page",
    text: `select position, stated_by, entry from ledger.fact
            where tenant_id = $1 and contract_id = $2 and position > $3 order by position limit $4`,
    values: [name.tenant, name.contract, after, most],
  });
  return {
    name: head.name,
    revision: head.revision,
    size: head.facts,
    edition: head.edition,
    terms: await readTerms(transaction, ledger, author, name, head),
    entries: rows.map(({ position, stated_by, entry }) => ({ position, statedBy: stated_by, entry: entry.toString("utf8") })),
  };
}
