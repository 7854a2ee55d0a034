import type { Standing } from "#kernel/engine/standing.ts";
import { formatInstant } from "#kernel/time/instant.ts";

/** An open item, as the server states it. */
export interface Stated {
  id: string;
  state: string;
  due?: string;
  until?: string;
  figure?: { value: string; unit: string };
}

/** Whether what was worked out here is what the server says: names of the items on which it is not. */
export type Agreement = { agrees: true } | { agrees: false; on: readonly string[] };

/** Compares open items, state, deadlines and figures. */
export function agreement(stated: readonly Stated[], { items }: Standing): Agreement {
  const mine = new Map(items.filter(({ closed, type }) => closed === undefined && type !== "refusal").map((item) => [item.id, item]));
  const on: string[] = [];
  for (const one of stated) {
    if (one.id.endsWith("/refused") || one.state === "refused") continue;
    const item = mine.get(one.id);
    mine.delete(one.id);
    const same =
      item !== undefined &&
      item.state === one.state &&
      told(item.due) === one.due &&
      told(item.until) === one.until &&
      item.figure?.value === one.figure?.value;
    if (!same) on.push(one.id);
  }
  on.push(...mine.keys());
  return on.length === 0 ? { agrees: true } : { agrees: false, on };
}

function told(at: number | undefined): string | undefined {
  return at === undefined ? undefined : formatInstant(at);
}
