import type { NumberedItem } from "./register.ts";
import type { Standing } from "./standing.ts";

/** What differs between two standings. With one instant and two `knownAt`, it is a restatement. */
export interface Comparison {
  /** Keys of the contract itself that differ: `phase`, `ends`, `term`, `edition`, … */
  contract: readonly string[];
  changes: readonly Change[];
}

export interface Change {
  id: string;
  sort: "appeared" | "vanished" | "changed";
  before?: NumberedItem;
  after?: NumberedItem;
  /** Keys of the item that differ. */
  keys: readonly string[];
}

const ofContract = ["phase", "accepted", "activated", "term", "ends", "creditDays", "edition"] as const;
const ofItem = ["state", "party", "to", "from", "due", "target", "until", "done", "figure", "otherwise", "reason", "opened"] as const;

/** Matches items by their name. */
export function compare(before: Standing, after: Standing): Comparison {
  const old = new Map(before.items.map((item) => [item.id, item]));
  const changes: Change[] = [];
  for (const item of after.items) {
    const twin = old.get(item.id);
    old.delete(item.id);
    if (!twin) changes.push({ id: item.id, sort: "appeared", after: item, keys: [] });
    else {
      const keys = ofItem.filter((key) => differs(twin[key], item[key]));
      if (keys.length > 0) changes.push({ id: item.id, sort: "changed", before: twin, after: item, keys });
    }
  }
  for (const item of old.values()) changes.push({ id: item.id, sort: "vanished", before: item, keys: [] });
  return { contract: ofContract.filter((key) => differs(before[key], after[key])), changes };
}

function differs(a: unknown, b: unknown): boolean {
  return a !== b && JSON.stringify(a) !== JSON.stringify(b);
}
