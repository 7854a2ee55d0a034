import { parentPort, workerData } from "node:worker_threads";
import { openAsker } from "./ask.ts";
import type { Sent } from "./sent.ts";

// A worker: clients that each state one fact after another, to every contract in turn.

const { url, key, contracts, clients, run, milliseconds } = workerData as {
  url: string;
  key: string;
  contracts: string[];
  clients: number;
  run: string;
  milliseconds: number;
};
const asker = openAsker(url, clients);
const times: number[] = [];
let n = 0;
const begun = performance.now();
await Promise.all(Array.from({ length: clients }, send));
asker.close();
parentPort!.postMessage({ facts: times.length, seconds: (performance.now() - begun) / 1000, times } satisfies Sent);

async function send(): Promise<void> {
  while (performance.now() < begun + milliseconds) {
    n += 1;
    const [id, contract] = [`${run}-${n}`, contracts[n % contracts.length]!];
    const fact = { id, kind: "incident.received", subject: `I-${id}`, fields: { severity: "minor" }, by: "customer" };
    const sent = performance.now();
    await asker.ask({ method: "POST", path: `/contracts/${contract}/facts`, key, body: JSON.stringify(fact) });
    times.push(performance.now() - sent);
  }
}
