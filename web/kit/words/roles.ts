import type { SpaceKind } from "../screen.ts";
import type { Words } from "./language.tsx";

interface RoleWords {
  of: SpaceKind;
  name: Words;
  /** What whoever holds it may do. */
  may: Words;
}

const roles: Readonly<Record<string, RoleWords>> = {
  owner: {
    of: "provider",
    name: { fr: "Responsable", en: "Owner" },
    may: { fr: "Peut tout, et décide qui entre.", en: "May do everything, and decides who comes in." },
  },
  operations: {
    of: "provider",
    name: { fr: "Exploitation", en: "Operations" },
    may: { fr: "Compose les contrats, déclare les faits, règle les webhooks.", en: "Composes contracts, states facts, sets up webhooks." },
  },
  support: {
    of: "provider",
    name: { fr: "Assistance", en: "Support" },
    may: {
      fr: "Lit et déclare des faits ; chez un client, avec l'accord du client.",
      en: "Reads and states facts; inside a customer's space with that customer's consent.",
    },
  },
  finance: {
    of: "provider",
    name: { fr: "Finance", en: "Finance" },
    may: { fr: "Compose les contrats, déclare les faits, établit les preuves.", en: "Composes contracts, states facts, draws up proofs." },
  },
  "data-protection": {
    of: "provider",
    name: { fr: "Protection des données", en: "Data protection" },
    may: { fr: "Lit les textes sur des personnes et les efface.", en: "Reads texts about people, and erases them." },
  },
  distributor: {
    of: "distributor",
    name: { fr: "Distributeur", en: "Distributor" },
    may: {
      fr: "Compose les contrats de ses clients, et fait entrer ses collègues.",
      en: "Composes its customers' contracts, and brings in its colleagues.",
    },
  },
  administrator: {
    of: "customer",
    name: { fr: "Administrateur", en: "Administrator" },
    may: {
      fr: "Agit pour l'entreprise : faits, preuves, clés, et qui entre.",
      en: "Acts for the company: facts, proofs, keys, and who comes in.",
    },
  },
  affiliate: {
    of: "customer",
    name: { fr: "Société affiliée", en: "Affiliate" },
    may: { fr: "Lit les contrats et fait entrer ses propres utilisateurs.", en: "Reads the contracts and brings in its own users." },
  },
  user: { of: "customer", name: { fr: "Utilisateur", en: "User" }, may: { fr: "Lit les contrats.", en: "Reads the contracts." } },
};

export function roleWords(role: string): Words {
  return roles[role]?.name ?? { fr: role, en: role };
}

export function roleMay(role: string): Words | undefined {
  return roles[role]?.may;
}

export function rolesOf(kind: SpaceKind): string[] {
  return Object.keys(roles).filter((role) => roles[role]!.of === kind);
}

/** Whom a role may bring into its own space, and send away; the server decides. */
export function rolesGivenBy(role: string): readonly string[] {
  if (role === "owner") return rolesOf("provider");
  if (role === "administrator") return rolesOf("customer");
  if (role === "distributor") return ["distributor"];
  return role === "affiliate" ? ["user"] : [];
}

/** Whether a role decides for others, or sees many, so that a password alone must have 16 characters. */
export function isStrongRole(role: string): boolean {
  return roles[role] !== undefined && role !== "affiliate" && role !== "user";
}
