import { expect, test } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import { loadReferences } from "#references/load.ts";
import { fromInput, toInput } from "./local.ts";

const zone = loadReferences().zones["Europe/Paris"]!;

test("a field shows and reads the contract's clock, summer and winter", () => {
  for (const [instant, text] of [
    ["2025-07-01T08:05Z", "2025-07-01T10:05"],
    ["2025-12-31T23:30Z", "2026-01-01T00:30"],
  ] as const) {
    expect(toInput(parseInstant(instant)!, zone)).toBe(text);
    expect(fromInput(text, zone)).toBe(parseInstant(instant));
  }
});

test("an empty field says nothing", () => expect(fromInput("", zone)).toBeUndefined());
