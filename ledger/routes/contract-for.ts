import { reading } from "#platform/database/scope.ts";
import type { Caller } from "#platform/http/authenticate.ts";
import { notFound } from "#platform/http/problems.ts";
import { reaches } from "#platform/http/reach.ts";
import type { ContractName, Ledger } from "../ledger.ts";

/**
 * The contract of a request, with the tenant whose rows it is. What is not there and what is out of reach are not found alike. An
 * identifier may come in capitals; here it gets the one spelling that rows and log entries have.
 */
export async function contractFor(ledger: Ledger, caller: Caller, asked: string): Promise<ContractName> {
  const contract = asked.toLowerCase();
  const tenant = ledger.tenants.get(contract) ?? (await tenantOf(ledger, contract));
  if (tenant === undefined || !(await reaches(ledger.database, caller, tenant))) throw notFound({ fr: "Ce contrat", en: "This contract" });
  return { tenant, contract };
}

const KEPT = 100_000;

/** Whose contract it is. That never changes, so it is asked once. */
async function tenantOf(ledger: Ledger, contract: string): Promise<string | undefined> {
  const { rows } = await ledger.database.query<{ tenant: string | null }>({
    name: "tenant-of",
    text: "select ledger.tenant_of($1) as tenant",
    values: [contract],
  });
  const tenant = rows[0]?.tenant ?? undefined;
  if (ledger.tenants.size >= KEPT) ledger.tenants.clear();
  if (tenant !== undefined) ledger.tenants.set(contract, tenant);
  return tenant;
}

/** A customer or distributor of a request, by its tenant. */
export async function tenantFor(ledger: Ledger, caller: Caller, asked: string): Promise<string> {
  const tenant = asked.toLowerCase();
  const there = (await reaches(ledger.database, caller, tenant)) && (await exists(ledger, tenant));
  if (!there) throw notFound({ fr: "Ce client", en: "This customer" });
  return tenant;
}

/** A tenant whose keys, webhooks and people a caller may manage: its own, and the provider anybody's. Who sold to a customer does not become it. */
export async function ownTenantFor(ledger: Ledger, caller: Caller, asked: string): Promise<string> {
  if (caller.kind !== "provider" && asked.toLowerCase() !== caller.tenant) throw notFound({ fr: "Ce client", en: "This customer" });
  return tenantFor(ledger, caller, asked);
}

/** A distributor of a request: another tenant sold nothing to anybody, and would look into a customer all the same. */
export async function distributorFor(ledger: Ledger, caller: Caller, asked: string): Promise<string> {
  const tenant = asked.toLowerCase();
  const there = (await reaches(ledger.database, caller, tenant)) && (await exists(ledger, tenant, "distributor"));
  if (!there) throw notFound({ fr: "Ce distributeur", en: "This distributor" });
  return tenant;
}

async function exists({ database }: Ledger, tenant: string, kind?: string): Promise<boolean> {
  const text = "select from platform.tenant where tenant_id = $1 and ($2::text is null or kind = $2)";
  const rows = await reading(database, [tenant], (transaction) => transaction.rows({ text, values: [tenant, kind ?? null] }));
  return rows.length > 0;
}
