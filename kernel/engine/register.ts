import type { Versions } from "./apply.ts";
import { type Item, WHOLE } from "./item.ts";
import type { State } from "./state.ts";

/** An item under its name: clause / subject / opening number. */
export interface NumberedItem extends Item {
  id: string;
  /** Where the contract's clause stands. */
  document: string;
  article: string;
}

/**
 * Names items. The opening number is an item's rank among all openings of its clause about its subject; since later ones
 * open later, a number given never changes, and the state need not count for ever.
 */
export interface Register {
  /** Closed items by the order they closed in. */
  readonly rows: readonly NumberedItem[];
  /** Takes in items that have closed, the state being what is still open. */
  extend(closed: readonly Item[], state: State): void;
  /** Forgets all but the first rows: a life resumed from a checkpoint. */
  truncate(length: number): void;
  name(item: Item, state: State): NumberedItem;
  nameAll(items: readonly Item[]): NumberedItem[];
}

export function openRegister({ clause: clauseOf }: Pick<Versions, "clause">): Register {
  const rows: NumberedItem[] = [];
  const closedByKey = new Map<string, Item[]>();
  /** Items are immutable, and what opens earlier is played again with all that follows: a name once given holds for its object. */
  const names = new WeakMap<Item, NumberedItem>();

  /** A closed item has left the state and nobody else holds it: it gets its name in place. */
  function name(item: Item, state: State): NumberedItem {
    return Object.assign(item, labels(item, state.items[item.clause]?.[item.whole ? WHOLE : item.subject] ?? []));
  }

  function labels(item: Item, open: readonly Item[]): Pick<NumberedItem, "id" | "document" | "article"> {
    const key = keyOf(item);
    const closed = closedByKey.get(key) ?? [];
    let rank = 1 + placeOf(closed, item);
    // What is open at a past instant may have closed since: it counts once.
    if (item.type !== "refusal") {
      for (const one of open) if (one.subject === item.subject && precedes(one, item) && !isAmong(closed, one)) rank += 1;
    }
    const clause = clauseOf(item.clause);
    return { id: `${key}/${rank}`, document: clause?.document ?? "", article: clause?.article ?? "" };
  }

  /** All open items of one clause; most subjects have one, and need no look at the others. */
  function nameAll(items: readonly Item[]): NumberedItem[] {
    const bySubject = new Map<string, Item[]>();
    for (const item of items) {
      const list = bySubject.get(item.subject);
      if (list) list.push(item);
      else bySubject.set(item.subject, [item]);
    }
    return items.map((item) => {
      const known = names.get(item);
      if (known) return known;
      const named = { ...item, ...labels(item, bySubject.get(item.subject)!) };
      names.set(item, named);
      return named;
    });
  }

  return {
    rows,
    name,
    nameAll,
    extend(closed, state) {
      for (const item of closed) {
        const key = keyOf(item);
        const list = closedByKey.get(key);
        if (list) list.splice(placeAfter(list, item), 0, item);
        else closedByKey.set(key, [item]);
      }
      for (const item of closed) rows.push(name(item, state));
    },
    truncate(length) {
      for (const row of rows.splice(length)) {
        const key = keyOf(row);
        const list = closedByKey.get(key);
        list?.splice(list.indexOf(row, placeIn(list, row)), 1);
        if (list?.length === 0) closedByKey.delete(key);
      }
    },
  };
}

function keyOf({ clause, subject, type }: Item): string {
  return `${clause}/${subject}${type === "refusal" ? "/refused" : ""}`;
}

/** How many of a sorted list come before an item. */
function placeIn(list: readonly Item[], item: Item): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (precedes(list[middle]!, item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeAfter(list: readonly Item[], item: Item): number {
  let at = placeIn(list, item);
  while (at < list.length && !precedes(item, list[at]!)) at += 1;
  return at;
}

/** Where an item, or what it has become since, stands; else after its equals: what is over at once leaves no twin behind to count. */
function placeOf(list: readonly Item[], item: Item): number {
  const after = placeAfter(list, item);
  for (let at = placeIn(list, item); at < after; at += 1) if (list[at] === item || sameCause(list[at]!, item)) return at;
  return after;
}

function isAmong(list: readonly Item[], item: Item): boolean {
  const found = list[placeOf(list, item)];
  return found !== undefined && !precedes(item, found) && !precedes(found, item);
}

function precedes(a: Item, b: Item): boolean {
  return a.opened < b.opened || (a.opened === b.opened && (a.twin ?? 0) < (b.twin ?? 0));
}

function sameCause(a: Item, b: Item): boolean {
  return a.because.facts[0] === b.because.facts[0];
}
