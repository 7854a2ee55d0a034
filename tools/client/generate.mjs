// npm run client: writes web/kit/client/schema.d.ts, the types of the API, from docs/openapi.json.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const home = join(here, "..", "..");
if (!existsSync(join(here, "node_modules"))) {
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: here,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(1);
}
const { default: openapi, astToString } = await import("openapi-typescript");
const text = readFileSync(join(home, "docs", "openapi.json"), "utf8");
const digest = createHash("sha256").update(text).digest("hex");
const types = astToString(await openapi(JSON.parse(text), { alphabetize: true }));
writeFileSync(
  join(home, "web", "kit", "client", "schema.d.ts"),
  `// Written by \`npm run client\` from docs/openapi.json, SHA-256 ${digest}.\n\n${types}`,
);
process.stdout.write("web/kit/client/schema.d.ts written.\n");
