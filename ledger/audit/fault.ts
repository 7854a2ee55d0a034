/** What an audit may find: what each stands for decides whether a rebuild can mend it. */
export const faultKinds = {
  /** The facts as they were recorded: nothing but a backup brings them back. */
  "entry-gone": "source",
  "entry-altered": "source",
  "column-differs": "source",
  "leaf-differs": "source",
  "order-broken": "source",
  "signed-otherwise": "source",
  "frontier-differs": "source",
  /** What was said at earlier revisions: nothing but a backup brings it back. */
  "revision-gone": "history",
  "version-broken": "history",
  /** What can be worked out from the facts: `tenu rebuild` does. */
  "node-differs": "projection",
  "head-differs": "projection",
  "lived-differs": "projection",
  "item-gone": "projection",
  "item-extra": "projection",
  "item-differs": "projection",
  "checkpoint-differs": "projection",
  "revision-differs": "projection",
  /** Not wrong, and not up to date. */
  "edition-differs": "edition",
  "in-trouble": "trouble",
  /** The contract could not be lived again, so what stands was not compared. */
  "not-lived": "unlived",
} as const;

export type FaultKind = keyof typeof faultKinds;

/** One difference between what is stored and what the facts say. Places and values name tables and columns, in no language. */
export interface Fault {
  kind: FaultKind;
  /** `ledger.item[backup/2025-06-30/1].due` */
  place: string;
  /** Undefined: nothing. */
  expected: string | undefined;
  found: string | undefined;
}

/** The faults of one contract: the first thousand are kept, all are counted. */
export interface Faults {
  add(kind: FaultKind, place: string, expected: unknown, found: unknown): void;
  kept: readonly Fault[];
  count: number;
  has(...kinds: readonly (typeof faultKinds)[FaultKind][]): boolean;
}

const KEPT = 1000;
const LONGEST = 200;

export function collectFaults(): Faults {
  const kept: Fault[] = [];
  const met = new Set<string>();
  const faults = {
    kept,
    count: 0,
    add(kind: FaultKind, place: string, expected: unknown, found: unknown) {
      faults.count += 1;
      met.add(faultKinds[kind]);
      if (kept.length < KEPT) kept.push({ kind, place, expected: shown(expected), found: shown(found) });
    },
    has: (...kinds: readonly string[]) => kinds.some((kind) => met.has(kind)),
  };
  return faults;
}

function shown(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = value instanceof Uint8Array ? Buffer.from(value).toString("hex") : typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
