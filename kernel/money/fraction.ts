/**
 * An exact rational number. Always normalised: `d` is above zero and shares no divisor with `n`,
 * so two equal fractions have equal fields.
 */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Fraction = { n: 0n, d: 1n };
export const one: Fraction = { n: 1n, d: 1n };

/** `n / d`, normalised. Throws a RangeError when `d` is zero. */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  return normalise(BigInt(n), BigInt(d));
}

/** Reads a whole number, a decimal or a ratio: `-2`, `99.95`, `3/7`. Anything else is undefined: `1e3`, `+2`, `.5`, `3/0`. */
export function parseFraction(text: string): Fraction | undefined {
  const match = /^(-?\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, whole = "", decimals, denominator] = match;
  if (decimals !== undefined) return normalise(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  if (denominator === undefined) return { n: BigInt(whole), d: 1n };
  const d = BigInt(denominator);
  return d === 0n ? undefined : normalise(BigInt(whole), d);
}

/** The JSON form: `n`, or `n/d` when the fraction is not whole. One text per value. */
export function formatFraction(f: Fraction): string {
  return f.d === 1n ? f.n.toString() : `${f.n}/${f.d}`;
}

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return a.d === 1n ? { n: a.n + b.n, d: 1n } : normalise(a.n + b.n, a.d);
  return normalise(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return a.d === 1n ? { n: a.n - b.n, d: 1n } : normalise(a.n - b.n, a.d);
  return normalise(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  if (a.d === 1n && b.d === 1n) return { n: a.n * b.n, d: 1n };
  return normalise(a.n * b.n, a.d * b.d);
}

/** `a / b`. Throws a RangeError when `b` is zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return normalise(a.n * b.d, a.d * b.n);
}

/** -1, 0 or 1, as `a` is below, equal to or above `b`. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.d === b.d ? a.n : a.n * b.d;
  const right = a.d === b.d ? b.n : b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function negate(f: Fraction): Fraction {
  return { n: -f.n, d: f.d };
}

export function minimum(a: Fraction, b: Fraction): Fraction {
  return compare(b, a) < 0 ? b : a;
}

export function maximum(a: Fraction, b: Fraction): Fraction {
  return compare(b, a) > 0 ? b : a;
}

export function isZero(f: Fraction): boolean {
  return f.n === 0n;
}

/**
 * For display only. The exact decimal, as short as it is, when `f` ends within `places` decimals (`1/8` → `0.125`);
 * otherwise rounded half-up to exactly `places` of them (`2/3` → `0.67`).
 * Throws a RangeError when `places` is not a whole number of zero or more.
 */
export function decimal(f: Fraction, places: number): string {
  const text = fixed(f, places);
  const exact = 10n ** BigInt(places) % f.d === 0n;
  return exact && places > 0 ? text.replace(/\.?0+$/, "") : text;
}

/** For display only. Always exactly `places` decimals, rounded half-up (halves away from zero): `3/2` at 2 → `1.50`. */
export function fixed(f: Fraction, places: number): string {
  const scaled = (f.n < 0n ? -f.n : f.n) * 10n ** BigInt(places);
  const units = (2n * scaled + f.d) / (2n * f.d);
  const digits = units.toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const sign = f.n < 0n && units !== 0n ? "-" : "";
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
}

function normalise(n: bigint, d: bigint): Fraction {
  if (d === 1n) return { n, d };
  if (d === 0n) throw new RangeError(`division by zero: ${n}/0`);
  if (d < 0n) return normalise(-n, -d);
  const shared = greatestCommonDivisor(n < 0n ? -n : n, d);
  return shared === 1n ? { n, d } : { n: n / shared, d: d / shared };
}

const safe = BigInt(Number.MAX_SAFE_INTEGER);

// Euclid on doubles is exact below 2^53, and on small integers ten times as fast as on bigints: each number descends through the three.
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (a > safe || b > safe) {
    if (b === 0n) return a;
    [a, b] = [b, a % b];
  }
  let x = Number(a);
  let y = Number(b);
  while (y !== 0 && (x > 0x7fffffff || y > 0x7fffffff)) [x, y] = [y, x % y];
  return y === 0 ? BigInt(x) : BigInt(smallDivisor(x | 0, y | 0));
}

function smallDivisor(x: number, y: number): number {
  while (y !== 0) {
    const rest = (x % y) | 0;
    x = y;
    y = rest;
  }
  return x;
}
