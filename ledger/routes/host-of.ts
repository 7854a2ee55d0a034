import type { Transaction } from "#platform/database/scope.ts";
import type { Host, TenantKind } from "#platform/identity/roles.ts";

/** A tenant in scope, as those see it who bring people into it. */
export async function hostOf(transaction: Transaction, tenant: string): Promise<Host & { name: string }> {
  const [host] = await transaction.rows<{ kind: TenantKind; name: string; distributor: string | null; administered: boolean }>({
    text: `select kind, name, distributor_id as distributor,
        exists (select from platform.membership m where m.tenant_id = t.tenant_id and m.role = 'administrator') as administered
      from platform.tenant t where tenant_id = $1`,
    values: [tenant],
  });
  const { kind, name, distributor, administered } = host!;
  return { tenant, kind, name, distributor: distributor ?? undefined, administered };
}
