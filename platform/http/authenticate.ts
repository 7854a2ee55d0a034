import { createHash } from "node:crypto";
import type { Instant } from "#kernel/time/instant.ts";
import type { Database } from "../database/connect.ts";
import type { Person } from "../identity/person.ts";
import { type Role, scopesOf } from "../identity/roles.ts";
import { membershipsOf } from "./memberships.ts";
import { foreignOrigin, notAuthenticated, notMember, tenantUnsaid } from "./problems.ts";
import type { Scope } from "./scopes.ts";

/** Who acts: a key, or a person in a role. */
export type Actor = { type: "key"; id: string; name: string } | { type: "person"; id: string; name: string; role: Role };

/** Who calls: with a key, or as a member, of which tenant, and what they may do. */
export interface Caller {
  tenant: string;
  kind: "provider" | "distributor" | "customer";
  /** The tenant's name. */
  name: string;
  by: Actor;
  scopes: readonly Scope[];
}

/** The actor as it is recorded, and counted: the id of a key, or `person/` and the id of a person. Never a name. */
export function actorName({ by }: Pick<Caller, "by">): string {
  return by.type === "key" ? by.id : `person/${by.id}`;
}

/** A request, as far as it tells who sends it. */
export type Asking = Pick<Request, "headers" | "method" | "url">;

/** Finds the caller of a request; throws the one 401 for anything but a key in force or a session. */
export type Authenticate = (request: Asking, now: Instant) => Promise<Caller>;

/** How people are known: by the cookie of a session. */
export interface People {
  signedIn(headers: Headers): Promise<Person | undefined>;
  /** Whether a request comes from a page of ours, as far as it says. */
  isOurs(request: Asking): boolean;
}

interface Holder {
  tenant: string;
  kind: Caller["kind"];
  name: string;
  key: string;
  keyName: string;
  scopes: readonly Scope[];
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
export function openAuthenticator(
  database: Database,
  { keepMs = 3000, most = 10_000, people }: { keepMs?: number; most?: number; people?: People | undefined } = {},
): Authenticate {
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

  return async (request, now) => {
    const authorization = request.headers.get("authorization");
    if (authorization === null && people && request.headers.has("cookie")) return memberOf(database, people, request);
    const secret = BEARER.exec(authorization ?? "")?.[1];
    const holder = secret === undefined ? undefined : await lookUp(digestOf(secret), now);
    if (!holder || (holder.expires !== null && holder.expires <= now) || (holder.revoked !== null && holder.revoked <= now))
      throw notAuthenticated();
    const { tenant, kind, name, key, keyName, scopes } = holder;
    return { tenant, kind, name, by: { type: "key", id: key, name: keyName }, scopes };
  };
}

/**
 * The caller of a session: a person, as a member of the tenant that X-Tenu-Tenant names. A request that changes something must carry that
 * header, which no form of another site can send; one that reads may leave it out where the person belongs to one tenant only.
 */
async function memberOf(database: Database, people: People, request: Asking): Promise<Caller> {
  const person = await people.signedIn(request.headers);
  if (!person) throw notAuthenticated();
  if (changes(request) && !people.isOurs(request)) throw foreignOrigin();
  const said = request.headers.get("x-tenu-tenant")?.toLowerCase();
  const memberships = await membershipsOf(database, person.id);
  if (said === undefined && (changes(request) || memberships.length !== 1)) throw tenantUnsaid();
  const membership = said === undefined ? memberships[0] : memberships.find(({ tenant }) => tenant === said);
  if (!membership) throw notMember();
  const { tenant, kind, name, role } = membership;
  return { tenant, kind, name, by: { type: "person", id: person.id, name: person.name, role }, scopes: scopesOf(role) };
}

function changes({ method }: Asking): boolean {
  return method !== "GET" && method !== "HEAD";
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
