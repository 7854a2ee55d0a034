import type { Fact } from "#kernel/engine/fact.ts";
import type { Life } from "#kernel/engine/life.ts";
import type { Frontier } from "#kernel/evidence/tree.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { Instant } from "#kernel/time/instant.ts";

/**
 * A contract folded up to a revision: what the next fact needs. It belongs to whoever holds the contract's row locked, and is
 * forgotten when that transaction fails.
 */
export interface Fold {
  revision: number;
  contract: Contract;
  life: Life;
  /** How many facts the log holds, and its tree. */
  facts: number;
  frontier: Frontier;
  /** When the last fact was recorded: later ones are not recorded earlier. */
  recorded: Instant;
  /** The last fact of the life; absent before the first. */
  last?: Fact;
  /** Numbers of the open items, by identity. */
  numbers: Map<string, number>;
  /** Corrections and withdrawals, by the name of the fact they change. */
  changes: ReadonlyMap<string, readonly Fact[]>;
  /** How many checkpoints there have been, and what happened since the last. */
  checkpoints: number;
  since: Since;
}

/** What happened since the last checkpoint, and how many characters that was. */
export interface Since {
  facts: number;
  moved: number;
  weight: number;
}

export const nothingSince: Since = { facts: 0, moved: 0, weight: 0 };

const EVERY = 32;
const MOVED = 128;
const WEIGHT = 1024;

/** Whether the state is worth keeping: enough has happened that it costs each fact a kilobyte at most. */
export function worthKeeping({ facts, moved, weight }: Since): boolean {
  return (facts >= EVERY || moved >= MOVED) && Math.max(facts, moved / 4) * WEIGHT >= weight;
}

/** The folds used last. What a transaction finds here it may trust only if the locked row stands at the same revision. */
export interface Folds {
  get(contract: string): Fold | undefined;
  put(contract: string, fold: Fold): void;
  /** Takes a fold out, to be changed: nobody else looks at it meanwhile. */
  forget(contract: string): void;
}

export function openFolds(kept = 2000): Folds {
  const folds = new Map<string, Fold>();
  return {
    get: (contract) => folds.get(contract),
    put(contract, fold) {
      folds.delete(contract);
      folds.set(contract, fold);
      if (folds.size > kept) folds.delete(folds.keys().next().value!);
    },
    forget: (contract) => void folds.delete(contract),
  };
}
