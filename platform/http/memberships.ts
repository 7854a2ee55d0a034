import { isRole, type Role, type TenantKind } from "../identity/roles.ts";
import type { Database } from "../database/connect.ts";
import type { Instant } from "#kernel/time/instant.ts";

/** That somebody belongs to a tenant, in a role. */
export interface Membership {
  tenant: string;
  kind: TenantKind;
  /** The tenant's name. */
  name: string;
  role: Role;
  since: Instant;
}

/** Where a person belongs now. Read at each request: who leaves has left. */
export async function membershipsOf(database: Database, person: string): Promise<Membership[]> {
  const { rows } = await database.query<Omit<Membership, "role"> & { role: string }>({
    name: "memberships-of",
    text: `select tenant_id as tenant, kind, tenant_name as name, role, created as since from platform.memberships_of($1)`,
    values: [person],
  });
  return rows.flatMap(({ role, ...row }) => (isRole(role) ? [{ ...row, role }] : []));
}
