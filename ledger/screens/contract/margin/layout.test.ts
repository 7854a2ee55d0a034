import { expect, test } from "vitest";
import { layOut } from "./layout.ts";

test("what has room stands at its clause", () => {
  const placed = layOut([wanted("b", 200), wanted("a", 0)], 4);
  expect([placed.get("a"), placed.get("b")]).toEqual([0, 200]);
});

test("what would cover another is pushed down, and pushes the next in turn", () => {
  const placed = layOut([wanted("a", 0), wanted("b", 10), wanted("c", 50), wanted("d", 500)], 4);
  expect([...placed.values()]).toEqual([0, 44, 88, 500]);
});

function wanted(key: string, top: number) {
  return { key, top, height: 40 };
}
