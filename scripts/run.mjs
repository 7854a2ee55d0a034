// node scripts/run.mjs <tool or file> …: runs a tool of node_modules, or one of our files, under the pinned Node.
import { existsSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { passThrough } from "./pass-through.mjs";
import { home, pinnedNode, whatToInstall } from "./pinned-node.mjs";

const tools = {
  oxfmt: "oxfmt/bin/oxfmt",
  oxlint: "oxlint/bin/oxlint",
  tsc: "typescript/bin/tsc",
  vite: "vite/bin/vite.js",
  vitest: "vitest/vitest.mjs",
};

const [wanted, ...parameters] = process.argv.slice(2);
if (wanted === undefined) stop(`Say what to run: ${Object.keys(tools).join(", ")}, or the path of a file.`);

const file = wanted in tools ? join(home, "node_modules", tools[wanted]) : resolve(wanted);
if (!existsSync(file)) stop(`${file} is not there. ${wanted in tools ? 'Run "npm ci" first.' : "Is the path right?"}`);

const node = pinnedNode();
if (node === undefined) stop(whatToInstall());

const PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`;
passThrough(node, [file, ...parameters], { ...process.env, PATH });

function stop(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
