import { parentPort } from "node:worker_threads";
import { faultsOf } from "#testing/lives/check.ts";
import type { Share, Told } from "./lives.ts";

parentPort!.on("message", ({ from, until }: Share) => {
  for (let seed = from; seed < until; seed += 1) {
    const faults = faultsIn(seed);
    if (faults.length > 0) tell({ faults });
  }
  tell({ lives: until - from });
});

function faultsIn(seed: number): string[] {
  try {
    return faultsOf(seed);
  } catch (error) {
    return [`seed ${seed} threw ${error instanceof Error ? error.message : String(error)}`];
  }
}

function tell(told: Told): void {
  parentPort!.postMessage(told);
}
