import fc from "fast-check";
import { expect, test } from "vitest";
import { codeAt, stepOf } from "./totp.ts";

const secret = "12345678901234567890"; // RFC 4226, appendix D

test("codes are those of RFC 4226", () => {
  const codes = ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"];
  for (const [step, code] of codes.entries()) expect(codeAt(secret, step)).toBe(code);
});

test("the last six digits of RFC 6238's times", () => {
  for (const [seconds, code] of [
    [59, "287082"],
    [1_111_111_109, "081804"],
    [2_000_000_000, "279037"],
  ] as const)
    expect(stepOf(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
});

test("a code counts one step before and after its own, and no further", () =>
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 2 ** 40 }), fc.integer({ min: -4, max: 4 }), (step, apart) => {
      const found = stepOf(secret, codeAt(secret, step), (step + apart) * 30_000);
      if (Math.abs(apart) <= 1) expect(found === undefined ? undefined : codeAt(secret, found)).toBe(codeAt(secret, step));
      else expect(found === step).toBe(false);
    }),
  ));

test.each(["", "12345", "1234567", "abcdef", "      ", "é".repeat(6)])("%j is nobody's code", (code) =>
  expect(stepOf(secret, code, 300_000)).toBeUndefined(),
);
