import { expect, test } from "vitest";
import { whereTo } from "./where-to.ts";

const here = "https://tenu.example";

test("whoever asked for a page gets there after entering", () => {
  expect(whereTo("/contracts/7?at=2026-01-01#clause", here)).toBe("/contracts/7?at=2026-01-01#clause");
});

test.each([
  null,
  "",
  "contracts",
  "https://elsewhere.example/",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/\t/elsewhere.example",
  "javascript:alert(1)",
])("%j leads to the start", (asked) => {
  expect(whereTo(asked, here)).toBe("/");
});

test("nobody is sent back to the entrance", () => {
  expect(whereTo("/enter?to=/enter", here)).toBe("/");
  expect(whereTo("/a/../enter", here)).toBe("/");
});
