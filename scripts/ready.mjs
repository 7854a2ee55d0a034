// Makes a clone ready to run: installs the dependencies when package-lock.json changed since they were last installed.
// Plain JavaScript and no dependency, since it runs before there are any, under whatever Node is at hand.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { home, pinnedNode, whatToInstall } from "./pinned-node.mjs";

const stamp = join(home, "node_modules", ".ready");
const turn = join(home, ".cache", "installing");
const tooLong = 10 * 60_000;

// npm runs us with this word (package.json, "postinstall") once it has installed by itself.
if (process.argv[2] === "--installed") {
  writeFileSync(stamp, wanted());
} else {
  if (installed() !== wanted()) oneAtATime(install);
  if (pinnedNode() === undefined) stop(whatToInstall());
}

/** What is to be installed: the lock's content, for this kind of machine. */
function wanted() {
  const lock = createHash("sha256")
    .update(readFileSync(join(home, "package-lock.json")))
    .digest("hex");
  return `${lock} ${process.platform}-${process.arch}\n`;
}

function installed() {
  try {
    return readFileSync(stamp, "utf8");
  } catch {
    return undefined;
  }
}

function install() {
  if (installed() === wanted()) return; // another run did it while we waited
  process.stderr.write("Installing the dependencies (npm ci), once …\n");
  const all = ["--include=dev", "--include=optional", "--ignore-scripts"]; // testing/lockfile.test.ts: none is needed
  const quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  const cache = homeless() ? mkdtempSync(join(tmpdir(), "npm-cache-")) : undefined;
  const { status, signal, error } = npm(["ci", ...all, ...quiet, ...(cache ? [`--cache=${cache}`] : [])]);
  if (cache) rmSync(cache, { recursive: true, force: true });
  if (status === 0) return writeFileSync(stamp, wanted());
  const how = error ? error.message : signal ? `stopped by ${signal}` : `exit code ${status}`;
  stop(
    [
      `The dependencies could not be installed: npm ci failed (${how}); its own words are above.`,
      `It needs npm, the network (or an npm mirror), room on the disk and the right to write in ${home}.`,
      "Mend that and run the same command again.",
    ].join("\n"),
  );
}

/** Everything npm says goes to standard error: our caller's output is its own. */
function npm(parameters) {
  const stdio = ["ignore", 2, 2];
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script?.endsWith("npm-cli.js")) return spawnSync(node ?? process.execPath, [script, ...parameters], { cwd: home, stdio });
  return spawnSync("npm", parameters, { cwd: home, stdio, shell: process.platform === "win32" });
}

/** Some users (nobody, in containers) have nowhere to keep npm's cache: a temporary one serves them. */
function homeless() {
  const cache = process.env.npm_config_cache ?? join(homedir(), ".npm");
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** Two runs started together must not install over each other: the second waits. */
function oneAtATime(work) {
  try {
    mkdirSync(dirname(turn), { recursive: true });
    while (!tookTurn()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  } catch (error) {
    stop(`Cannot write in ${home}: ${error.message}`);
  }
  try {
    work();
  } finally {
    rmSync(turn, { force: true });
  }
}

function tookTurn() {
  try {
    writeFileSync(turn, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (abandoned()) rmSync(turn, { force: true });
    return false;
  }
}

function abandoned() {
  try {
    if (Date.now() - statSync(turn).mtimeMs > tooLong) return true;
    process.kill(Number(readFileSync(turn, "utf8")), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

function stop(words) {
  rmSync(turn, { force: true });
  process.stderr.write(`\n${words}\n`);
  process.exit(1);
}
