import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

// Runs in the copy: loads the test files once, then runs those that reach a mutant, with that mutant switched on.

export interface Baseline {
  /** Tests that fail without any mutant: they would prove nothing. */
  failing: string[];
  tests: number;
  covered: number[];
  seconds: number;
}

export type Answer = { baseline: Baseline } | { id: number; killer?: string };

const files = process.argv.slice(2);
let active = -1;
let reached: Set<number> | undefined;
(globalThis as unknown as { __m: (id: number) => boolean }).__m = (id) => {
  reached?.add(id);
  return id === active;
};

const suite = new URL("./suite.ts", import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) => (specifier === "vitest" ? { url: suite, shortCircuit: true } : next(specifier, context)),
});
const { tests } = await import("./suite.ts");
for (const file of files) await import(pathToFileURL(resolve(file)).href);

const cover = new Map<number, { run: () => unknown; name: string; took: number }[]>();
await begin();
process.on("message", (id: number) => void attempt(id));

async function begin(): Promise<void> {
  const start = performance.now();
  const failing: string[] = [];
  for (const test of tests) {
    reached = new Set();
    const from = performance.now();
    const failed = await fails(test.run);
    const took = performance.now() - from;
    if (failed) failing.push(test.name);
    else for (const id of reached) cover.set(id, [...(cover.get(id) ?? []), { ...test, took }]);
  }
  reached = undefined;
  for (const list of cover.values()) list.sort((a, b) => a.took - b.took);
  answer({ baseline: { failing, tests: tests.length, covered: [...cover.keys()], seconds: (performance.now() - start) / 1000 } });
}

async function attempt(id: number): Promise<void> {
  active = id;
  let killer: string | undefined;
  for (const { name, run } of cover.get(id) ?? []) {
    if (!(await fails(run))) continue;
    killer = name;
    break;
  }
  active = -1;
  answer({ id, ...(killer !== undefined && { killer }) });
}

async function fails(run: () => unknown): Promise<boolean> {
  try {
    await run();
    return false;
  } catch {
    return true;
  }
}

function answer(told: Answer): void {
  process.send!(told);
}
