import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, digestOf, digestOfText, isCanonical } from "./canonical.ts";

const numberOf = (hex: string) =>
  new DataView(Uint8Array.from(hex.match(/../g)!, (byte) => Number.parseInt(byte, 16)).buffer).getFloat64(0);

describe("RFC 8785", () => {
  test("the example of §3.2.2", () => {
    const input = String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`;
    expect(canonical(JSON.parse(input))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test("the order of keys of §3.2.3: by UTF-16 codes, not by code points", () => {
    const words = { "\u20ac": "Euro", "\r": "Return", "\ufb33": "Dalet", 1: "One", "\ud83d\ude00": "Face", "\u0080": "Control", ö: "O" };
    expect(Object.values(JSON.parse(canonical({ a: words }))["a"] as object)).toHaveLength(7);
    expect([...canonical(words).matchAll(/[A-Z]\w*/g)].map(([word]) => word)).toEqual([
      "Return",
      "One",
      "Control",
      "O",
      "Euro",
      "Face",
      "Dalet",
    ]);
  });

  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("the number %s of appendix B is %s", (hex, text) => expect(canonical([numberOf(hex)])).toBe(`[${text}]`));
});

describe("canonical JSON", () => {
  const json = fc.jsonValue({ stringUnit: "binary", maxDepth: 4 });

  test("is what another implementation writes", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(value)).toBe(canonicalize(value));
      }),
    );
  });

  test("is one text, however the keys came, and says the same", () => {
    const entries = fc.uniqueArray(fc.tuple(fc.oneof(fc.string(), fc.nat().map(String)), json), { selector: ([key]) => key });
    fc.assert(
      fc.property(entries, (pairs) => {
        const [one, other] = [Object.fromEntries(pairs), Object.fromEntries(pairs.toReversed())];
        expect(canonical(one)).toBe(canonical(other));
        expect(JSON.parse(canonical(one))).toEqual(JSON.parse(JSON.stringify(one)));
        expect(canonical(JSON.parse(canonical(one)))).toBe(canonical(one));
      }),
    );
  });

  test("a text is canonical when it is what would be written, and only then", () => {
    fc.assert(
      fc.property(json, fc.boolean(), (value, spaced) => {
        const text = spaced ? JSON.stringify(value, undefined, 1) : JSON.stringify(value);
        expect(isCanonical(text, JSON.parse(text))).toBe(text === canonical(value));
        expect(isCanonical(canonical(value), JSON.parse(canonical(value)))).toBe(true);
      }),
    );
    for (const text of ['{"a":1,"a":1}', '{"10":1,"9":1,"b":{"d":1,"c":1}}', '"\\u0041"', "1.0", "-0", '"\\uD83D\\uDE00"'])
      expect(isCanonical(text, JSON.parse(text))).toBe(false);
    expect(isCanonical('{"10":1,"9":1}', JSON.parse('{"10":1,"9":1}'))).toBe(true);
    expect(isCanonical(String.raw`"\\ud800"`, String.raw`\ud800`)).toBe(true);
    expect(() => isCanonical(String.raw`"\ud800"`, "\ud800")).toThrow("not-json");
  });

  test("a key may be called __proto__", () => {
    expect(canonical(JSON.parse('{"b":1,"__proto__":2}'))).toBe('{"__proto__":2,"b":1}');
  });

  test.each([
    ["undefined", { a: [1, undefined] }, "a.1"],
    ["NaN", { a: { b: Number.NaN } }, "a.b"],
    ["an infinity", [Number.POSITIVE_INFINITY], "0"],
    ["a lone surrogate", { a: "\ud800" }, "a"],
    ["a key with a lone surrogate", { b: { "\udfff": 1 } }, "b"],
    ["a bigint", { a: 1n }, "a"],
    ["a date", { at: new Date(0) }, "at"],
    ["a map", { all: new Map() }, "all"],
    ["what writes itself otherwise", { a: { toJSON: () => 1 } }, "a"],
  ])("refuses %s, and says where", (_, value, path) => {
    expect(() => canonical(value)).toThrow(expect.objectContaining({ code: "not-json", args: expect.objectContaining({ path }) }));
  });

  test("a digest is that of the text", () => {
    expect(digestOf({ b: 1, a: 2 })).toBe(digestOfText('{"a":2,"b":1}'));
    expect(digestOfText("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // FIPS 180-4
  });
});
