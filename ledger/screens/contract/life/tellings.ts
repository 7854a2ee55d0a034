import type { Figure } from "#kernel/money/figure.ts";
import { parseInstant } from "#kernel/time/instant.ts";
import type { Telling } from "./marks.ts";

/** An item as the API tells it, with instants as text. */
export interface StatedItem {
  id: string;
  type: Telling["type"];
  state: Telling["state"];
  clause: string;
  subject: string;
  party: string;
  opened: string;
  from?: string;
  due?: string;
  target?: string;
  until?: string;
  done?: string;
  closed?: string;
  pausedAt?: string;
  figure?: Figure;
}

const instants = ["from", "due", "target", "until", "done", "closed", "pausedAt"] as const;

/** The server's items, as the margin reads them. A duty about the whole contract without a deadline is one that is only watched. */
export function tellingsOf(items: readonly StatedItem[]): Telling[] {
  return items.map(({ id, type, state, clause, subject, party, opened, figure, ...rest }) => ({
    id,
    type,
    state,
    clause,
    subject,
    party,
    opened: parseInstant(opened) ?? 0,
    ...Object.fromEntries(instants.flatMap((key) => (rest[key] === undefined ? [] : [[key, parseInstant(rest[key])]]))),
    ...(figure && { figure }),
    ...(type === "obligation" && state === "open" && subject === "contract" && rest.due === undefined && { data: "standing" }),
  }));
}
