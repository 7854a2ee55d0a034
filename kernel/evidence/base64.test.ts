import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";

describe("base 64", () => {
  test.each([
    ["", ""],
    ["f", "Zg=="],
    ["fo", "Zm8="],
    ["foo", "Zm9v"],
    ["foob", "Zm9vYg=="],
    ["fooba", "Zm9vYmE="],
    ["foobar", "Zm9vYmFy"],
  ])("RFC 4648 §10: %j is %j", (text, encoded) => {
    expect(toBase64(Buffer.from(text))).toBe(encoded);
    expect(Buffer.from(fromBase64(encoded)).toString()).toBe(text);
  });

  test("is what Node writes, and comes back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
  });

  test("no other text stands for the same bytes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.base64String(), fc.string(), fc.stringMatching(/^[A-Za-z0-9+/=]{0,12}$/)), (text) => {
        let bytes: Uint8Array | undefined;
        try {
          bytes = fromBase64(text);
        } catch {
          bytes = undefined;
        }
        expect(bytes === undefined || toBase64(bytes) === text).toBe(true);
      }),
    );
  });

  test.each(["A", "AA", "AAA", "AB==", "AAB=", "A===", "====", "AA=A", "AAAA\n", "AAA-", "AAA é"])("%j is refused", (text) => {
    expect(() => fromBase64(text)).toThrow("base64");
  });
});
