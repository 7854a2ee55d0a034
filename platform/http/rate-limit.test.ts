import fc from "fast-check";
import { expect, test } from "vitest";
import { Refused } from "./problem.ts";
import { openLimiter } from "./rate-limit.ts";

const passes = (take: () => unknown) => {
  try {
    take();
    return true;
  } catch (error) {
    if (error instanceof Refused && error.refusal.status === 429) return false;
    throw error;
  }
};

test("in no stretch of time does more pass than the burst and what the rate adds", () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 10 }), (each, burst, perSecond) => {
      const limit = openLimiter({ name: "key", perSecond, burst });
      let now = 0;
      const passed: number[] = [];
      for (const gap of each) {
        now += gap;
        if (passes(() => limit("a", now))) passed.push(now);
      }
      for (const [first, from] of passed.entries())
        for (const [offset, to] of passed.slice(first).entries())
          expect(offset + 1).toBeLessThanOrEqual(burst + ((to - from) / 1000) * perSecond + 1e-6);
    }),
  );
});

test("who waits as long as Retry-After says passes", () => {
  const limit = openLimiter({ name: "key", perSecond: 0.1, burst: 2 });
  expect(limit("a", 0)).toEqual({ "RateLimit-Policy": '"key";q=2;w=20', RateLimit: '"key";r=1;t=10' });
  limit("a", 0);
  const refused = expect.objectContaining({
    refusal: expect.objectContaining({ headers: expect.objectContaining({ "Retry-After": "10" }) }),
  });
  expect(() => limit("a", 0)).toThrow(refused);
  expect(passes(() => limit("a", 9_999))).toBe(false);
  expect(passes(() => limit("a", 10_000))).toBe(true);
});

test("one asker does not wait for another", () => {
  const limit = openLimiter({ name: "key", perSecond: 1, burst: 1 });
  expect(["a", "b", "a"].map((asker) => passes(() => limit(asker, 0)))).toEqual([true, true, false]);
});

test("a clock set back gives nothing away", () => {
  const limit = openLimiter({ name: "key", perSecond: 1, burst: 1 });
  expect([5000, 0, 100].map((now) => passes(() => limit("a", now)))).toEqual([true, false, false]);
});
