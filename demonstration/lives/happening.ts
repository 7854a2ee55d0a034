import { compareIds } from "#kernel/engine/fact.ts";
import type { Json } from "#kernel/engine/item.ts";
import type { Particulars } from "#kernel/terms/contract.ts";
import type { Instant } from "#kernel/time/instant.ts";

/** Something that happens in a life. It is recorded when it happens unless told otherwise, and numbered within its source. */
export interface Happening {
  occurred: Instant;
  recorded?: Instant;
  kind: string;
  subject?: string;
  by: string;
  source: string;
  /** What machines tell is named by its day, so that it can be told on. */
  id?: string;
  fields?: Readonly<Record<string, Json>>;
}

export type Life = readonly Happening[];

/** The same, named, and in the order in which it was recorded. */
export interface Told extends Happening {
  id: string;
  recorded: Instant;
}

/** A contract of the demonstration: who it is with, what was ordered, and how it has lived. */
export interface Plan {
  /** Names it among the others, for ever: `kerlann-uloa`. */
  key: string;
  /** The customer's key in the cast. */
  customer: string;
  drafted: Instant;
  particulars: Particulars;
  life: Life;
  /** What machines tell day by day, from one instant up to another: the life goes on by it while nobody acts. */
  routine: (from: Instant, until: Instant) => Life;
}

/** What a plan has lived up to an instant, its routine among it. */
export function livedUntil({ life, routine, drafted }: Plan, now: Instant): Told[] {
  return numbered([...life, ...routine(drafted, now)]).filter(({ recorded }) => recorded <= now);
}

/** Numbers what has no name, source by source. Cutting off the end renames nothing. */
export function numbered(life: Life): Told[] {
  const counts = new Map<string, number>();
  return life
    .map((one) => ({ ...one, recorded: Math.max(one.recorded ?? one.occurred, one.occurred) }))
    .toSorted((a, b) => a.recorded - b.recorded || a.occurred - b.occurred || compareIds(a.id ?? "", b.id ?? ""))
    .map(({ id, ...one }) => {
      if (id !== undefined) return { ...one, id };
      const number = (counts.get(one.source) ?? 0) + 1;
      counts.set(one.source, number);
      return { ...one, id: `N-${number}` };
    });
}
