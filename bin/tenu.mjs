#!/usr/bin/env node
// The door: plain JavaScript that any Node ≥ 20 can read. The command itself is command.ts, and needs Node ≥ 24.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { passThrough } from "../scripts/pass-through.mjs";
import { home, pinnedNode, recentEnough, whatToInstall } from "../scripts/pinned-node.mjs";

if (!existsSync(join(home, "node_modules"))) {
  const { status } = spawnSync(process.execPath, [join(home, "scripts", "ready.mjs")], { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(1);
}

if (recentEnough()) {
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE ?? join(home, "node_modules", ".cache", "tenu"));
  await import("./command.ts");
} else {
  const node = pinnedNode();
  if (node === undefined) {
    process.stderr.write(`${whatToInstall()}\n`);
    process.exit(1);
  }
  passThrough(node, ["--disable-warning=ExperimentalWarning", join(home, "bin", "tenu.mjs"), ...process.argv.slice(2)]);
}
