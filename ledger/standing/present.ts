import type { World } from "#kernel/engine/world.ts";
import type { Item } from "#kernel/engine/item.ts";
import { copyState } from "#kernel/engine/state.ts";
import type { Step } from "#kernel/engine/step.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { Fold } from "../fold/folds.ts";
import { type Head, readHead } from "../fold/head.ts";
import { loadFold } from "../fold/load.ts";
import type { ContractName, Ledger } from "../ledger.ts";

/** Where a contract stands at its head: its state, and the version of its text that holds. */
export interface Present {
  head: Head;
  fold: Fold;
  world: World;
  /** A step at now, for what the kernel asks about a state. It must not be changed. */
  step: Step;
}

/**
 * The contract at its head; undefined where there is none. The state is the reader's own: who writes lives on the fold in place, while
 * the reader waits for other rows.
 */
export async function presentOf(transaction: Transaction, ledger: Ledger, name: ContractName): Promise<Present | undefined> {
  const head = await readHead(transaction, name);
  if (!head) return undefined;
  const known = ledger.folds.get(name.contract);
  const shared = known?.revision === head.revision ? known : await loadFold(transaction, ledger, name, head);
  const { versions } = shared.life;
  const state = copyState(shared.life.state);
  const world = versions.of(state);
  return { head, fold: { ...shared, life: { versions, state } }, world, step: { world, state, at: ledger.now(), closed: [], queue: [] } };
}

/** The open items of a clause. */
export function openItemsOf({ fold }: Pick<Present, "fold">, clause: string): Item[] {
  return Object.values(fold.life.state.items[clause] ?? {}).flat();
}
