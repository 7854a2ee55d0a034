import { expect, test } from "vitest";
import { strengthOf } from "./strength.ts";

test("twelve characters are the least, sixteen for who decides for others", () => {
  expect(strengthOf("orage perle").enough).toBe(false);
  expect(strengthOf("orage perles").enough).toBe(true);
  expect(strengthOf("orage perles", { strong: true })).toMatchObject({ enough: false, values: { n: 4 } });
  expect(strengthOf("orage perles bleu", { strong: true }).enough).toBe(true);
});

test("characters are counted as people count them", () => {
  expect(strengthOf("🌊".repeat(6)).values).toEqual({ n: 6 });
});

test("one's own name and address do not make a password", () => {
  const about = ["Inès Marchetti", "ines.marchetti@quai.example"];
  expect(strengthOf("marchetti-ines-2026", { about }).enough).toBe(false);
  expect(strengthOf("marchetti cargo virgule safran", { about }).enough).toBe(true);
});

test("nor does one character many times", () => {
  expect(strengthOf("abababababababab").enough).toBe(false);
});
