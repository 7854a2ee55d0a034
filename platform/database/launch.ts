import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Binaries, findBinaries } from "./binaries.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { signIn, signOut } from "./users.ts";

/** Where a PostgreSQL of our own listens, and the superuser's password. */
export interface Server {
  host: string;
  port: number;
  password: string;
  pid: number;
}

export interface Launched extends Server {
  /** Lets go of the server: it stops once nobody uses it any more. Killing this process does the same. */
  release(): void;
  /** Stops the server now, whoever uses it. */
  stop(): Promise<void>;
}

const PORT = 5432;
const PATIENCE = 60_000;

/**
 * Starts the embedded PostgreSQL of a data directory, or attaches to the one that runs there. Any number of processes may
 * attach; the server outlives none of them. `settings` go to PostgreSQL as `-c name=value`.
 */
export async function launch(directory: string, settings: Readonly<Record<string, string>> = {}): Promise<Launched> {
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  const home = realpathSync(directory);
  const cluster = join(home, "postgres");
  const server = await oneAtATime(join(home, ".launching"), async () => {
    const binaries = findBinaries();
    const password = passwordOf(home);
    if (!existsSync(cluster)) await initialise(binaries, home, cluster, password);
    const host = socketOf(cluster, binaries);
    const pid = (await answering(cluster, host)) ?? (await start(binaries, home, cluster, settings));
    return { host, port: PORT, password, pid, user: signIn(home) };
  });
  const { user, ...found } = server;
  const holder = hold(home, user, server.pid);
  return {
    ...found,
    release: () => holder.stdin.end(),
    async stop() {
      holder.kill("SIGKILL");
      signOut(home, user);
      await stopServer(server.pid);
    },
  };
}

