import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { holesOf } from "./fill.ts";
import { problemTemplates } from "./problems/all.ts";
import { reasonTemplates } from "./reasons.ts";

// Words are made at the edge: what the sources throw or answer, and nothing else, must have some in both languages.

const home = join(import.meta.dirname, "..", "..");

function sources(folder: string): string {
  const names = readdirSync(join(home, folder), { recursive: true, encoding: "utf8" });
  // The linter's codes are findings, which have words and a test of their own.
  const own = names.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.startsWith("lint"));
  return own.map((name) => readFileSync(join(home, folder, name), "utf8")).join("\n");
}

function found(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].map((match) => match[1]!));
}

const engine = ["kernel/engine", "kernel/kinds"].map(sources).join("\n");
const terms = sources("kernel/terms");
const edge = ["bin", "ledger"].map(sources).join("\n");

describe("problems", () => {
  const told = found([engine, terms, edge].join("\n"), /(?:problem\(|new Misread\(|\bsay\()\s*"([a-z0-9]+(?:-[a-z0-9]+)*)"/g);
  const headings = found(readFileSync(join(home, "bin/show/interface-words.ts"), "utf8"), /^ {2}(\w+): \[/gm);
  const codes = [...told].filter((code) => !headings.has(code));
  const sides = ["zone", "holidays"].flatMap((table) => ["before", "after"].map((side) => `calendar-${table}-${side}`));

  test("every code has words", () => {
    expect(codes.length).toBeGreaterThan(60);
    expect([...codes, ...sides].filter((code) => !(code in problemTemplates))).toEqual([]);
  });

  test("no words are left over", () => {
    expect(Object.keys(problemTemplates).filter((code) => !told.has(code) && !sides.includes(code))).toEqual([]);
  });

  test("both languages and both mends say something, with the same arguments", () => {
    for (const [code, { fr, en, mend }] of Object.entries(problemTemplates)) {
      expect([code, [fr, en, mend.fr, mend.en].every((text) => text.length > 3)]).toEqual([code, true]);
      expect([code, new Set(holesOf(fr))]).toEqual([code, new Set(holesOf(en))]);
    }
  });
});

describe("reasons", () => {
  const codes = found(engine, /(?:\breason\(|(?<!problem\()code: )"([a-z]+(?:-[a-z]+)*)"/g);
  const missing = [...found(engine, /missing: "([a-z]+)"/g)].map((what) => `figure-${what}`);

  test("every code has words", () => {
    expect(codes.size).toBeGreaterThan(25);
    expect([...codes, ...missing].filter((code) => !(code in reasonTemplates))).toEqual([]);
  });

  test("no words are left over", () => {
    expect(Object.keys(reasonTemplates).filter((code) => !codes.has(code) && !missing.includes(code))).toEqual([]);
  });

  test("both languages use the same arguments", () => {
    for (const [code, { fr, en }] of Object.entries(reasonTemplates))
      expect([code, new Set(holesOf(fr))]).toEqual([code, new Set(holesOf(en))]);
  });
});
