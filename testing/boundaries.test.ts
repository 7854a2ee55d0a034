import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// Every forbidden import is written into a small house with our own rules, in a temporary folder, and must be refused.

const home = join(import.meta.dirname, "..");
const rooms = [
  "kernel",
  "references",
  "platform",
  "ledger/rules",
  "ledger",
  "commitments",
  "applications",
  "demonstration",
  "bin",
  "testing",
];

/** file · what it says */
const refusedByLint: [string, string][] = [
  ["kernel/time/a.ts", `import "#ledger/rules/facts.ts"`],
  ["kernel/time/b.ts", `import "#kernel/money/amount.ts"`],
  ["kernel/time/c.ts", `import "../../ledger/rules/facts.ts"`],
  ["kernel/time/d.ts", `import "./../../catalogue.ts"`],
  ["kernel/time/e.ts", `import "../money/../../catalogue.ts"`],
  ["kernel/time/f.ts", `import "node:fs"`],
  ["kernel/time/g.ts", `import "fs"`],
  ["kernel/time/h.ts", `import "temporal-polyfill"`],
  ["kernel/time/i.ts", `import "yaml/util"`],
  ["kernel/time/j.ts", `export * from "#references/zones.ts"`],
  ["kernel/time/k.ts", `export const late = await import("node:fs")`],
  ["kernel/time/l.ts", `export type Late = import("#ledger/rules/facts.ts").Facts`],
  ["kernel/time/m.ts", `export const now = Date.now()`],
  ["kernel/time/n.ts", `export const now = new globalThis.Date()`],
  ["kernel/time/o.ts", `export const chance = Math.random()`],
  ["kernel/time/p.ts", `export const zone = new Intl.DateTimeFormat()`],
  ["kernel/q.ts", `import "../catalogue.ts"`],
  ["kernel/r.ts", `import ".."`],
  ["kernel/time/s.test.ts", `import "#ledger/rules/facts.ts"`],
  ["kernel/time/t.test.ts", `import "../../ledger/rules/facts.ts"`],
  ["references/a.ts", `import "#ledger/rules/facts.ts"`],
  ["references/b.ts", `import "../ledger/rules/facts.ts"`],
  ["platform/database/a.ts", `import "#ledger/rules/facts.ts"`],
  ["platform/database/b.ts", `import "#references/zones.ts"`],
  ["platform/database/c.ts", `import "../../ledger/rules/facts.ts"`],
  ["platform/database/d.ts", `import "yaml"`],
  ["ledger/facts/a.ts", `import "pg"`],
  ["ledger/facts/b.ts", `import "#commitments/money/rules/facts.ts"`],
  ["ledger/facts/c.ts", `import "#references/zones.ts"`],
  ["ledger/rules/d.ts", `import "#platform/database/scope.ts"`],
  ["ledger/rules/e.ts", `import "node:fs"`],
  ["ledger/rules/a.ts", `import "#commitments/money/rules/facts.ts"`],
  ["ledger/rules/b.ts", `import "../../catalogue.ts"`],
  ["ledger/rules/c.ts", `export const now = new Date()`],
  ["commitments/money/rules/a.ts", `import "#commitments/money/rules/facts.ts"`],
  ["commitments/money/rules/b.ts", `import "#commitments/custody/rules/facts.ts"`],
  ["commitments/money/rules/c.ts", `import "../../custody/rules/facts.ts"`],
  ["commitments/money/rules/d.ts", `import "#applications/crm/rules/facts.ts"`],
  ["commitments/money/rules/e.ts", `import "#catalogue"`],
  ["commitments/money/rules/f.ts", `import "#references/zones.ts"`],
  ["commitments/money/rules/g.ts", `import "yaml"`],
  ["commitments/money/rules/h.ts", `export const chance = Math.random()`],
  ["commitments/money/rules/i.test.ts", `import "../../custody/rules/facts.ts"`],
  ["commitments/money/j.ts", `import "../custody/rules/facts.ts"`],
  ["commitments/money/rules/deep/er/k.ts", `import "../../../../custody/rules/facts.ts"`],
  ["applications/crm/rules/a.ts", `import "#commitments/money/rules/facts.ts"`],
  ["applications/crm/rules/b.ts", `import "../../backup/rules/facts.ts"`],
  ["applications/crm/rules/c.ts", `import "#testing/timeline.ts"`],
  ["demonstration/a.ts", `import "#commitments/money/rules/facts.ts"`],
  ["demonstration/b.ts", `import "../bin/call.ts"`],
  ["demonstration/c.ts", `import "pg"`],
  ["demonstration/lives/a.ts", `import "#ledger/rules/facts.ts"`],
  ["demonstration/lives/b.ts", `import "../make.ts"`],
  ["demonstration/lives/contracts/c.ts", `export const chance = Math.random()`],
  ["elsewhere/a.ts", `import "#applications/crm/rules/facts.ts"`],
  ["elsewhere/b.ts", `import "../commitments/money/rules/facts.ts"`],
];

