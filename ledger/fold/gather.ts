import type { Item } from "#kernel/engine/item.ts";
import type { Moved } from "#kernel/engine/step.ts";

/** What several steps together moved: each item once, as it now is, with what stood before the first of them. */
export interface Gathered {
  hear(moved: readonly Moved[]): void;
  moved(): Moved[];
}

export function gather(): Gathered {
  const first = new Map<Item, Item | undefined>();
  return {
    hear(moved) {
      for (const { item, was } of moved) {
        const before = was && first.has(was) ? first.get(was) : was;
        if (was) first.delete(was);
        first.set(item, before);
      }
    },
    moved: () => [...first].map(([item, was]) => (was ? { item, was } : { item })).toSorted((a, b) => byOpening(a.item, b.item)),
  };
}

/** The order in which openings are numbered (docs/decisions/04). */
export function byOpening(a: Item, b: Item): number {
  return a.opened - b.opened || (a.twin ?? 0) - (b.twin ?? 0);
}
