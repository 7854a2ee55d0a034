import { describe, expect, test } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import type { Zone } from "#kernel/time/zone.ts";
import { loadReferences } from "#references/load.ts";
import { marksAt, type Telling } from "./marks.ts";

const zone = loadReferences().zones["Europe/Paris"]!;
const at = instant("2025-06-30T10:00+02:00"); // a Monday

describe("what is said beside a clause", () => {
  test.each<[string, Partial<Telling>, string, string]>([
    ["a duty due soon presses", { due: instant("2025-06-30T13:00+02:00") }, "▲ due in 3 h", "▲ due dans 3 h"],
    ["one due this week names the days left", { due: instant("2025-07-05T00:00+02:00") }, "● due in 5 days", "● due dans 5 jours"],
    ["a midnight belongs to the day it closes", { due: instant("2025-09-01T00:00+02:00") }, "● due 31 Aug", "● due 31 août"],
    [
      "a missed one says how late it is",
      { state: "missed", due: instant("2025-06-28T10:00+02:00") },
      "✗ missed, 2 days late",
      "✗ manquée, retard de 2 jours",
    ],
    ["a kept one says when", { state: "kept", done: instant("2025-06-12T10:00+02:00") }, "✓ kept 12 Jun", "✓ tenue 12 juin"],
    [
      "a right names its last day",
      { type: "right", until: instant("2025-07-05T00:00+02:00") },
      "◇ open until Friday",
      "◇ ouvert jusqu'à vendredi",
    ],
    ["what is not known says so", { state: "unknown" }, "? unknown", "? inconnue"],
    ["a refusal says when", { type: "refusal", state: "refused" }, "⊘ refused 1 Jun", "⊘ refusé 1er juin"],
  ])("%s", (_, item, en, fr) => {
    expect(said([telling(item)], "en")).toEqual([en]);
    expect(said([telling(item)], "fr")).toEqual([fr]);
  });

  test("amounts of one unit are added up, those of others stand beside", () => {
    const owed = (value: string, unit = "EUR") => telling({ type: "amount", state: "due", figure: given(value, unit) });
    expect(said([owed("240"), owed("24"), owed("2", "days")], "en")).toEqual(["■ 264.00 EUR + 2 days due"]);
  });

  test("several at one clause stand under one another, what presses first; what is over only where nothing else is", () => {
    const items = [
      telling({ state: "kept", done: at - 1 }),
      telling({ due: instant("2025-07-20T10:00+02:00") }),
      telling({ state: "missed", due: at - 7_200_000 }),
    ];
    expect(said(items, "en")).toEqual(["✗ missed, 2 h late", "● due 20 Jul"]);
  });

  test("a quiet clause says nothing: a right without end, a duty only watched, what was over long ago", () => {
    const quiet = [
      telling({ type: "right" }),
      telling({ data: "standing" }),
      telling({ state: "kept", done: instant("2025-01-12T10:00+01:00") }),
    ];
    expect(marksAt(quiet, at, { language: "en", zone })).toEqual([]);
  });

  test("before the contract's clock is known, distances are said", () =>
    expect(said([telling({ due: instant("2025-09-01T00:00+02:00") })], "en", {})).toEqual(["● due in 63 days"]));
});

function telling(item: Partial<Telling>): Telling {
  const opened = instant("2025-06-01T00:00+02:00");
  return { id: "answer/R-1/1", type: "obligation", clause: "answer", subject: "R-1", state: "open", party: "provider", opened, ...item };
}

function said(items: readonly Telling[], language: "fr" | "en", clock: { zone?: Zone } = { zone }): string[] {
  const [clause] = marksAt(items, at, { language, ...clock });
  return clause!.marks.map(({ shape, words }) => `${shape} ${words}`.replaceAll(/[\u00A0\u202F]/g, " "));
}

function given(value: string, unit: string) {
  return { op: "given", value, unit, from: { constant: "1" } } as const;
}

function instant(text: string): number {
  return parseInstant(text)!;
}
