import type { ContractName, Ledger } from "../ledger.ts";
import type { Fold } from "./folds.ts";
import { phaseOf } from "./write.ts";

/** A revision is committed: its fold is kept for the next fact, and who listens is told. */
export function committed(ledger: Ledger, name: ContractName, fold: Fold): void {
  ledger.folds.put(name.contract, fold);
  ledger.changes.tell({ ...name, revision: fold.revision, phase: phaseOf(fold.life) });
}
