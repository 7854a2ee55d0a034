import type { Role } from "#platform/identity/roles.ts";

/** Somebody who signs in. A member is named by its key in the cast. */
export interface Person {
  name: string;
  email: string;
  roles: readonly { member: string; role: Role }[];
}

/** One password for everybody: nothing in the demonstration is secret. Long enough for who decides for others. */
export const PASSWORD = "keep every promise made";

export const people: readonly Person[] = [
  person("Claire Vasseur", "quai-logiciel", ["provider", "owner"]),
  person("Yann Le Bihan", "quai-logiciel", ["provider", "operations"]),
  person("Inès Benali", "quai-logiciel", ["provider", "support"]),
  person("Marc Olivier", "quai-logiciel", ["provider", "finance"]),
  person("Sophie Lambert", "quai-logiciel", ["provider", "data-protection"]),
  person("Erwan Kermarrec", "armor-informatique", ["armor", "distributor"]),
  person("Lucie Fabre", "garonne-reseaux", ["garonne", "distributor"]),
  person("Anne Kerlann", "menuiserie-kerlann", ["kerlann", "administrator"]),
  person("Paul Guivarch", "menuiserie-kerlann", ["kerlann", "affiliate"]),
  person("Maud Tanguy", "menuiserie-kerlann", ["kerlann", "user"]),
  person("Hugo Delorge", "imprimerie-delorge", ["delorge", "administrator"]),
  person("Nadia Chérif", "oriane", ["oriane", "administrator"]),
  // One person, two customers: an outside bookkeeper.
  person("Thomas Quéré", "cabinet-quere", ["vaubrun", "administrator"], ["arize", "user"]),
];

function person(name: string, house: string, ...roles: readonly (readonly [member: string, role: Role])[]): Person {
  const local = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(" ", ".");
  return { name, email: `${local}@${house}.example`, roles: roles.map(([member, role]) => ({ member, role })) };
}
