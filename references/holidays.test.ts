import { holidaysNamed } from "#kernel/references.ts";
import { civilOf, dayOf, formatDay } from "#kernel/time/day.ts";
import type { Day } from "#kernel/time/day.ts";
import { describe, expect, it } from "vitest";
import { loadReferences } from "./load.ts";

const references = loadReferences();
const years = Array.from({ length: 26 }, (_, index) => 2006 + index);

/** Easter Sunday, by the Gregorian computus as Oudin put it (1940). */
function easterSunday(year: number): Day {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const k = Math.floor((century - 17) / 25);
  let i = (century - Math.floor(century / 4) - Math.floor((century - k) / 3) + 19 * golden + 15) % 30;
  i -= Math.floor(i / 28) * (1 - Math.floor(i / 28) * Math.floor(29 / (i + 1)) * Math.floor((21 - golden) / 11));
  const j = (year + Math.floor(year / 4) + i + 2 - century + Math.floor(century / 4)) % 7;
  const month = 3 + Math.floor((i - j + 40) / 44);
  return dayOf(year, month, i - j + 28 - 31 * Math.floor(month / 4));
}

function nationalHolidays(year: number): Day[] {
  const easter = easterSunday(year);
  const fixed = [
    [1, 1],
    [5, 1],
    [5, 8],
    [7, 14],
    [8, 15],
    [11, 1],
    [11, 11],
    [12, 25],
  ] as const;
  return [easter + 1, easter + 39, easter + 50, ...fixed.map(([month, date]) => dayOf(year, month, date))];
}

function written(days: Iterable<Day>): string[] {
  return [...new Set(days)].sort((a, b) => a - b).map(formatDay);
}

describe("public holidays in France", () => {
  it("are the eleven of the labour code, and no saint's day", () => {
    expect(formatDay(easterSunday(2025))).toBe("2025-04-20");
    expect(written(holidaysNamed(references, "FR").days)).toEqual(written(years.flatMap(nationalHolidays)));
  });

  it("in Alsace and Moselle are two more: Good Friday and 26 December", () => {
    const expected = years.flatMap((year) => [...nationalHolidays(year), easterSunday(year) - 2, dayOf(year, 12, 26)]);
    expect(written(holidaysNamed(references, "FR-alsace-moselle").days)).toEqual(written(expected));
  });

  it.each([
    ["FR-guadeloupe", 5, 27],
    ["FR-guyane", 6, 10],
    ["FR-martinique", 5, 22],
    ["FR-mayotte", 4, 27],
    ["FR-reunion", 12, 20],
  ])("in %s are one more, for the abolition of slavery", (id, month, date) => {
    const expected = years.flatMap((year) => [...nationalHolidays(year), dayOf(year, month, date)]);
    expect(written(holidaysNamed(references, id).days)).toEqual(written(expected));
  });

  it("in Saint-Barthélemy and Saint-Martin are known since decree 2012-553 gave them a date; Saint-Martin's moved in 2018", () => {
    const own = (id: string): string[] => {
      const { days } = holidaysNamed(references, id);
      return written(days).filter(
        (day) => !holidaysNamed(references, "FR").days.has(dayOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)))),
      );
    };
    expect(own("FR-saint-barthelemy")).toEqual(years.filter((year) => year >= 2012).map((year) => `${year}-10-09`));
    const saintMartin = own("FR-saint-martin");
    expect(saintMartin.filter((day) => day < "2018")).toEqual(
      [2012, 2013, 2014, 2016, 2017]
        .map((year) => `${year}-05-27`)
        .concat("2015-05-27")
        .sort(),
    );
    expect(saintMartin.filter((day) => day >= "2018")).toEqual(years.filter((year) => year >= 2018).map((year) => `${year}-05-28`));
    for (const id of ["FR-saint-barthelemy", "FR-saint-martin"]) expect(formatDay(holidaysNamed(references, id).from)).toBe("2012-01-01");
  });

  it("are known for whole years", () => {
    for (const { from, until } of Object.values(references.holidays)) {
      expect(civilOf(from)).toMatchObject({ month: 1, date: 1 });
      expect(civilOf(until)).toEqual({ year: 2031, month: 12, date: 31 });
    }
  });
});
