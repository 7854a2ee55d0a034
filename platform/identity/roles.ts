import type { Scope } from "../http/scopes.ts";
import { scopes } from "../http/scopes.ts";

// What people may do (docs/decisions/14). A role is of one kind of tenant, and stands for a fixed set of scopes.

export const roles = [
  "owner",
  "operations",
  "support",
  "finance",
  "data-protection",
  "distributor",
  "administrator",
  "affiliate",
  "user",
] as const;

export type Role = (typeof roles)[number];
export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word);
}

export type TenantKind = "provider" | "distributor" | "customer";

interface Meaning {
  of: TenantKind;
  scopes: readonly Scope[];
  /** Whether a password alone must have 16 characters: who decides for others, or sees many. */
  strong: boolean;
  /** Whom it may bring into its own tenant. */
  invites: readonly Role[];
}

const meanings: Readonly<Record<Role, Meaning>> = {
  owner: {
    of: "provider",
    scopes,
    strong: true,
    invites: ["owner", "operations", "support", "finance", "data-protection"],
  },
  operations: {
    of: "provider",
    scopes: ["contracts:read", "contracts:write", "facts:write", "evidence:read", "webhooks:write"],
    strong: true,
    invites: [],
  },
  support: { of: "provider", scopes: ["contracts:read", "facts:write"], strong: true, invites: [] },
  finance: {
    of: "provider",
    scopes: ["contracts:read", "contracts:write", "facts:write", "evidence:read"],
    strong: true,
    invites: [],
  },
  "data-protection": {
    of: "provider",
    scopes: ["contracts:read", "facts:write", "evidence:read", "personal:read", "personal:erase"],
    strong: true,
    invites: [],
  },
  distributor: {
    of: "distributor",
    scopes: ["contracts:read", "contracts:write", "facts:write", "evidence:read", "people:read", "people:write"],
    strong: true,
    invites: ["distributor"],
  },
  administrator: {
    of: "customer",
    scopes: [
      "contracts:read",
      "facts:write",
      "evidence:read",
      "personal:read",
      "keys:write",
      "webhooks:write",
      "people:read",
      "people:write",
    ],
    strong: true,
    invites: ["administrator", "affiliate", "user"],
  },
  affiliate: { of: "customer", scopes: ["contracts:read", "people:read", "people:write"], strong: false, invites: ["user"] },
  user: { of: "customer", scopes: ["contracts:read"], strong: false, invites: [] },
};

/** Of several roles at once the most demanding counts. */
export function wantsStrongPassword(held: readonly Role[]): boolean {
  return held.some((role) => meanings[role].strong);
}

export function scopesOf(role: Role): readonly Scope[] {
  return meanings[role].scopes;
}

export function kindOf(role: Role): TenantKind {
  return meanings[role].of;
}

/** The role that runs a tenant of a kind; a key that may write people stands as high, as far as its scopes go. */
export function highestRole(kind: TenantKind): Role {
  return kind === "provider" ? "owner" : kind === "distributor" ? "distributor" : "administrator";
}

/** Who asks to bring or to end somebody: in which role, of which tenant, with which scopes. */
export interface Inviter {
  role: Role;
  scopes: readonly Scope[];
  tenant: string;
}

/** The tenant that somebody is to belong to. */
export interface Host {
  tenant: string;
  kind: TenantKind;
  /** Through whom it bought. */
  distributor: string | undefined;
  /** Whether it has an administrator, or has invited one. */
  administered: boolean;
}

/**
 * Whether somebody may bring another into a role of a tenant. Nobody gives more than they have; but a distributor, who reads and composes for
 * its customers, hands each of them its first administrator.
 */
export function mayGive(by: Inviter, role: Role, host: Host): boolean {
  if (kindOf(role) !== host.kind) return false;
  if (by.role === "distributor" && host.tenant !== by.tenant)
    return role === "administrator" && host.distributor === by.tenant && !host.administered;
  const within = scopesOf(role).every((scope) => by.scopes.includes(scope));
  if (by.role === "owner") return within;
  return within && host.tenant === by.tenant && meanings[by.role].invites.includes(role);
}
