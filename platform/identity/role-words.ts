import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import type { Role } from "./roles.ts";

export const roleWords: Readonly<Record<Role, Bilingual>> = {
  owner: { fr: "responsable de l'installation", en: "owner" },
  operations: { fr: "exploitation", en: "operations" },
  support: { fr: "assistance", en: "support" },
  finance: { fr: "finances", en: "finance" },
  "data-protection": { fr: "protection des données", en: "data protection" },
  distributor: { fr: "distributeur", en: "distributor" },
  administrator: { fr: "administrateur", en: "administrator" },
  affiliate: { fr: "affilié", en: "affiliate" },
  user: { fr: "utilisateur", en: "user" },
};
