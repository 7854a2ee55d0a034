import { Contradiction, sameFact } from "#kernel/engine/effective.ts";
import { type Fact, factName } from "#kernel/engine/fact.ts";
import { formatInstant, type Instant, parseInstant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { readTexts } from "../personal/read.ts";
import type { SealedText } from "../personal/seal.ts";
import type { Recorded } from "./fact-rows.ts";

/** A fact that was checked against its kind and not yet recorded. */
export type Told = Omit<Fact, "recorded"> & {
  /** Its texts about people, sealed; their fields are not among the others. */
  sealed?: readonly SealedText[];
};

/** Told from the future: nothing can be recorded before it happened. */
export class NotYet extends Error {
  readonly fact: Told;
  constructor(fact: Told, happens: Instant, now: Instant) {
    super(`${fact.source}:${fact.id} tells of ${formatInstant(happens)}; now it is ${formatInstant(now)}.`);
    this.fact = fact;
  }
}

/** Told facts, sorted out: those that are new, and where each stands. */
export interface SortedOut {
  /** Not told before, each once, with the instant at which they are recorded. */
  fresh: readonly Fact[];
  /** Where each told fact stands in the log, in the order told; `again` where it had been told before. */
  entries: readonly { position: number; again: boolean }[];
  /** The sealed texts of fresh facts. */
  texts: ReadonlyMap<Fact, readonly SealedText[]>;
}

/** Sorts told facts out against those known by the same names. `size` is the log's. Throws NotYet, or Contradiction for a name taken by other content. */
export function sortOut(told: readonly Told[], known: ReadonlyMap<string, Recorded>, size: number, recorded: Instant): SortedOut {
  const seen = new Map(known);
  const fresh: Fact[] = [];
  const texts = new Map<Fact, readonly SealedText[]>();
  const entries = told.map((one) => {
    const happens = Math.max(one.occurred, movedTo(one));
    if (happens > recorded) throw new NotYet(one, happens, recorded);
    const { sealed, ...rest } = one;
    const fact: Fact = { ...rest, recorded };
    const twin = seen.get(factName(fact));
    if (twin && !sameFact(twin.fact, fact)) throw new Contradiction(twin.fact, fact);
    if (twin) return { position: twin.position, again: true };
    const position = size + fresh.length;
    seen.set(factName(fact), { position, fact });
    fresh.push(fact);
    if (sealed) texts.set(fact, sealed);
    return { position, again: false };
  });
  return { fresh, entries, texts };
}

/** Where a correction puts the fact that it is about. */
function movedTo({ kind, fields }: Told): Instant {
  const told = kind === "fact.corrected" ? fields["occurred"] : undefined;
  return (typeof told === "string" ? parseInstant(told) : undefined) ?? -Infinity;
}

/** A fact told again says the same about people too, or Contradiction is thrown; of a forgotten person nobody can tell. */
export async function assertSameTexts(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  position: number,
  { sealed = [], ...fact }: Told,
  recorded: Instant,
): Promise<void> {
  const kept = new Map((await readTexts(transaction, ledger, name, position)).map((one) => [one.field, one]));
  const other = sealed.some(({ field, text, person }) => {
    const known = kept.get(field);
    return !known || known.person !== person || ("text" in known && known.text !== text);
  });
  if (other) throw new Contradiction({ ...fact, recorded }, { ...fact, recorded });
}
