import { type ChildProcess, fork } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openRandom, shuffled } from "#testing/lives/random.ts";
import { instrument, type Mutant } from "./instrument.ts";
import type { Answer, Baseline } from "./worker.ts";

// npm run mutants -- [--sample 400] [--seed 1] [--minutes 15] [--only kernel/time]: small wrong changes to calendar and engine, and
// whether a test notices. Everything happens in a copy. (Stryker 10 needs the compiler interface that TypeScript 7 no longer has.)

const mutated = [
  "kernel/time",
  "kernel/engine",
  "kernel/kinds/duty.ts",
  "kernel/kinds/duty",
  "kernel/kinds/right.ts",
  "kernel/kinds/limit.ts",
  "kernel/kinds/limit",
];
/** Written for tests: what they let pass says nothing about the product. */
const spared = ["kernel/time/examples.ts", "kernel/engine/example.ts", "kernel/engine/example-shown.ts"];
const testing = ["kernel/time", "kernel/engine", "kernel/kinds", "kernel/money"];
const whole = [
  "testing/edition.test.ts",
  "testing/rules.test.ts",
  "testing/timeline.test.ts",
  "testing/life.test.ts",
  "testing/explain.test.ts",
  "testing/examples.test.ts",
  "testing/lives.test.ts",
  "testing/bad-input.test.ts",
  "testing/composition.test.ts",
  "testing/example-life.test.ts",
];
const copied = [
  "kernel",
  "ledger",
  "commitments",
  "applications",
  "references",
  "law",
  "contracts",
  "testing",
  "scripts",
  "catalogue.ts",
  "package.json",
];

/** What one mutant may take: much more than all tests together. */
const PATIENCE = 90_000;

const { values } = parseArgs({
  options: {
    sample: { type: "string", default: "400" },
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "15" },
    only: { type: "string" },
  },
});
const home = join(import.meta.dirname, "../..");
const copy = mkdtempSync(join(tmpdir(), "tenu-mutants-"));
process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
process.on("SIGINT", () => process.exit(130));

const all = build().filter(({ file }) => values.only === undefined || file.startsWith(values.only));
const chosen = shuffled(openRandom(Number(values.seed)), all).slice(0, Number(values.sample));
const end = performance.now() + Number(values.minutes) * 60_000;
const waiting = [...chosen];
const results: { mutant: Mutant; result: "killed" | "survived" | "not reached" | "hung" }[] = [];
await Promise.all([work(true), work(false)]);
report();

/** Copies the house, writes the mutants into it, and lists them. */
function build(): Mutant[] {
  for (const part of copied) cpSync(join(home, part), join(copy, part), { recursive: true });
  symlinkSync(join(home, "node_modules"), join(copy, "node_modules"));
  const mutants: Mutant[] = [];
  for (const file of mutated.flatMap(sources).filter((path) => !spared.includes(path))) {
    const found = instrument(file, readFileSync(join(home, file), "utf8"), mutants.length);
    writeFileSync(join(copy, file), found.code);
    mutants.push(...found.mutants);
  }
  return mutants;
}

function sources(path: string): string[] {
  if (path.endsWith(".ts")) return [path];
  return readdirSync(join(home, path))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => `${path}/${name}`);
}

function testFiles(): string[] {
  const own = testing.flatMap((folder) =>
    readdirSync(join(copy, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => `${folder}/${name}`),
  );
  return [...own, ...whole];
}

interface Runner {
  child: ChildProcess;
  covered: ReadonlySet<number>;
}

async function work(first: boolean): Promise<void> {
  let runner: Runner | undefined;
  while (waiting.length > 0 && performance.now() < end) {
    runner ??= await start(first);
    const mutant = waiting.shift();
    if (!mutant) break;
    if (!runner.covered.has(mutant.id)) {
      results.push({ mutant, result: "not reached" });
      continue;
    }
    const told = await ask(runner.child, mutant.id);
    if (told === undefined) {
      runner.child.kill("SIGKILL");
      runner = undefined;
    }
    results.push({ mutant, result: told === undefined ? "hung" : "killer" in told ? "killed" : "survived" });
    if (process.stderr.isTTY) process.stderr.write(`\r${results.length} of ${chosen.length} `);
  }
  runner?.child.kill();
}

/** A process that has loaded the tests and run them once without a mutant. */
async function start(first: boolean): Promise<Runner> {
  const child = fork(join(copy, "testing/mutation/worker.ts"), testFiles(), {
    cwd: copy,
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const baseline = await new Promise<Baseline>((resolve, reject) => {
    child.once("message", (told: Answer) => ("baseline" in told ? resolve(told.baseline) : reject(new Error("no baseline"))));
    child.once("exit", (code) => reject(new Error(`the tests do not load in the copy (exit ${code})`)));
  });
  child.removeAllListeners("exit");
  if (first && results.length === 0) {
    process.stdout.write(
      `${all.length} mutants in ${new Set(all.map(({ file }) => file)).size} files; ${baseline.tests} tests take ${baseline.seconds.toFixed(1)} s\n`,
    );
    for (const name of baseline.failing) process.stdout.write(`fails without any mutant, left out: ${name}\n`);
  }
  return { child, covered: new Set(baseline.covered) };
}

/** Undefined where no answer came in time, or the process died of the mutant. */
function ask(child: ChildProcess, id: number): Promise<{ id: number; killer?: string } | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(undefined), PATIENCE);
    const message = (told: Answer) => done("id" in told ? told : undefined);
    const exit = () => done(undefined);
    function done(told: { id: number; killer?: string } | undefined): void {
      clearTimeout(timer);
      child.off("message", message);
      child.off("exit", exit);
      resolve(told);
    }
    child.on("message", message);
    child.on("exit", exit);
    child.send(id);
  });
}

function report(): void {
  const left = results.filter(({ result }) => result === "survived" || result === "not reached");
  for (const {
    mutant: { file, line, from, to },
    result,
  } of left.toSorted((a, b) => a.mutant.id - b.mutant.id))
    process.stdout.write(`${result}  ${file}:${line}  ${from}  →  ${to}\n`);
  const rooms = ["kernel/time", "kernel/engine", "kernel/kinds"];
  const share = (list: typeof results) =>
    `${list.length - list.filter((one) => left.includes(one)).length} of ${list.length} killed${list.length === 0 ? "" : ` (${((100 * (list.length - list.filter((one) => left.includes(one)).length)) / list.length).toFixed(1)} %)`}`;
  for (const room of rooms) process.stdout.write(`${room}: ${share(results.filter(({ mutant }) => mutant.file.startsWith(room)))}\n`);
  process.stdout.write(
    `all: ${share(results)}; a sample of ${results.length} out of ${all.length}, seed ${values.seed}; ${results.filter(({ result }) => result === "hung").length} by hanging\n`,
  );
}
