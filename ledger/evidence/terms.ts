import type { Terms } from "#kernel/evidence/pack.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { Head } from "../fold/head.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import type { Author } from "./author.ts";

/** What a contract says, whole: its particulars and the exact texts of its documents, those included that amendments attached. */
export async function readTerms(
  transaction: Transaction,
  { references }: Ledger,
  { figures }: Author,
  { contract }: ContractName,
  head: Head,
): Promise<Terms> {
  const rows = await transaction.rows<{ digest: string; body: string }>({
    text: "select encode(digest, 'hex') as digest, body from ledger.text where digest = any($1::bytea[])",
    values: [head.documents.map(({ digest }) => Buffer.from(digest, "hex"))],
  });
  const bodies = new Map(rows.map(({ digest, body }) => [digest, body]));
  return {
    contract,
    particulars: { ...head.particulars, contract: head.name },
    documents: head.documents.map(({ id, version, digest }) => {
      const text = bodies.get(digest);
      if (text === undefined) throw new Error(`The text ${digest} of ${id} is not in the database: restore ledger.text.`);
      return { id, version, digest, text };
    }),
    references: { edition: references.edition, digest: figures },
  };
}
