// Which Node runs Tenu: the one pinned in package.json, else the one already running if it is recent enough.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const home = dirname(dirname(fileURLToPath(import.meta.url)));
export const oldest = 24;

export function recentEnough(version = process.versions.node) {
  return Number.parseInt(version, 10) >= oldest;
}

/** The path of a Node ≥ 24, or undefined: no package for this platform, and the Node at hand is older. */
export function pinnedNode() {
  const system = process.platform === "win32" ? "win" : process.platform;
  const binary = system === "win" ? "node.exe" : "node";
  const path = join(home, "node_modules", `node-${system}-${process.arch}`, "bin", binary);
  if (existsSync(path)) return path;
  return recentEnough() ? process.execPath : undefined;
}

export function whatToInstall() {
  const pinned = JSON.parse(readFileSync(join(home, "package.json"), "utf8")).optionalDependencies ?? {};
  return [
    `Tenu needs Node ${oldest} or newer. This is Node ${process.versions.node} on ${process.platform}-${process.arch},`,
    `and the one that comes with the dependencies (${Object.keys(pinned).join(", ")}) is not there.`,
    `If your platform is in that list, run "npm ci" again without --omit=optional. Otherwise install Node ${oldest}: https://nodejs.org`,
  ].join("\n");
}
