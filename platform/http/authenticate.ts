import { createHash } from "node:crypto";
import type { Instant } from "#kernel/time/instant.ts";
import type { Database } from "../database/connect.ts";
import { notAuthenticated } from "./problems.ts";
import type { Scope } from "./scopes.ts";

/** Who calls: the tenant whose key it is, and what the key may do. */
export interface Caller {
  tenant: string;
  kind: "provider" | "distributor" | "customer";
  /** The tenant's name. */
  name: string;
  /** The key's id. */
  key: string;
  keyName: string;
  scopes: readonly Scope[];
}

/** Finds the caller of an `Authorization` header; throws the one 401 for anything but a key in force. */
export type Authenticate = (authorization: string | undefined, now: Instant) => Promise<Caller>;

interface Holder extends Caller {
  expires: Instant | null;
  revoked: Instant | null;
}

const BEARER = /^Bearer +(tenu_[A-Za-z0-9_-]{43})$/i;

/** The digest under which a key's secret is known: SHA-256. The secret has 256 random bits, so nothing slower is needed. */
export function digestOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/**
 * Looks keys up by their digest. A key found is remembered for `keepMs`, the latest `most` of them: a revocation takes effect within that
 * time. Unknown keys are not remembered, or a stranger could push the known ones out.
 */
export function openAuthenticator(database: Database, { keepMs = 3000, most = 10_000 } = {}): Authenticate {
  const known = new Map<string, { holder: Promise<Holder | undefined>; until: Instant }>();

  function lookUp(digest: Buffer, now: Instant): Promise<Holder | undefined> {
    const name = digest.toString("base64");
    const kept = known.get(name);
    if (kept && kept.until > now && kept.until <= now + keepMs) return kept.holder;
    const forget = () => known.get(name)?.holder === holder && known.delete(name);
    const holder = readHolder(database, digest);
    holder.then((found) => found ?? forget(), forget);
    known.delete(name);
    known.set(name, { holder, until: now + keepMs });
    if (known.size > most) known.delete(known.keys().next().value!);
    return holder;
  }

  return async (authorization, now) => {
    const secret = BEARER.exec(authorization ?? "")?.[1];
    const holder = secret === undefined ? undefined : await lookUp(digestOf(secret), now);
    if (!holder || (holder.expires !== null && holder.expires <= now) || (holder.revoked !== null && holder.revoked <= now))
      throw notAuthenticated();
    const { tenant, kind, name, key, keyName, scopes } = holder;
    return { tenant, kind, name, key, keyName, scopes };
  };
}

async function readHolder(database: Database, digest: Buffer): Promise<Holder | undefined> {
  const { rows } = await database.query<Holder>({
    name: "key-holder",
    text: `select tenant_id as tenant, kind, tenant_name as name, key_id as key, key_name as "keyName", scopes, expires, revoked
      from platform.key_holder($1)`,
    values: [digest],
  });
  return rows[0];
}
