import type { Clause } from "#kernel/terms/clause.ts";

/** The form in which a clause wants its act, where it says one plainly. */
export function formOf({ raw }: Clause): { form?: string } {
  const form = raw["in-form"];
  return typeof form === "string" ? { form } : {};
}
