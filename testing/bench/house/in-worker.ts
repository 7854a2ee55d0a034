import { Worker } from "node:worker_threads";

/** Runs a file of this folder in a thread of its own and gives what it tells: who measures does not slow down who is measured. */
export function inWorker<Answer>(file: string, workerData: unknown): Promise<Answer> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL(file, import.meta.url), { workerData });
    worker.once("message", done);
    worker.once("error", failed);
    worker.once("exit", (code) => failed(new Error(`${file} ended with ${code} and told nothing.`)));
  });
}
