import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

// The page is lived as a newcomer lives it: a server on an empty folder, and every command in its order.

const home = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(home, "docs/guide/api.md"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "tenu-api-guide-"));
chmodSync(folder, 0o711); // as root, PostgreSQL runs as nobody
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

/** The page's commands, without the one that serves. */
function commands(): string {
  return [...page.matchAll(/```sh\n(.*?)```\n/gs)]
    .map(([, text = ""]) => text)
    .filter((text) => !text.startsWith("npx tenu serve") && !text.startsWith("npx tenu doctor"))
    .join("\necho ---\n");
}

test.skipIf(spawnSync("curl", ["--version"]).status !== 0)(
  "docs/guide/api.md: a contract from terms, acceptance, facts, standing, why, evidence, verify",
  async () => {
    const [, terms = ""] = /save this as `desk\.md`\.\n\n````markdown\n(.*?)````\n/s.exec(page)!;
    writeFileSync(join(folder, "desk.md"), terms);
    const port = await freePort();
    const tenu = join(home, "bin/tenu.mjs");
    const env = { ...process.env, TENU_PORT: String(port), NO_COLOR: "1", LC_ALL: "C.UTF-8" };
    const server = spawn(process.execPath, [tenu, "serve", "--data", "data"], { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"] });
    try {
      await new Promise<void>((listens, failed) => {
        let said = "";
        server.stderr.on("data", (bytes: Buffer) => {
          said += String(bytes);
          if (said.includes("listens on")) listens();
        });
        server.on("exit", () => failed(new Error(said)));
      });
      const script = `set -e -o pipefail\nnpx() { shift; "${process.execPath}" "${tenu}" "$@"; }\n${commands()
        .replaceAll("npx tenu ", "npx tenu ")
        .replace("127.0.0.1:7300", `127.0.0.1:${port}`)}`;
      const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, env, encoding: "utf8" });
      expect([status, stderr]).toEqual([0, ""]);
      const said = stdout.split("---\n");
      expect(stdout).toContain("effective\n");
      expect(stdout).toContain("2026-01-06T11:00:00.000Z\n");
      expect(stdout).toMatch(/body:3:1 .*support\.answered/);
      expect(stdout).toContain("late-answer/R-1/1 due 25\n");
      expect(stdout).toContain("late facts\n");
      expect(said.at(-1)).toBe("desk-2026-001\n");
    } finally {
      server.kill("SIGTERM");
      await new Promise((ended) => server.once("exit", ended));
    }
  },
  120_000,
);
