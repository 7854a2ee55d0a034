import { Agent, request } from "node:http";
import { parentPort, workerData } from "node:worker_threads";

// A worker: clients that each send one request after another until told to stop, and measure.

const { url, key, contracts, clients, run, milliseconds } = workerData as {
  url: string;
  key: string;
  contracts: string[];
  clients: number;
  run: string;
  milliseconds: number;
};
const agent = new Agent({ keepAlive: true, maxSockets: clients });
const times: number[] = [];
const failures: string[] = [];
let n = 0;

function send(contract: string, fact: object): Promise<void> {
  const body = JSON.stringify(fact);
  const begun = performance.now();
  return new Promise((done, failed) => {
    const call = request(
      `${url}/api/v1/contracts/${contract}/facts`,
      {
        method: "POST",
        agent,
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json", "content-length": Buffer.byteLength(body) },
      },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (part: string) => (text += part));
        answer.on("end", () => {
          times.push(performance.now() - begun);
          if (answer.statusCode !== 201) failures.push(`${answer.statusCode} ${text.slice(0, 300)}`);
          done();
        });
      },
    );
    call.on("error", failed);
    call.end(body);
  });
}

const end = performance.now() + milliseconds;
const begun = performance.now();
await Promise.all(
  Array.from({ length: clients }, async () => {
    while (performance.now() < end) {
      n += 1;
      const one = n;
      const contract = contracts[one % contracts.length]!;
      await send(contract, { id: `${run}-${one}`, kind: "incident.received", subject: `I-${run}-${one}`, fields: { severity: "minor" }, by: "customer" });
    }
  }),
);
parentPort!.postMessage({ times, failures, seconds: (performance.now() - begun) / 1000 });
agent.destroy();
