import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { chromiumPath } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the demonstration is served; absent where there is no browser to look at it with. */
    console: { url: string } | undefined;
  }
}

const home = join(import.meta.dirname, "..", "..");

/** Builds the screens and serves a demonstration of its own, once for all browser tests. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (chromiumPath() === undefined) {
    process.stderr.write("No Chromium here (Debian: apt install chromium): what is looked at in a browser is left out.\n");
    project.provide("console", undefined);
    return undefined;
  }
  await ended(spawn(process.execPath, [join(home, "scripts", "build-screens.mjs")], { stdio: ["ignore", 2, 2] }));
  const directory = mkdtempSync(join(tmpdir(), "tenu-browser-"));
  chmodSync(directory, 0o711); // as root, PostgreSQL runs as nobody
  const server = spawn(process.execPath, [join(home, "bin", "tenu.mjs"), "demo", "--data", join(directory, "data"), "--lang", "en"], {
    stdio: ["ignore", "pipe", 2],
    env: { ...process.env, TENU_PORT: "0", NO_COLOR: "1" },
  });
  project.provide("console", { url: (await addressOf(server)).replace("127.0.0.1", "localhost") });
  return async () => {
    server.kill("SIGTERM");
    await new Promise((done) => server.once("exit", done));
    if (existsSync(directory)) rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
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
