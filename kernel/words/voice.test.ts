import { describe, expect, test } from "vitest";
import { loadReferences } from "#references/load.ts";
import { fraction } from "../money/fraction.ts";
import { DAY, HOUR, MINUTE, parseInstant } from "../time/instant.ts";
import { openVoice } from "./voice.ts";

const zone = loadReferences().zones["Europe/Paris"]!;
const [fr, en] = [openVoice("fr", zone), openVoice("en", zone)];

/** No-break spaces as ordinary ones: what matters here is what one reads. */
function read(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/g, " ");
}

function both(say: (voice: typeof fr) => string): [string, string] {
  return [read(say(fr)), read(say(en))];
}

describe("numbers", () => {
  test.each([
    [fraction(150_000, 100), "EUR", "1 500,00 EUR", "1,500.00 EUR"],
    [fraction(1_234_567), "", "1 234 567", "1,234,567"],
    [fraction(9995, 100), "%", "99,95 %", "99.95%"],
    [fraction(42, 10_000), "EUR", "0,0042 EUR", "0.0042 EUR"],
    [fraction(-225, 100), "EUR", "−2,25 EUR", "−2.25 EUR"],
    [fraction(1500), "JPY", "1 500 JPY", "1,500 JPY"],
    [fraction(1, 3), "%", "≈ 0,3333 %", "≈ 0.3333%"],
    [fraction(0), "days", "0 jour", "0 days"],
    [fraction(1), "days", "1 jour", "1 day"],
    [fraction(3, 2), "months", "1,5 mois", "1.5 months"],
    [fraction(10), "EUR days", "10 EUR·jours", "10 EUR·days"],
    [fraction(3), "seats", "3 seats", "3 seats"],
  ])("%o %s", (value, unit, french, english) => {
    expect(both((voice) => voice.number(value, unit))).toEqual([french, english]);
  });

  test("nothing breaks between a number and its unit", () => {
    expect(fr.number(fraction(1_234_567), "EUR")).not.toContain(" ");
  });
});

test.each([
  [{ count: 48, unit: "hour" as const }, "48 heures", "48 hours"],
  [{ count: 10, unit: "working day" as const }, "10 jours ouvrés", "10 working days"],
  [{ count: 1, unit: "month" as const }, "1 mois", "1 month"],
])("durations %o", (duration, french, english) => {
  expect(both((voice) => voice.duration(duration))).toEqual([french, english]);
});

describe("instants", () => {
  const at = (text: string) => parseInstant(text)!;

  test("stand by the contract's own clock, on both sides of a clock change", () => {
    expect(both((voice) => voice.instant(at("2025-03-29T10:00:00+01:00")))).toEqual(["sam. 29 mars 2025, 10:00", "Sat 29 Mar 2025, 10:00"]);
    expect(both((voice) => voice.instant(at("2025-03-31T08:30:15Z")))).toEqual([
      "lun. 31 mars 2025, 10:30:15",
      "Mon 31 Mar 2025, 10:30:15",
    ]);
  });

  test("a deadline at midnight is the end of the day before", () => {
    expect(both((voice) => voice.deadline(at("2025-01-31T23:00:00Z")))).toEqual(["ven. 31 janv. 2025, 24:00", "Fri 31 Jan 2025, 24:00"]);
    expect(both((voice) => voice.instant(at("2025-01-31T23:00:00Z")))).toEqual(["sam. 1er févr. 2025, 00:00", "Sat 1 Feb 2025, 00:00"]);
    expect(en.deadline(at("2025-02-01T10:00:00Z"))).toBe("Sat 1 Feb 2025, 11:00");
  });
});

describe("time left", () => {
  test.each([
    [30_000, "dans moins d'une minute", "in less than a minute"],
    [12 * MINUTE, "dans 12 min", "in 12 min"],
    [3 * HOUR + 12 * MINUTE, "dans 3 h 12 min", "in 3 h 12 min"],
    [47 * HOUR, "dans 47 h", "in 47 h"],
    [2 * DAY, "dans 2 jours", "in 2 days"],
    [200 * DAY, "dans 6 mois", "in 6 months"],
    [800 * DAY, "dans 2 ans", "in 2 years"],
  ])("%i ms ahead", (ms, french, english) => {
    expect(both((voice) => voice.left(0, ms))).toEqual([french, english]);
  });

  test.each([
    [-2 * DAY, "en retard de 2 jours", "2 days late"],
    [-90 * MINUTE, "en retard de 1 h 30 min", "1 h 30 min late"],
    [0, "en retard de moins d'une minute", "less than a minute late"],
  ])("%i ms past", (ms, french, english) => {
    expect(both((voice) => voice.left(0, ms))).toEqual([french, english]);
  });
});
