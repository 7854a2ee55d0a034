import { canonical } from "#kernel/evidence/canonical.ts";
import type { Terms } from "#kernel/evidence/pack.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName } from "../ledger.ts";

/** The particulars or documents of a contract are not those about which a standing was signed. Nothing more is signed about them. */
export class TermsAltered extends Error {
  constructor({ contract }: ContractName, found: string) {
    super(
      `The terms of contract ${contract} are not those about which a standing was signed: ${found}. Mend: restore ledger.contract from a ` +
        "backup; ledger.statement and the packs that were given out tell the terms that were signed.",
    );
    this.name = "TermsAltered";
  }
}

/** Terms without the texts of their documents, which their digests name. */
export type NamedTerms = Omit<Terms, "documents"> & { documents: readonly Omit<Terms["documents"][number], "text">[] };

export function namedTerms({ documents, ...terms }: Terms): NamedTerms {
  return { ...terms, documents: documents.map(({ id, version, digest }) => ({ id, version, digest })) };
}

/** Once signed, an order never changes, and documents are only added to it, by amendments. Throws TermsAltered. */
export async function assertTermsGoOn(transaction: Transaction, name: ContractName, terms: Terms): Promise<void> {
  const [last] = await transaction.rows<{ terms: NamedTerms }>({
    text: "select terms from ledger.statement where tenant_id = $1 and contract_id = $2 order by signed desc, digest limit 1",
    values: [name.tenant, name.contract],
  });
  if (!last) return;
  const now = namedTerms(terms);
  if (canonical(last.terms.particulars) !== canonical(now.particulars)) throw new TermsAltered(name, "the particulars differ");
  const changed = last.terms.documents.find((document, n) => now.documents[n]?.digest !== document.digest);
  if (changed) throw new TermsAltered(name, `document ${changed.id} ${changed.version} is another, or gone`);
}
