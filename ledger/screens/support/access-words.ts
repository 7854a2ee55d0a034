import type { components } from "#web/kit/client/schema.d.ts";
import type { Words } from "#web/kit/words/language.tsx";

export type Access = components["schemas"]["SupportAccess"];
export type Grant = Access["grants"][number];
export type Use = Grant["uses"][number];

/** How a grant stands: a shape, then a word. */
export const stateWords: Readonly<Record<Grant["state"], Words>> = {
  "in force": { fr: "● en vigueur", en: "● in force" },
  over: { fr: "■ expiré", en: "■ expired" },
  revoked: { fr: "■ retiré", en: "■ revoked" },
  refused: { fr: "✕ sans effet", en: "✕ no effect" },
};

/** Whom a grant names, as a reader knows them. */
export function grantee({ name, person }: Pick<Grant, "name" | "person">, nobody: string): string {
  return name ?? person ?? nobody;
}
