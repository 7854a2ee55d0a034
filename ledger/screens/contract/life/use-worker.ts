import { useEffect, useState } from "react";
import type { Answer, Answered, Asked } from "./protocol.ts";

/** Asks the worker, which answers in order. */
export type AskLife = <Q extends keyof Asked>(ask: Q, what: Asked[Q]) => Promise<Answered[Q]>;

/** A worker for as long as the screen stands. */
export function useWorker(): AskLife | undefined {
  const [ask, setAsk] = useState<AskLife>();
  useEffect(() => {
    const worker = new Worker(new URL("./life.worker.ts", import.meta.url), { type: "module" });
    setAsk(() => askerOf(worker));
    return () => {
      worker.terminate();
      setAsk(undefined);
    };
  }, []);
  return ask;
}

function askerOf(worker: Worker): AskLife {
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ("failed" in data) asked?.reject(new Error(data.failed));
    else asked?.resolve(data.answer as never);
  });
  worker.addEventListener("error", ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  });
  return (ask, what) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, ask, what });
    });
}
