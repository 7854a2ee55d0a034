import { Worker } from "node:worker_threads";
import { makeContracts, openBench } from "./house/installation.ts";

const bench = await openBench();
try {
  const t = performance.now();
  const names = await makeContracts(bench.installation, 1000);
  console.log("contracts", (performance.now() - t).toFixed(0));
  for (const run of ["warm", "a", "b"]) {
    const worker = new Worker(new URL("./house/clients.ts", import.meta.url), {
      workerData: { url: bench.server.url, key: bench.key, contracts: names.map(({ contract }) => contract), clients: 16, run, milliseconds: 8000 },
    });
    const { times, failures, seconds } = await new Promise<{ times: number[]; failures: string[]; seconds: number }>((done, failed) => {
      worker.once("message", done);
      worker.once("error", failed);
    });
    const sorted = times.toSorted((a, b) => a - b);
    console.log(run, (times.length / seconds).toFixed(0), "facts/s; p50", sorted[Math.floor(sorted.length / 2)]?.toFixed(1), "p99", sorted[Math.floor(sorted.length * 0.99)]?.toFixed(1), "failures", failures.length, failures[0]);
  }
} finally {
  await bench.close();
}
