import { compareChanges, isChange, restated, targetOf } from "#kernel/engine/effective.ts";
import { type Fact, factName } from "#kernel/engine/fact.ts";
import { Unusable } from "#kernel/terms/problem.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { Fold } from "../fold/folds.ts";
import type { ContractName } from "../ledger.ts";
import { readNamed } from "./fact-rows.ts";
import { misfit } from "./misfits.ts";

/** What new facts do to those told before. */
export interface Changed {
  /** All corrections and withdrawals, the new ones among them. */
  changes: ReadonlyMap<string, readonly Fact[]>;
  /** Each new fact as it counts; undefined for a change, and for what is withdrawn already. */
  counted: readonly (Fact | undefined)[];
  /** Earlier facts that now stand elsewhere in the life, or nowhere. */
  moved: readonly { position: number; lived: Instant | undefined }[];
  /** The earliest instant that the changes touch. */
  from: Instant | undefined;
}

/**
 * What corrections and withdrawals do: the facts they change stand elsewhere or nowhere, and the life is touched from the earlier
 * of both places on. A change told before its fact waits for it (misfits.ts).
 */
export async function changesOf(transaction: Transaction, name: ContractName, fold: Fold, fresh: readonly Fact[]): Promise<Changed> {
  const changes = new Map(fold.changes);
  const targets = new Set<string>();
  for (const fact of fresh.filter(isChange)) {
    targets.add(targetOf(fact));
    changes.set(targetOf(fact), [...(changes.get(targetOf(fact)) ?? []), fact].toSorted(compareChanges));
  }
  const counted = fresh.map((fact) => (isChange(fact) ? undefined : restated(fact, changes.get(factName(fact)))));
  for (const fact of counted) if (fact && targets.has(factName(fact))) assertFits(fold, fact);
  const old = targets.size === 0 ? [] : [...(await readNamed(transaction, name, [...targets].map(nameParts))).values()];
  const moved = old
    .filter(({ fact }) => !isChange(fact))
    .map(({ position, fact }) => {
      const [was, now] = [restated(fact, fold.changes.get(factName(fact))), restated(fact, changes.get(factName(fact)))];
      if (now) assertFits(fold, now);
      return { position, was: was?.occurred, lived: now?.occurred };
    });
  const instants = moved.flatMap(({ was, lived }) => [was, lived].filter((at) => at !== undefined));
  return { changes, counted, moved, from: instants.length > 0 ? Math.min(...instants) : undefined };
}

/** `source:id`; a source has no colon. */
function nameParts(name: string): Pick<Fact, "source" | "id"> {
  const colon = name.indexOf(":");
  return { source: name.slice(0, colon), id: name.slice(colon + 1) };
}

/** What a correction makes of a fact told with it or before it is a fact of its kind still. Throws Unusable with what is not. */
function assertFits({ contract }: Fold, fact: Fact): void {
  const problems = misfit(contract, fact);
  if (problems.length > 0) throw new Unusable(problems);
}
