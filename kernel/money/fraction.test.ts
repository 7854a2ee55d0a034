import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  compare,
  decimal,
  divide,
  fixed,
  formatFraction,
  fraction,
  isZero,
  maximum,
  minimum,
  multiply,
  negate,
  one,
  parseFraction,
  subtract,
  zero,
} from "./fraction.ts";

const small = fc.bigInt({ min: -10_000n, max: 10_000n });
const huge = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const integer = fc.oneof(small, huge);
const exact = fc
  .tuple(
    integer,
    integer.filter((d) => d !== 0n),
  )
  .map(([n, d]) => fraction(n, d));
const pair = fc.tuple(exact, exact);
const triple = fc.tuple(exact, exact, exact);

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

function always<T>(of: fc.Arbitrary<T>, rule: (each: T) => void): void {
  fc.assert(
    fc.property(of, (each) => {
      rule(each);
    }),
  );
}

describe("a fraction", () => {
  test("is always normalised, whatever made it", () =>
    always(pair, ([a, b]) => {
      const made = [a, add(a, b), subtract(a, b), multiply(a, b), negate(a), ...(isZero(b) ? [] : [divide(a, b)])];
      for (const f of made) {
        expect(f.d).toBeGreaterThan(0n);
        expect(divisor(f.n < 0n ? -f.n : f.n, f.d)).toBe(1n);
      }
    }));

  test("is what it was written as", () =>
    always(
      fc.tuple(
        integer,
        integer.filter((d) => d !== 0n),
      ),
      ([n, d]) => {
        const f = fraction(n, d);
        expect(f.n * d).toBe(n * f.d);
      },
    ));

  test("has no zero denominator", () => {
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
    expect(() => divide(one, zero)).toThrow(RangeError);
    expect(parseFraction("3/0")).toBeUndefined();
  });
});

describe("the field laws", () => {
  test("addition and multiplication commute", () =>
    always(pair, ([a, b]) => {
      expect(add(a, b)).toEqual(add(b, a));
      expect(multiply(a, b)).toEqual(multiply(b, a));
    }));

  test("addition and multiplication associate", () =>
    always(triple, ([a, b, c]) => {
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
      expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
    }));

  test("multiplication distributes over addition", () =>
    always(triple, ([a, b, c]) => expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))));

  test("zero and one are neutral", () =>
    always(exact, (a) => {
      expect(add(a, zero)).toEqual(a);
      expect(multiply(a, one)).toEqual(a);
    }));

  test("subtraction undoes addition, division undoes multiplication", () =>
    always(pair, ([a, b]) => {
      expect(subtract(add(a, b), b)).toEqual(a);
      expect(add(a, negate(a))).toEqual(zero);
      if (!isZero(b)) expect(divide(multiply(a, b), b)).toEqual(a);
    }));

  test("order is kept by adding, and told by the difference's sign", () =>
    always(triple, ([a, b, c]) => {
      expect(compare(add(a, c), add(b, c))).toBe(compare(a, b));
      expect(compare(a, b)).toBe(compare(subtract(a, b), zero));
      expect(compare(minimum(a, b), maximum(a, b))).not.toBe(1);
      expect(add(minimum(a, b), maximum(a, b))).toEqual(add(a, b));
    }));
});

describe("a fraction as text", () => {
  test("is read back as itself", () => always(exact, (a) => expect(parseFraction(formatFraction(a))).toEqual(a)));

  test.each([
    ["99.95", 1999n, 20n],
    ["3/7", 3n, 7n],
    ["-2", -2n, 1n],
    ["-0", 0n, 1n],
    ["-0.5", -1n, 2n],
    ["4/2", 2n, 1n],
    ["007", 7n, 1n],
    ["1.500", 3n, 2n],
  ])("reads %s", (text, n, d) => expect(parseFraction(text)).toEqual({ n, d }));

  test.each(["", " 2", "2 ", "+2", ".5", "5.", "1e3", "0x10", "1/2/3", "1.5/2", "1/-2", "--2", "1,5", "1_000", "2\n", "٣"])(
    "refuses %j",
    (text) => expect(parseFraction(text)).toBeUndefined(),
  );
});

describe("the decimal for display", () => {
  test("is exact and short when it ends within the places", () =>
    always(fc.tuple(integer, fc.nat(12)), ([n, places]) => {
      const f = fraction(n, 10n ** BigInt(places));
      expect(parseFraction(decimal(f, places))).toEqual(f);
      expect(decimal(f, places + 5)).toBe(decimal(f, places));
    }));

  test("is otherwise within half of its last place", () =>
    always(fc.tuple(exact, fc.nat(6)), ([f, places]) => {
      const shown = parseFraction(fixed(f, places)) ?? zero;
      const gap = subtract(f, shown);
      expect(compare(isZero(gap) || gap.n > 0n ? gap : negate(gap), fraction(1n, 2n * 10n ** BigInt(places)))).not.toBe(1);
    }));

  test.each([
    [fraction(1, 8), 3, "0.125"],
    [fraction(1, 8), 2, "0.13"],
    [fraction(2, 3), 2, "0.67"],
    [fraction(-1, 8), 2, "-0.13"],
    [fraction(100), 2, "100"],
    [fraction(9999, 10_001), 2, "1.00"],
    [fraction(-1, 3000), 2, "0.00"],
    [fraction(5, 2), 0, "3"],
    [zero, 2, "0"],
    [fraction(1200), 0, "1200"],
  ])("of %o at %i places is %s", (f, places, text) => expect(decimal(f, places)).toBe(text));

  test("keeps every place when asked for a fixed number of them", () => {
    expect(fixed(fraction(3, 2), 2)).toBe("1.50");
    expect(fixed(fraction(-5), 3)).toBe("-5.000");
  });
});
