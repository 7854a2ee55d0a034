import { existsSync, readFileSync } from "node:fs";
import { holidaysNamed, rateOn, readReferences, zoneNamed } from "#kernel/references.ts";
import { on } from "#kernel/time/examples.ts";
import { describe, expect, it } from "vitest";
import { editionOf } from "./edition.ts";
import { loadReferences, rawReferences } from "./load.ts";

const references = loadReferences();
const published = new URL("../../shared/data/legal-interest-fr.csv", import.meta.url);

describe("rates", () => {
  it.each([
    ["legal-interest-fr", "2025-01-01", "3.71"],
    ["legal-interest-fr", "2025-06-30", "3.71"],
    ["legal-interest-fr", "2025-07-01", "2.76"],
    ["legal-interest-fr", "2026-06-30", "2.62"],
    ["ecb-refinancing", "2022-01-01", "0.00"],
    ["ecb-refinancing", "2023-09-20", "4.00"], // the rate of 1 July holds all half-year, though it changed that day
    ["ecb-refinancing", "2025-12-31", "2.15"],
  ])("%s on %s is %s %%", (series, day, percent) => expect(rateOn(references, series, on(day))?.percent).toBe(percent));

  it.each([
    ["legal-interest-fr", "2026-07-01"],
    ["legal-interest-fr", "2021-12-31"],
    ["ecb-refinancing", "2026-01-01"],
  ])("%s on %s is unknown", (series, day) => expect(rateOn(references, series, on(day))).toBeUndefined());

  it("leave no day out between the first and the last", () => {
    for (const rates of Object.values(references.rates)) {
      rates.slice(1).forEach((rate, index) => expect(rate.from).toBe((rates[index]?.until ?? 0) + 1));
    }
  });

  it.skipIf(!existsSync(published))("of legal interest are those published (skipped where ../shared/data is absent)", () => {
    const rows = readFileSync(published, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    expect(references.rates["legal-interest-fr"]).toEqual(
      rows.map(([from = "", until = "", percent]) => ({ from: on(from), until: on(until), percent })),
    );
  });
});

describe("a name that the references do not hold", () => {
  it("is refused with the name closest to it", () => {
    expect(() => zoneNamed(references, "Europe/Pariss")).toThrow(/no zone called "Europe\/Pariss".*Did you mean Europe\/Paris\?.*Mend/);
    expect(() => holidaysNamed(references, "fr-réunion")).toThrow(/Did you mean FR-reunion\?/);
    expect(() => rateOn(references, "legal-interest", 0)).toThrow(/Did you mean legal-interest-fr\?/);
    expect(() => zoneNamed(references, "constructor")).toThrow(/no zone/);
  });
});

describe("an edition", () => {
  it("has the same name for the same figures, and another for any other figure", () => {
    expect(loadReferences().edition).toBe(references.edition);
    expect(references.edition).toMatch(
      /^2026-11-[0-9a-f]{8} \(tz \d{4}[a-z]; holidays-fr 2006-2031; legal-interest-fr to 2026-06-30; ecb-refinancing to 2025-12-31\)$/,
    );
    const file = (percent: string): { edition: string } & Record<string, unknown> => ({ edition: "rates to 2025", rates: [{ percent }] });
    expect(editionOf("2026-11", [file("3.71")])).toBe(editionOf("2026-11", [file("3.71")]));
    expect(editionOf("2026-11", [file("3.71")])).not.toBe(editionOf("2026-11", [file("3.72")]));
  });
});

describe("a wrong row in a reference file", () => {
  const raw = rawReferences();
  const rate = { from: "2025-01-01", until: "2025-06-30", percent: "3.71" };

  it.each([
    ["a number that is not text", { ...rate, percent: 3.71 as unknown }, /rates: trial: .*not a decimal percentage/],
    ["a decimal comma", { ...rate, percent: "3,71" as unknown }, /3,71/],
    ["a day that does not exist", { ...rate, until: "2025-06-31" }, /not a day: 2025-06-31/],
    ["an end before the start", { ...rate, until: "2024-12-31" }, /out of order or overlapping/],
  ])("is refused: %s", (_what, row, message) => {
    expect(() => readReferences({ ...raw, rates: [{ series: "trial", rates: [row] }] })).toThrow(message);
  });

  it("is refused in zones and holidays too", () => {
    const zones = {
      from: "2000-01-01T00:00Z",
      until: "2050-01-01T00:00Z",
      tables: [{ zones: ["X"], offsets: [["2001-01-01T00:00Z", 60]] }],
    };
    expect(() => readReferences({ ...raw, zones })).toThrow(/zones: X: the first row must start/);
    const holidays = [{ from: "2006-01-01", until: "2031-12-31", sets: { X: { and: "Y", days: [] } } }];
    expect(() => readReferences({ ...raw, holidays })).toThrow(/holidays: X: no set is called Y/);
  });
});
