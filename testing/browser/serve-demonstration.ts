import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const home = join(import.meta.dirname, "..", "..");

export interface Served {
  url: string;
  stop: () => Promise<void>;
}

/** Builds the screens, and serves a demonstration on any free port: its own, or that of a directory, which is kept. */
export async function serveDemonstration(kept?: string): Promise<Served> {
  await ended(spawn(process.execPath, [join(home, "scripts", "build-screens.mjs")], { stdio: ["ignore", 2, 2] }));
  const directory = kept ?? demonstrationDirectory();
  const server = spawn(process.execPath, [join(home, "bin", "tenu.mjs"), "demo", "--data", join(directory, "data"), "--lang", "en"], {
    stdio: ["ignore", "pipe", 2],
    env: { ...process.env, TENU_PORT: "0", NO_COLOR: "1" },
  });
  const url = await addressOf(server);
  return {
    url: url.replace("127.0.0.1", "localhost"), // passkeys want a name
    async stop() {
      const gone = new Promise((done) => server.once("exit", done));
      server.kill("SIGTERM");
      await gone;
      if (kept === undefined) rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
    },
  };
}

/** A folder for a demonstration, to be removed by whoever asks for it. */
export function demonstrationDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "tenu-browser-"));
  chmodSync(directory, 0o711); // as root, PostgreSQL runs as nobody
  return directory;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done, failed) =>
    child.once("exit", (code) => (code === 0 ? done() : failed(new Error(`The screens could not be built: exit code ${code}.`)))),
  );
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = "";
    server.stdout!.setEncoding("utf8").on("data", (part: string) => {
      said += part;
      const url = /https?:\/\/[\w.]+:\d+/.exec(said)?.[0];
      if (url !== undefined) found(url);
    });
    server.once("exit", (code) => failed(new Error(`The demonstration ended with ${code} before it listened:\n${said}`)));
  });
}
