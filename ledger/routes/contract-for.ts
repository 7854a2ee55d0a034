import type { Caller } from "#platform/http/authenticate.ts";
import { notFound } from "#platform/http/problems.ts";
import { reaches } from "#platform/http/reach.ts";
import type { ContractName, Ledger } from "../ledger.ts";

/** The contract of a request, with the tenant whose rows it is. What is not there and what is out of reach are not found alike. */
export async function contractFor(ledger: Ledger, caller: Caller, contract: string): Promise<ContractName> {
  const { rows } = await ledger.database.query<{ tenant: string | null }>({
    name: "tenant-of",
    text: "select ledger.tenant_of($1) as tenant",
    values: [contract],
  });
  const tenant = rows[0]?.tenant;
  if (tenant === null || tenant === undefined || !(await reaches(ledger.database, caller, tenant)))
    throw notFound({ fr: "Ce contrat", en: "This contract" });
  return { tenant, contract };
}

/** A customer or distributor of a request, by its tenant. */
export async function tenantFor(ledger: Ledger, caller: Caller, tenant: string): Promise<string> {
  if (!(await reaches(ledger.database, caller, tenant))) throw notFound({ fr: "Ce client", en: "This customer" });
  return tenant;
}
