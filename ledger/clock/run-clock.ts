import { setTimeout as sleep } from "node:timers/promises";
import type { Ledger } from "../ledger.ts";
import { tick, type Ticked } from "./tick.ts";

/** A clock that ticks until it is stopped. */
export interface Clock {
  /** Waits for the tick that runs, and ticks no more. */
  stop(): Promise<void>;
}

/** Ticks while there is something due, then looks again every `every` milliseconds. Faults of the database are told, and waited out. */
export function runClock(ledger: Ledger, tell: (ticked: Ticked) => void, trouble: (error: unknown) => void, every = 1000): Clock {
  const stopping = new AbortController();
  const running = run();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const ticked = await tick(ledger).catch((error: unknown) => {
        trouble(error);
        return undefined;
      });
      if (ticked && ticked.turned.length + ticked.failed.length > 0) tell(ticked);
      else await sleep(every, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
