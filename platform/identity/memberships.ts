import type { Instant } from "#kernel/time/instant.ts";
import { newId } from "../database/new-id.ts";
import type { Transaction } from "../database/scope.ts";
import type { Role } from "./roles.ts";

/** Somebody who belongs to a tenant. Who that is, identity tells. */
export interface Member {
  person: string;
  role: Role;
  invitedBy: string | null;
  since: Instant;
}

export interface NewMembership {
  tenant: string;
  person: string;
  role: Role;
  /** The person who invited them; none where a key did, or the installation itself. */
  invitedBy?: string | null;
}

/** They belong to this tenant already, in one role or another. */
export class AlreadyMember extends Error {}

/** Lets somebody belong to a tenant in scope. Throws AlreadyMember. */
export async function addMembership(transaction: Transaction, membership: NewMembership, now: Instant): Promise<void> {
  const { tenant, person, role, invitedBy = null } = membership;
  const made = await transaction.rows({
    text: `insert into platform.membership (tenant_id, membership_id, person_id, role, invited_by, created)
      values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000)) on conflict (tenant_id, person_id) where ended is null do nothing returning person_id`,
    values: [tenant, newId(now), person, role, invitedBy, now],
  });
  if (made.length === 0) throw new AlreadyMember();
}

/** Who belongs to a tenant in scope now, by when they came. */
export function membersOf(transaction: Transaction, tenant: string): Promise<Member[]> {
  return transaction.rows<Member>({
    text: `select person_id as person, role, invited_by as "invitedBy", created as since from platform.membership
      where tenant_id = $1 and ended is null order by created, membership_id`,
    values: [tenant],
  });
}

/** Ends a membership: from the next request on they reach nothing of the tenant. What they had invited and nobody accepted is withdrawn. */
export async function endMembership(transaction: Transaction, tenant: string, person: string, now: Instant): Promise<boolean> {
  const ended = await transaction.rows({
    text: `update platform.membership set ended = to_timestamp($3::float8 / 1000) where tenant_id = $1 and person_id = $2 and ended is null
      returning person_id`,
    values: [tenant, person, now],
  });
  if (ended.length === 0) return false;
  await transaction.rows({
    text: `update platform.invitation set revoked = to_timestamp($3::float8 / 1000), email = null
      where tenant_id = $1 and invited_by = $2 and accepted is null and revoked is null`,
    values: [tenant, person, now],
  });
  return true;
}
