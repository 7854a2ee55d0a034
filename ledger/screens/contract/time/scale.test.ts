import { expect, test } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import { loadReferences } from "#references/load.ts";
import { instantAt, moved, placeOf, ticksOf } from "./scale.ts";

const zone = loadReferences().zones["Europe/Paris"]!;
const span = { from: instant("2025-01-15T00:00Z"), until: instant("2026-03-01T00:00Z") };

test("an instant and its place are each other's inverse, and neither leaves the line", () => {
  const at = instant("2025-06-30T10:00Z");
  expect(instantAt(span, placeOf(span, at))).toBe(at);
  expect(placeOf(span, span.until + 1)).toBe(1);
  expect(instantAt(span, -3)).toBe(span.from);
});

test("ticks are first days of months by the contract's clock, fewer where there is less room", () => {
  const wide = ticksOf(span, 1200, zone, "fr");
  expect(wide[0]).toEqual({ at: instant("2025-02-01T00:00+01:00"), words: "févr.", strong: false });
  expect(wide.filter(({ strong }) => strong).map(({ words }) => words)).toEqual(["2026"]);
  expect(ticksOf(span, 300, zone, "en").map(({ words }) => words)).toEqual(["Apr", "Jul", "Oct", "2026"]);
});

test("a day later is the same time of day, across a change of clocks", () =>
  expect(moved(instant("2025-03-29T10:00+01:00"), zone, { days: 1 })).toBe(instant("2025-03-30T10:00+02:00")));

test("a month after the 31st is the last of a shorter month; a month before January is December", () => {
  expect(moved(instant("2025-01-31T10:00+01:00"), zone, { months: 1 })).toBe(instant("2025-02-28T10:00+01:00"));
  expect(moved(instant("2025-01-31T10:00+01:00"), zone, { months: -1 })).toBe(instant("2024-12-31T10:00+01:00"));
});

function instant(text: string): number {
  return parseInstant(text)!;
}
