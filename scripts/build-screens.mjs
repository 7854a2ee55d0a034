// Builds the console into .cache/console, unless what it is made of is as it was. Plain JavaScript, under the pinned Node.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { home } from "./pinned-node.mjs";

const out = join(home, ".cache", "console");
const stamp = join(out, ".made-of");
const made = digest();
if (existsSync(stamp) && readFileSync(stamp, "utf8") === made) process.exit(0);

process.stderr.write("Building the screens, once …\n");
const { build } = await import("vite");
await build({ configFile: join(home, "vite.config.ts"), configLoader: "native", logLevel: "warn" });
for (const file of filesOf(out)) if (/\.(js|css|svg|html|json)$/.test(file)) compress(file);
writeFileSync(stamp, made);

/** Names, sizes and times of everything that the console is made of. */
function digest() {
  const hash = createHash("sha256");
  const rooms = ["web", "kernel", "ledger/screens", "commitments", "applications", "references"];
  const single = ["browser.tsx", "vite.config.ts", "catalogue.ts", "package-lock.json"];
  for (const file of [...rooms.flatMap((room) => filesOf(join(home, room))), ...single.map((name) => join(home, name))]) {
    if (!existsSync(file)) continue;
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function filesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** Compressed once, here: a request then only reads. */
function compress(file) {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
}
