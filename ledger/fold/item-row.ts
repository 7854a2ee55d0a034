import type { Versions } from "#kernel/engine/apply.ts";
import type { NumberedItem } from "#kernel/engine/register.ts";
import { type Item, isClosed } from "#kernel/engine/item.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";

/** A version of an item, as `ledger.write` takes it. A number is absent where the row is the item's first. */
export interface ItemRow {
  place: number;
  key: string;
  number?: number;
  clause: string;
  subject: string;
  type: string;
  state: string;
  party: string;
  opened: string;
  closed?: string;
  edge?: string;
  body: Item;
}

export interface Replaced {
  key: string;
  number: number;
}

export function itemRow(item: Item, place: number, number?: number): ItemRow {
  const { clause, subject, type, state, party } = item;
  const edge = edgeOf(item);
  return {
    place,
    key: keyOf(item),
    ...(number !== undefined && { number }),
    clause,
    subject,
    type,
    state,
    party,
    opened: formatInstant(item.opened),
    ...(isClosed(item) && { closed: formatInstant(item.closed ?? item.done ?? item.opened) }),
    ...(edge !== undefined && { edge: formatInstant(edge) }),
    body: item,
  };
}

export function keyOf({ clause, subject, type }: Item): string {
  return `${clause}/${subject}${type === "refusal" ? "/refused" : ""}`;
}

/** The next instant that matters about an open item: when a right opens, else when it closes, else when something is due. */
function edgeOf({ state, from, until, due, target }: Item): Instant | undefined {
  return state === "pending" ? from : (until ?? target ?? due);
}

/** An item under its name, and where its clause stands. */
export function labelled({ clause: clauseOf }: Pick<Versions, "clause">, item: Item, id: string): NumberedItem {
  const { document = "", article = "" } = clauseOf(item.clause) ?? {};
  return { ...item, id, document, article };
}