/** The superuser's password lies beside the cluster, not in it: a copy of the cluster does not open it. */
function passwordOf(home: string): string {
  const file = join(home, "postgres-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

/** Built aside and renamed when whole: a kill half-way leaves no half of a cluster. */
async function initialise({ initdb, runAs }: Binaries, home: string, cluster: string, password: string): Promise<void> {
  const fresh = `${cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const secret = join(home, `postgres-password.${process.pid}`);
  writeFileSync(secret, password, { mode: 0o600 });
  if (runAs) chmodSync(home, 0o711); // to pass through, not to look into
  if (runAs) for (const path of [fresh, secret]) chownSync(path, runAs.uid, runAs.gid);
  const options = ["--username=postgres", `--pwfile=${secret}`, "--auth=scram-sha-256", "--encoding=UTF8"];
  const collation = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  try {
    await ran(initdb, [`--pgdata=${fresh}`, ...options, ...collation], runAs, home);
  } finally {
    rmSync(secret, { force: true });
  }
  renameSync(fresh, cluster);
}

function ran(command: string, parameters: string[], runAs: Binaries["runAs"], home: string): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(command, parameters, { ...runAs, cwd: "/", stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (said += String(bytes)));
    child.on("error", failed);
    child.on("exit", (status) => {
      if (status === 0) done();
      else failed(new Error(`${command} could not make a database in ${home}:\n${said.trim()}\n${reachable(home, runAs)}`));
    });
  });
}

function reachable(home: string, runAs: Binaries["runAs"]): string {
  return runAs
    ? `As root, PostgreSQL runs as the user nobody: every folder down to ${home} must let it pass (chmod o+x), or choose another with --data.`
    : `Check that ${home} is yours and has room.`;
}

/** The process id of a server that takes connections. One that is stopping, or was killed a moment ago, is waited out. */
async function answering(cluster: string, host: string): Promise<number | undefined> {
  for (let waited = 0; waited < PATIENCE; waited += 20) {
    const server = running(cluster, host);
    if (server === undefined) return undefined;
    if (server.isReady && (await listens(host))) return server.pid;
    await sleep(20);
  }
  return undefined;
}

function listens(host: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = host.startsWith("/") ? connect(join(host, `.s.PGSQL.${PORT}`)) : connect(PORT, host);
    socket.on("connect", () => done(true)).on("error", () => done(false));
    socket.on("connect", () => socket.destroy());
  });
}

/** The server that lives in this cluster, and whether it says that it is up. */
function running(cluster: string, host: string): { pid: number; isReady: boolean } | undefined {
  const file = join(cluster, "postmaster.pid");
  try {
    const lines = readFileSync(file, "utf8").split("\n");
    const pid = Number(lines[0]);
    process.kill(pid, 0);
    if (isServerOf(pid, cluster)) return { pid, isReady: lines[7]?.trim() === "ready" };
    // PostgreSQL would take that process for itself, and not start.
    for (const stale of [file, join(host, `.s.PGSQL.${PORT}.lock`)]) rmSync(stale, { force: true });
    return undefined;
  } catch {
    return undefined;
  }
}

/** After a kill, and above all in a container, another process may have got the number that the server had. */
function isServerOf(pid: number, cluster: string): boolean {
  try {
    return process.platform !== "linux" || readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(cluster);
  } catch {
    return true; // we may not look
  }
}

/** A short name in the temporary folder: the path of a socket may not be longer than 107 bytes. */
function socketOf(cluster: string, { runAs }: Binaries): string {
  if (process.platform === "win32") return "127.0.0.1";
  const name = `tenu-${createHash("sha256").update(cluster).digest("hex").slice(0, 12)}`;
  const folder = join(tmpdir().length > 60 ? "/tmp" : tmpdir(), name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (runAs) chownSync(folder, runAs.uid, runAs.gid);
  return folder;
}

async function start(binaries: Binaries, home: string, cluster: string, settings: Readonly<Record<string, string>>): Promise<number> {
  const log = join(home, "postgres.log");
  const socket = socketOf(cluster, binaries);
  const listen =
    process.platform === "win32" ? { listen_addresses: "127.0.0.1" } : { listen_addresses: "", unix_socket_directories: socket };
  const all = { ...listen, port: String(PORT), timezone: "UTC", log_timezone: "UTC", max_connections: "100", jit: "off", ...settings };
  const parameters = ["-D", cluster, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  for (let waited = 0; ; waited += 200) {
    const pid = await startOnce(binaries, parameters, log, () => running(cluster, socket));
    if (pid !== undefined) return pid;
    const words = readFileSync(log, "utf8").trim();
    if (waited >= PATIENCE || !words.includes(LEFT_OVER))
      throw new Error(`PostgreSQL did not start in ${home}. Its last words (${log}):\n${words.split("\n").slice(-8).join("\n")}`);
    await sleep(200);
  }
}

/** What PostgreSQL says while sessions of a server that was killed have not noticed yet: they end by themselves. */
const LEFT_OVER = "pre-existing shared memory block";

/** The process id of a server that came up; undefined where it ended first. */
async function startOnce(
  { postgres, runAs }: Binaries,
  parameters: readonly string[],
  log: string,
  look: () => ReturnType<typeof running>,
): Promise<number | undefined> {
  writeFileSync(log, "", { mode: 0o600 });
  const output = openSync(log, "a"); // sessions of a server that was killed may still write to it
  const child = spawn(postgres, parameters, { ...runAs, cwd: "/", detached: true, stdio: ["ignore", output, output] });
  closeSync(output);
  let ended = false;
  child.on("exit", () => (ended = true));
  child.on("error", () => (ended = true));
  child.unref();
  for (let waited = 0; waited < PATIENCE && !ended; waited += 20) {
    const server = look();
    if (server?.isReady === true) return server.pid;
    await sleep(20);
  }
  return undefined;
}

/** A small process of its own stops PostgreSQL once we and everybody else are gone: a killed parent leaves no orphan. */
function hold(home: string, user: string, pid: number) {
  const holder = spawn(process.execPath, [join(import.meta.dirname, "holder.ts"), home, user, String(pid)], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  (holder.stdin as unknown as { unref(): void }).unref();
  holder.unref();
  return holder;
}

/** A fast shutdown: sessions are cut, nothing committed is lost. */
export async function stopServer(pid: number): Promise<void> {
  try {
    process.kill(pid, "SIGINT");
    for (let waited = 0; waited < PATIENCE; waited += 20) {
      process.kill(pid, 0);
      await sleep(20);
    }
  } catch {
    return; // it is gone
  }
}
