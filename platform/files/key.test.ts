import { describe, expect, it } from "vitest";
import { checkKey } from "./key.ts";

describe("a file's key", () => {
  it.each(["a", "a/b", "tenants/0198-aa/contract_1.pdf", "0", "con", "-", "a".repeat(120)])("may be %s", (key) => {
    expect(checkKey(key)).toBe(key);
  });

  it.each([
    "",
    "/",
    "/a",
    "a/",
    "a//b",
    ".",
    "..",
    "../a",
    "a/../b",
    "a/.b",
    "a\\b",
    "a\0",
    "a\n",
    "A",
    "é",
    "a b",
    "a~b",
    "c:a",
    "a".repeat(121),
    "a/".repeat(500) + "a",
  ])("is not %j", (key) => expect(() => checkKey(key)).toThrow(/^file key ".*Mend: /s));
});