const allowedByLint: [string, string][] = [
  ["kernel/time/y.ts", `import "../money/amount.ts";\nimport "./zone.ts";\nimport "yaml";\nimport "zod";\nimport "@noble/hashes/sha2.js"`],
  ["kernel/z.ts", `import "./money/amount.ts"`],
  [
    "kernel/time/y.test.ts",
    `import "./zone.ts";\nimport "vitest";\nimport "fast-check";\nimport "node:fs";\nexport const now = Date.now()`,
  ],
  ["references/y.ts", `import "#kernel/time/zone.ts";\nimport "node:fs/promises"`],
  ["platform/database/y.ts", `import "#kernel/time/zone.ts";\nimport "pg";\nimport "node:fs"`],
  ["ledger/facts/y.ts", `import "#kernel/time/zone.ts";\nimport "#platform/database/scope.ts";\nimport "../rules/facts.ts"`],
  ["ledger/rules/y.ts", `import "#kernel/terms/fact-kind.ts";\nimport "./facts.ts"`],
  ["commitments/money/rules/y.ts", `import "#kernel/terms/fact-kind.ts";\nimport "./facts.ts";\nimport "../money.ts"`],
  ["commitments/money/rules/y.test.ts", `import "./facts.ts";\nimport "vitest";\nimport "#testing/timeline.ts"`],
  ["commitments/money/rules/deep/er/y.ts", `import "../../../money.ts"`],
  ["applications/crm/rules/y.ts", `import "#kernel/terms/fact-kind.ts"`],
  ["catalogue.ts", `import "#commitments/money/rules/facts.ts";\nimport "#applications/crm/rules/facts.ts"`],
  ["main.ts", `import "#commitments/money/rules/facts.ts"`],
  ["bin/y.ts", `import "#applications/crm/rules/facts.ts";\nimport "#catalogue"`],
  ["demonstration/y.ts", `import "../main.ts";\nimport "#ledger/rules/facts.ts";\nimport "./lives/all.ts"`],
  ["demonstration/lives/contracts/y.ts", `import "#kernel/time/zone.ts";\nimport "../stage.ts"`],
  ["testing/y.ts", `import "#applications/crm/rules/facts.ts";\nimport "#catalogue"`],
  ["elsewhere/y.ts", `import "#kernel/time/zone.ts";\nimport "#ledger/rules/facts.ts"`],
];

/** A lower room reaching for a higher one. TypeScript names a file once, so each looks for a file of its own. */
const higher = {
  kernel: ["references", "platform", "ledger", "commitments", "applications", "bin", "testing"],
  references: ["platform", "ledger", "commitments", "applications", "bin", "testing"],
  platform: ["references", "ledger", "commitments", "applications", "bin", "testing"],
  "ledger/rules": ["references", "platform", "commitments", "applications", "bin", "testing"],
  ledger: ["references", "commitments", "applications", "bin", "testing"],
  commitments: ["references", "applications", "bin", "testing"],
  applications: ["references", "commitments", "bin", "testing"],
  demonstration: ["bin", "testing"],
  bin: ["testing"],
};
const climbs = Object.entries(higher).flatMap(([room, targets]) => targets.map((target) => [room, target] as const));

const lower = {
  platform: "kernel",
  ledger: "platform",
  commitments: "ledger/rules",
  applications: "ledger/rules",
  demonstration: "ledger",
  bin: "applications",
  testing: "bin",
};
const descents = Object.entries(lower);

const outsideTheKernel: [string, string][] = [
  ["Node", `export const here = process.cwd()`],
  ["Node's modules", `import { readFileSync } from "node:fs";\nexport const read = readFileSync`],
  ["the browser", `export const here = document.title`],
  ["a terminal", `console.log("hello")`],
];

