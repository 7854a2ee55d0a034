import { writeFileSync } from "node:fs";
import { file, record, recorded } from "./standings.ts";

// npm run restate: records what this engine makes of the seeded lives, and tells how many it restates.

const before = recordedOrNone();
const now = record();
const changed = Object.entries(now.lives).filter(([seed, { digest }]) => before?.lives[seed]?.digest !== digest);
writeFileSync(file, `${JSON.stringify(now, null, 1)}\n`);
process.stdout.write(`engine ${now.engine}: ${changed.length} of ${Object.keys(now.lives).length} lives restated\n`);

function recordedOrNone() {
  try {
    return recorded();
  } catch {
    return undefined;
  }
}
