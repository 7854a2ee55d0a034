import type { components } from "#web/kit/client/schema.d.ts";
import type { Words } from "#web/kit/words/language.tsx";

export type Scope = components["schemas"]["Key"]["scopes"][number];

const words: Readonly<Record<string, Words>> = {
  "contracts:read": { fr: "Lire les contrats et leur situation", en: "Read contracts and where they stand" },
  "contracts:write": { fr: "Composer des contrats", en: "Compose contracts" },
  "facts:write": { fr: "Déclarer des faits", en: "State facts" },
  "evidence:read": { fr: "Obtenir les preuves", en: "Obtain proofs" },
  "personal:read": { fr: "Lire les textes sur des personnes", en: "Read texts about people" },
  "personal:erase": { fr: "Effacer une personne", en: "Erase a person" },
  "keys:write": { fr: "Créer et révoquer des clés", en: "Make and revoke keys" },
  "people:read": { fr: "Voir qui est membre", en: "See who is a member" },
  "people:write": { fr: "Inviter, et mettre fin à un accès", en: "Invite, and end an access" },
  "webhooks:write": { fr: "Régler les webhooks", en: "Set up webhooks" },
  admin: { fr: "Administrer l'installation", en: "Administer the installation" },
};

export function scopeWords(scope: string): Words {
  return words[scope] ?? { fr: scope, en: scope };
}
