import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { count, type Row } from "./measure.ts";

/** Seeds from…until for one worker, and what it found. */
export interface Share {
  from: number;
  until: number;
}

export type Told = { lives: number } | { faults: string[] };

const HANDFUL = 50;

/** Lives with all their invariants, on two workers, a handful of seeds at a time. */
export async function measureLives(lives: number, tell: (done: number, rate: number) => void): Promise<Row[]> {
  const workers = Math.min(2, availableParallelism());
  const faults: string[] = [];
  let next = 0;
  let done = 0;
  const start = performance.now();
  await Promise.all(Array.from({ length: workers }, () => work()));
  const seconds = (performance.now() - start) / 1000;
  return [
    {
      what: `lives a second, ${count(lives)} lives with all invariants, ${workers} workers`,
      measured: (lives / seconds).toFixed(1),
      aim: "≥ 100",
      reached: lives / seconds >= 100,
    },
    { what: "faults found", measured: String(faults.length), aim: "0", reached: faults.length === 0 },
    ...faults.slice(0, 10).map((fault) => ({ what: fault.slice(0, 200), measured: "" })),
  ];

  function work(): Promise<void> {
    const worker = new Worker(new URL("./lives-worker.ts", import.meta.url));
    return new Promise((resolve, reject) => {
      worker.on("error", reject);
      worker.on("message", (told: Told) => {
        if ("faults" in told) faults.push(...told.faults);
        else {
          done += told.lives;
          tell(done, done / ((performance.now() - start) / 1000));
        }
        if ("lives" in told) give();
      });
      function give(): void {
        const share: Share = { from: next, until: Math.min(next + HANDFUL, lives) };
        next = share.until;
        if (share.from < share.until) worker.postMessage(share);
        else void worker.terminate().then(() => resolve());
      }
      give();
    });
  }
}
