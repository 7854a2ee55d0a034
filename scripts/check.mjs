// npm run check: everything a reader would otherwise have to look for. Every step runs, whatever the others said.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { home } from "./pinned-node.mjs";

const steps = {
  types: ["tsc", "-b"],
  lint: ["oxlint"],
  boundaries: ["vitest", "run", "--configLoader=native", "--project", "whole", "testing/boundaries.test.ts"],
  format: ["oxfmt", "--check"],
};

const run = join(home, "scripts", "run.mjs");
const failed = Object.entries(steps).filter(([name, command]) => {
  process.stdout.write(`\n— ${name}: ${command.join(" ")}\n`);
  return spawnSync(process.execPath, [run, ...command], { cwd: home, stdio: "inherit" }).status !== 0;
});

process.stdout.write(failed.length === 0 ? "\nChecked, all well.\n" : `\nNot well: ${failed.map(([name]) => name).join(", ")}.\n`);
if (failed.some(([name]) => name === "format")) process.stdout.write('"npm run format" mends the format.\n');
process.exit(failed.length === 0 ? 0 : 1);
