import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { median, milliseconds, type Row } from "./measure.ts";

const door = join(import.meta.dirname, "../../bin/tenu.mjs");

/** `tenu serve`, from start to listening: the first time, which makes the database, and later. */
export async function measureServing(): Promise<Row[]> {
  const directory = mkdtempSync(join(tmpdir(), "tenu-bench-"));
  chmodSync(directory, 0o711); // as root, PostgreSQL runs as nobody
  try {
    const first = await served(directory);
    const later: number[] = [];
    for (let run = 0; run < 7; run += 1) later.push(await served(directory));
    const warm = median(later);
    return [
      { what: "tenu serve: from start to listening, a new installation", measured: milliseconds(first) },
      {
        what: "tenu serve: from start to listening, PostgreSQL included",
        measured: milliseconds(warm),
        aim: "< 2 s",
        reached: warm < 2000,
      },
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function served(directory: string): Promise<number> {
  const begun = performance.now();
  const environment = { ...process.env, TENU_PORT: "0", TENU_LANG: "en", DATABASE_URL: "" };
  const server = spawn(process.execPath, [door, "serve", "--data", directory], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  try {
    await listening(server);
    return performance.now() - begun;
  } finally {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, "exit");
      server.kill("SIGTERM");
      await ended;
    }
    await stopped(directory);
  }
}

/** The embedded PostgreSQL ends a little after its last user. */
async function stopped(directory: string): Promise<void> {
  while (existsSync(join(directory, "database", "postgres", "postmaster.pid"))) await sleep(20);
}

function listening(server: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    let said = "";
    for (const stream of [server.stdout!, server.stderr!])
      stream.on("data", (part: Buffer) => {
        said += String(part);
        if (/listens on|écoute sur/.test(said)) done();
      });
    server.once("exit", () => failed(new Error(said)));
  });
}
