/** What a key, or a person by their role, may be allowed to do. A scope stands for itself only: none includes another. */
export const scopes = [
  "contracts:read",
  "contracts:write",
  "facts:write",
  "evidence:read",
  "personal:read",
  "personal:erase",
  "keys:write",
  "people:read",
  "people:write",
  "webhooks:write",
  "admin",
] as const;

export type Scope = (typeof scopes)[number];

export function isScope(word: string): word is Scope {
  return (scopes as readonly string[]).includes(word);
}
