import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkWords, evidenceWords, faultWords, keyWords, outcomeWords, packPlaceInWords, packPlaceWords } from "./evidence.ts";
import { holesOf } from "./fill.ts";

const folder = join(import.meta.dirname, "..", "evidence");
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");

const all = { ...outcomeWords, ...faultWords, ...keyWords };

test("every code of the evidence has words", () => {
  const told = [...sources.matchAll(/(?:new Misread\(|code: |skipped\(|told\(|: )"([a-z0-9]+(?:-[a-z0-9]+)+)"/g)].map(([, code]) => code!);
  const compared = [...sources.matchAll(/same\([^"]*(?:\{[^}]*\}[^"]*)?"([a-z0-9-]+)", (?!name)/g)].map(([, code]) => code!);
  expect(new Set(told).size).toBeGreaterThan(30);
  expect([...told, ...compared].filter((code) => !(code in all) && !(code in packPlaceWords) && !(code in checkWords))).toEqual([]);
});

test("no words are left over", () => {
  expect(Object.keys(all).filter((code) => !sources.includes(`"${code}"`))).toEqual([]);
});

test("both languages use the same arguments, and each code stands in one list", () => {
  for (const [code, { fr, en }] of Object.entries({ ...all, ...checkWords, ...packPlaceWords }))
    expect([code, new Set(holesOf(fr))]).toEqual([code, new Set(holesOf(en))]);
  expect(Object.keys(all)).toHaveLength([outcomeWords, faultWords, keyWords].flatMap(Object.keys).length);
});

test("a fault is said with its place", () => {
  expect(packPlaceInWords({ part: "entry", name: "17" })).toEqual({ fr: "écriture 17", en: "entry 17" });
  expect(packPlaceInWords({ part: "leaves" }).en).toBe("hashes of the entries");
  expect(evidenceWords({ code: "entry-index", args: { expected: "3", got: "4" } }).en).toBe("Entry 3 had to come here, and 4 does.");
});
