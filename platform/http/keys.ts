import { randomBytes } from "node:crypto";
import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "../database/scope.ts";
import { type Caller, digestOf } from "./authenticate.ts";
import { missingScope } from "./problems.ts";
import type { Scope } from "./scopes.ts";

/** A key as it is listed: never its secret. */
export interface Key {
  key: string;
  tenant: string;
  name: string;
  scopes: Scope[];
  created: Instant;
  expires: Instant | null;
  revoked: Instant | null;
}

export interface NewKey {
  tenant: string;
  name: string;
  scopes: readonly Scope[];
  expires?: Instant | undefined;
}

const columns = "key_id as key, tenant_id as tenant, name, scopes, created, expires, revoked";

/**
 * Makes a key. Its secret, `tenu_` and 32 random bytes in base64url, is in this answer and nowhere else: only a digest is kept. A caller
 * gives no scope that it does not have itself; `installation` is the command on the machine. Throws a 403 problem.
 */
export async function makeKey(
  transaction: Transaction,
  by: Caller | "installation",
  { tenant, name, scopes, expires }: NewKey,
  now: Instant,
): Promise<{ key: Key; secret: string }> {
  const beyond = by === "installation" ? undefined : scopes.find((scope) => !by.scopes.includes(scope));
  if (beyond !== undefined) throw missingScope(beyond);
  const secret = `tenu_${randomBytes(32).toString("base64url")}`;
  const [key] = await transaction.rows<Key>({
    text: `insert into platform.api_key (tenant_id, name, digest, scopes, created, expires)
      values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), to_timestamp($6::float8 / 1000)) returning ${columns}`,
    values: [tenant, name, digestOf(secret), [...new Set(scopes)], now, expires ?? null],
  });
  return { key: key!, secret };
}

/** The keys of a tenant, the newest first, revoked ones too. */
export function listKeys(transaction: Transaction, tenant: string): Promise<Key[]> {
  return transaction.rows<Key>({
    text: `select ${columns} from platform.api_key where tenant_id = $1 order by key_id desc`,
    values: [tenant],
  });
}

/** Revokes a key for good. The one that comes back says when, also if it was long ago; undefined where there is no such key. */
export async function revokeKey(transaction: Transaction, tenant: string, key: string, now: Instant): Promise<Key | undefined> {
  const [revoked] = await transaction.rows<Key>({
    text: `update platform.api_key set revoked = coalesce(revoked, to_timestamp($3::float8 / 1000))
      where tenant_id = $1 and key_id = $2 returning ${columns}`,
    values: [tenant, key, now],
  });
  return revoked;
}
