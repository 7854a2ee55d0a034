import { describe, expect, it } from "vitest";
import { BeyondCalendar } from "./beyond-calendar.ts";
import { FIXED_HOLIDAYS, on } from "./examples.ts";
import { isHoliday } from "./holidays.ts";

describe("public holidays", () => {
  it("are known from the first year to the last, both included", () => {
    expect(isHoliday(FIXED_HOLIDAYS, on("2006-01-01"))).toBe(true);
    expect(isHoliday(FIXED_HOLIDAYS, on("2006-01-02"))).toBe(false);
    expect(isHoliday(FIXED_HOLIDAYS, on("2031-12-25"))).toBe(true);
    expect(isHoliday(FIXED_HOLIDAYS, on("2031-12-31"))).toBe(false);
  });

  it("are unknown beyond, which is not the same as an ordinary day", () => {
    expect(() => isHoliday(FIXED_HOLIDAYS, on("2005-12-31"))).toThrow(BeyondCalendar);
    expect(() => isHoliday(FIXED_HOLIDAYS, on("2032-01-01"))).toThrow(
      expect.objectContaining({ what: "holidays", id: FIXED_HOLIDAYS.id, side: "after", edge: "2031-12-31" }),
    );
  });
});
