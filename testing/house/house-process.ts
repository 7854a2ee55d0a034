import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readConfiguration, type Configuration } from "#platform/configuration.ts";
import type { ContractName } from "#ledger/ledger.ts";

// Processes that tests start, watch and kill.

export interface Orders {
  directory: string;
  contracts: readonly ContractName[];
  connections: number;
  /** Facts that were told and not acknowledged before: told again first. */
  again: readonly Told[];
  /** Begins the ids of this run's facts. */
  run: string;
}

export interface Told {
  contract: string;
  id: string;
}

/** An installation on a data directory of its own, at any free port. */
export function houseConfiguration(directory: string): Configuration {
  return { ...readConfiguration({ TENU_PORT: "0" }, directory) };
}

/** An empty data directory, through which PostgreSQL's own user may pass. */
export function dataDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "tenu-house-"));
  chmodSync(directory, 0o711);
  return directory;
}

export interface Writer {
  told: Told[];
  kept: Told[];
  /** Answers that said to come again: status, Retry-After and code. */
  busy: string[];
  errors: string;
  /** Resolves when it writes. Throws what it said where it ended before. */
  ready: Promise<void>;
  ended: Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts a process that serves an installation and states facts to it (writer.ts). */
export function startWriter(orders: Orders): Writer {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", join(import.meta.dirname, "writer.ts"), JSON.stringify(orders)],
    {
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const ready = Promise.withResolvers<void>();
  const writer: Writer = {
    told: [],
    kept: [],
    busy: [],
    errors: "",
    ready: ready.promise,
    ended: endOf(child),
    kill: (signal) => void child.kill(signal),
  };
  ready.promise.catch(() => undefined);
  let rest = "";
  child.stdout!.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!; // a line that was cut off by the kill was not said
    for (const line of lines) {
      const [word, contract = "", id = ""] = line.split(" ");
      if (word === "ready") ready.resolve();
      if (word === "told") writer.told.push({ contract, id });
      if (word === "kept") writer.kept.push({ contract, id });
      if (word === "busy") writer.busy.push(line.slice(5));
    }
  });
  child.stderr!.setEncoding("utf8").on("data", (text: string) => (writer.errors += text));
  void writer.ended.then(() => ready.reject(new Error(`The writer ended: ${writer.errors.slice(-2000)}`)));
  return writer;
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((done) => child.on("close", () => done()));
}

/** The process id of the PostgreSQL of a data directory; undefined where none runs. */
export function postgresOf(directory: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(directory, "database", "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

/** Waits until a condition holds; throws after `most` ms. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, most = 30_000): Promise<void> {
  for (const end = performance.now() + most; performance.now() < end; await sleep(20)) if (await holds()) return;
  throw new Error(`not within ${most} ms: ${what}`);
}

/** Waits until PostgreSQL is gone, and takes the directory away. */
export async function removeDirectory(directory: string): Promise<void> {
  await until(() => postgresOf(directory) === undefined, "PostgreSQL stops once nobody uses it");
  rmSync(directory, { recursive: true, force: true });
}
