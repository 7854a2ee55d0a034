import { parentPort, workerData } from "node:worker_threads";
import { openAsker } from "./ask.ts";
import type { Sent } from "./sent.ts";

// A worker: clients that each send batch after batch, each to contracts of its own in turn. Incidents come in and are corrected.

const { url, key, contracts, clients, run, requests, size } = workerData as {
  url: string;
  key: string;
  contracts: string[];
  clients: number;
  run: string;
  /** How many requests a client sends. */
  requests: number;
  /** Facts a request. */
  size: number;
};
const asker = openAsker(url, clients);
const times: number[] = [];
const last = new Map<string, number>();
const started = Date.now();
const begun = performance.now();
await Promise.all(
  Array.from({ length: clients }, (_, client) =>
    send(
      contracts.filter((_one, index) => index % clients === client),
      client,
    ),
  ),
);
const seconds = (performance.now() - begun) / 1000;
asker.close();
parentPort!.postMessage({ facts: times.length * size, seconds, times } satisfies Sent);

async function send(mine: readonly string[], client: number): Promise<void> {
  for (let n = 0; n < requests; n += 1) {
    const contract = mine[n % mine.length]!;
    const body = batch(`${run}-${client}-${n}`, (last.get(contract) ?? started - 1000) + 1, Date.now());
    const sent = performance.now();
    const answer = await asker.ask({ method: "POST", path: `/contracts/${contract}/facts/batch`, key, body, type: "application/x-ndjson" });
    times.push(performance.now() - sent);
    last.set(contract, Date.now());
    const { recorded, errors } = JSON.parse(answer) as { recorded: number; errors: unknown[] };
    if (recorded !== size) throw new Error(`Of ${size} facts ${recorded} were recorded: ${JSON.stringify(errors[0])}`);
  }
}

/** Facts in order between two instants, told as they happened. */
function batch(name: string, from: number, until: number): string {
  const lines = Array.from({ length: size }, (_, index) => {
    const occurred = new Date(from + Math.floor(((until - from) * index) / size)).toISOString();
    const id = `${name}-${String(index).padStart(5, "0")}`;
    const subject = `I-${name}-${index >> 1}`;
    return index % 2 === 0
      ? { id, kind: "incident.received", subject, occurred, by: "customer", fields: { severity: "minor" } }
      : { id, kind: "incident.corrected", subject, occurred, by: "provider", fields: {} };
  });
  return lines.map((line) => JSON.stringify(line)).join("\n");
}
