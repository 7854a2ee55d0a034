import { createHash, randomBytes } from "node:crypto";
import { DAY, type Instant } from "#kernel/time/instant.ts";
import { newId } from "../database/new-id.ts";
import type { Database } from "../database/connect.ts";
import type { Transaction } from "../database/scope.ts";
import type { Role, TenantKind } from "./roles.ts";

const GOOD_FOR = 7 * DAY;

export interface Invitation {
  invitation: string;
  email: string;
  role: Role;
  /** Whether its code went by mail, and so proves the address. */
  mailed: boolean;
  invitedBy: string | null;
  created: Instant;
  expires: Instant;
}

export interface NewInvitation {
  tenant: string;
  email: string;
  role: Role;
  mailed: boolean;
  invitedBy: string | null;
  /** Which of those that wait for the same address it may take the place of; all, where it does not say. */
  instead?: readonly string[];
}

const columns = `invitation_id as invitation, email, role, mailed, invited_by as "invitedBy", created, expires`;
const pending = "accepted is null and revoked is null";

/** A code for one door: 32 random bytes, of which only a digest is kept. */
export function newCode(): { code: string; digest: Buffer } {
  const code = randomBytes(32).toString("base64url");
  return { code, digest: digestOfCode(code) };
}

export function digestOfCode(code: string): Buffer {
  return createHash("sha256").update(code).digest();
}

/** Invites somebody to a tenant in scope; earlier invitations of the same address there are withdrawn. The code is in this answer and nowhere else. */
export async function addInvitation(
  transaction: Transaction,
  { tenant, email, role, mailed, invitedBy, instead }: NewInvitation,
  now: Instant,
): Promise<{ invitation: Invitation; code: string }> {
  const { code, digest } = newCode();
  await transaction.rows({
    text: `update platform.invitation set revoked = to_timestamp($3::float8 / 1000), email = null where tenant_id = $1 and email = lower($2) and ${pending}
      and ($4::uuid[] is null or invitation_id = any ($4) or expires <= to_timestamp($3::float8 / 1000))`,
    values: [tenant, email, now, instead ?? null],
  });
  const [invitation] = await transaction.rows<Invitation>({
    text: `insert into platform.invitation (tenant_id, invitation_id, email, role, digest, mailed, invited_by, created, expires)
      values ($1, $2, lower($3), $4, $5, $6, $7, to_timestamp($8::float8 / 1000), to_timestamp($9::float8 / 1000)) returning ${columns}`,
    values: [tenant, newId(now), email, role, digest, mailed, invitedBy, now, now + GOOD_FOR],
  });
  return { invitation: invitation!, code };
}

/** Those that wait for somebody, the newest first. */
export function pendingInvitations(transaction: Transaction, tenant: string, now: Instant): Promise<Invitation[]> {
  return transaction.rows<Invitation>({
    text: `select ${columns} from platform.invitation where tenant_id = $1 and ${pending} and expires > to_timestamp($2::float8 / 1000)
      order by invitation_id desc`,
    values: [tenant, now],
  });
}

/** Withdraws an invitation, and forgets the address. Undefined where none waits under that id. */
export async function revokeInvitation(transaction: Transaction, tenant: string, invitation: string, now: Instant): Promise<boolean> {
  const revoked = await transaction.rows({
    text: `update platform.invitation set revoked = to_timestamp($3::float8 / 1000), email = null
      where tenant_id = $1 and invitation_id = $2 and ${pending} returning invitation_id`,
    values: [tenant, invitation, now],
  });
  return revoked.length > 0;
}

/** Withdraws all that wait for one role. */
export async function revokeInvitationsTo(transaction: Transaction, tenant: string, role: Role, now: Instant): Promise<void> {
  await transaction.rows({
    text: `update platform.invitation set revoked = to_timestamp($3::float8 / 1000), email = null where tenant_id = $1 and role = $2 and ${pending}`,
    values: [tenant, role, now],
  });
}

/** An invitation as its code opens it. */
export interface Opened {
  tenant: string;
  kind: TenantKind;
  tenantName: string;
  invitation: string;
  email: string;
  role: Role;
  mailed: boolean;
  invitedBy: string | null;
}

/** What a code opens now; undefined where it is unknown, used, withdrawn or too old. */
export async function openInvitation(database: Database, code: string, now: Instant): Promise<Opened | undefined> {
  const { rows } = await database.query<Opened & { expires: Instant; accepted: Instant | null; revoked: Instant | null }>({
    text: `select tenant_id as tenant, kind, tenant_name as "tenantName", invitation_id as invitation, email, role, mailed, invited_by as "invitedBy",
      expires, accepted, revoked from platform.invitation_of($1)`,
    values: [digestOfCode(code)],
  });
  if (!rows[0]) return undefined;
  const { expires, accepted, revoked, ...opened } = rows[0];
  return accepted === null && revoked === null && expires > now ? opened : undefined;
}

/** Uses an invitation up, in the transaction that makes the member. False where somebody was quicker, or it was withdrawn meanwhile. */
export async function useInvitation(transaction: Transaction, { tenant, invitation }: Opened, now: Instant): Promise<boolean> {
  const used = await transaction.rows({
    text: `update platform.invitation set accepted = to_timestamp($3::float8 / 1000), email = null
      where tenant_id = $1 and invitation_id = $2 and ${pending} returning invitation_id`,
    values: [tenant, invitation, now],
  });
  return used.length > 0;
}
