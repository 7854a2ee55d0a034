import type { Instant } from "#kernel/time/instant.ts";
import { readStamp, writeStamp } from "./directory.ts";

/** The demonstration's clock: the machine's, and ahead of it by what it was moved. */
export interface Clock {
  now: () => Instant;
  ahead: () => number;
  /** Moves it forward, and remembers that. Throws Backward for an instant that is past. */
  moveTo: (at: Instant) => void;
}

export class Backward extends Error {}

export function openClock(directory: string, machine: () => Instant): Clock {
  let ahead = readStamp(directory)?.ahead ?? 0;
  const now = () => machine() + ahead;
  return {
    now,
    ahead: () => ahead,
    moveTo: (at) => {
      if (at < now()) throw new Backward();
      ahead = at - machine();
      writeStamp(directory, { ...readStamp(directory)!, ahead });
    },
  };
}
