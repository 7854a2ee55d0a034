import { textOf } from "#kernel/engine/item.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { Counted } from "../facts/of-kinds.ts";
import type { Cap } from "./caps.ts";

/** Who holds one of those that a cap counts. */
export interface Holder {
  subject: string;
  since: Instant;
  /** The fact that gave it: its place in the log, and who told it. */
  position: number;
  statedBy: string;
  fact: string;
  /** The company of the group that uses it, where the fact says so. */
  affiliate?: string;
}

/**
 * Who holds a seat, and since when. Which subjects hold one the clause has measured: `held` is its memory, in which what was refused never
 * was. The facts only tell since when: from the first assignment after the last release.
 */
export function holdersOf(
  { plus, minus }: Pick<Cap, "plus" | "minus">,
  held: Readonly<Record<string, unknown>>,
  facts: readonly Counted[],
): Holder[] {
  const found = new Map<string, Holder>();
  for (const { fact, position, statedBy, refused } of facts) {
    const { subject, kind, occurred, fields } = fact;
    if (kind === minus && !refused) found.delete(subject);
    if (kind !== plus || refused || found.has(subject)) continue;
    const affiliate = textOf(fields["affiliate"]);
    const name = `${fact.source}:${fact.id}`;
    found.set(subject, { subject, since: occurred, position, statedBy, fact: name, ...(affiliate !== "" && { affiliate }) });
  }
  return [...found.values()].filter(({ subject }) => Object.hasOwn(held, subject));
}