describe("lint", { timeout: 60_000 }, () => {
  const house = newHouse();
  let refusals: Map<string, string[]>;

  beforeAll(async () => {
    for (const [file, text] of [...refusedByLint, ...allowedByLint]) write(house, file, text);
    refusals = await lint(house);
  }, 60_000);

  test.each(refusedByLint)("refuses in %s: %s", (file) => expect(refusals.get(file)).toBeDefined());
  test.each(allowedByLint)("allows in %s: %s", (file) => expect(refusals.get(file)).toBeUndefined());
});

describe("types", { timeout: 60_000 }, () => {
  const house = newHouse();
  let refusals: string;

  beforeAll(async () => {
    for (const room of rooms) write(house, `${room}/open.ts`, "export const open = true");
    for (const [room, target] of climbs) {
      write(house, `${target}/for-${flat(room)}.ts`, "export const open = true");
      write(house, `${room}/climbs-to-${flat(target)}.ts`, reaches(room, target, `for-${flat(room)}`));
    }
    for (const [room, target] of descents) write(house, `${room}/goes-down-to-${flat(target)}.ts`, reaches(room, target, "open"));
    for (const [index, [, text]] of outsideTheKernel.entries()) write(house, `kernel/outside-${index}.ts`, text);
    refusals = await types(house);
  }, 60_000);

  test.each(climbs)("keep %s from %s", (room, target) =>
    expect(refusals).toMatch(new RegExp(`^${room}/climbs-to-${flat(target)}\\.ts.*TS6307`, "m")),
  );
  test.each(descents)("let %s know %s", (room, target) => expect(refusals).not.toContain(`goes-down-to-${flat(target)}`));
  test.each(outsideTheKernel.map(([what], index) => [what, index] as const))("keep the kernel from %s", (_, index) =>
    expect(refusals).toContain(`kernel/outside-${index}.ts`),
  );
});

/** Our configuration and empty rooms, under the machine's own temporary folder: a killed run leaves nothing here. */
function newHouse(): string {
  const house = mkdtempSync(join(tmpdir(), "tenu-house-"));
  afterAll(() => rmSync(house, { recursive: true, force: true }));
  const configuration = [
    "package.json",
    "oxlint.config.ts",
    "tsconfig.json",
    "tsconfig.base.json",
    "tsconfig.catalogue.json",
    "tsconfig.main.json",
  ];
  for (const file of [...configuration, ...rooms.map((room) => join(room, "tsconfig.json"))]) cpSync(join(home, file), join(house, file));
  for (const list of ["catalogue.ts", "main.ts"]) write(house, list, "export const open = true");
  symlinkSync(join(home, "node_modules"), join(house, "node_modules"), "junction");
  return house;
}

function flat(room: string): string {
  return room.replace("/", "-");
}

function write(house: string, file: string, text: string): void {
  const path = join(house, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text};\n`);
}

function reaches(from: string, room: string, file: string): string {
  const up = "../".repeat(from.split("/").length);
  const path = rooms.indexOf(room) < rooms.indexOf("bin") ? `#${room}/${file}.ts` : `${up}${room}/${file}.ts`;
  return `import { open } from "${path}";\nexport const reached = open`;
}

/** file → the rules that refused it, among those that keep the boundaries */
async function lint(house: string): Promise<Map<string, string[]>> {
  const rules = /no-restricted-|consistent-type-imports/;
  const { diagnostics } = JSON.parse(await run(house, "oxlint", "--format=json")) as { diagnostics: { code: string; filename: string }[] };
  const refusals = new Map<string, string[]>();
  for (const { code, filename } of diagnostics.filter((each) => rules.test(each.code))) {
    const file = relative(house, join(house, filename)).replaceAll("\\", "/");
    refusals.set(file, [...(refusals.get(file) ?? []), code]);
  }
  return refusals;
}

function types(house: string): Promise<string> {
  return run(house, "tsc", "-b", "--pretty", "false");
}

function run(house: string, ...command: string[]): Promise<string> {
  const parameters = [join(home, "scripts", "run.mjs"), ...command];
  return new Promise((done) => {
    execFile(process.execPath, parameters, { cwd: house, maxBuffer: 1 << 26 }, (_, output, errors) => done(output || errors));
  });
}
