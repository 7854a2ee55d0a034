import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { openAsker } from "./ask.ts";

// A worker: requests sent at a fixed rate, whether or not the earlier ones were answered, each measured from when it was to be sent.

const { url, readers, connections, perSecond, seconds } = workerData as {
  url: string;
  readers: { key: string; contract: string }[];
  connections: number;
  perSecond: number;
  seconds: number;
};
const asker = openAsker(url, connections);
const times: number[] = [];
const under: Promise<void>[] = [];
const begun = performance.now();
for (let n = 0; n < perSecond * seconds;) {
  const due = Math.min(perSecond * seconds, Math.floor(((performance.now() - begun) / 1000) * perSecond) + 1);
  for (; n < due; n += 1) under.push(read(n));
  await sleep(1);
}
await Promise.all(under);
asker.close();
parentPort!.postMessage({ times, seconds: (performance.now() - begun) / 1000 });

async function read(n: number): Promise<void> {
  const { key, contract } = readers[(n * 7919) % readers.length]!;
  await asker.ask({ method: "GET", path: `/contracts/${contract}/standing`, key });
  times.push(performance.now() - (begun + (n / perSecond) * 1000));
}
