import { describe, expect, test } from "vitest";
import { formatFraction } from "../money/fraction.ts";
import { given } from "../money/figure.ts";
import type { NumberedItem } from "./register.ts";
import { sumsOf } from "./sums.ts";

function amount(change: Partial<NumberedItem> & { value?: string; unit?: string }): NumberedItem {
  const { value, unit = "EUR", ...rest } = change;
  return {
    id: "fee/2025-01/1",
    type: "amount",
    clause: "fee",
    subject: "2025-01",
    state: "due",
    party: "customer",
    to: "provider",
    opened: 0,
    because: { facts: [], clauses: [] },
    fields: {},
    version: 0,
    document: "terms",
    article: "1",
    ...(value !== undefined && { figure: given(value, unit, { constant: "test" }) }),
    ...rest,
  };
}

function said(items: readonly NumberedItem[]): string[] {
  return sumsOf(items).map(
    ({ from, to, unit, due, accruing, settled, unknown }) =>
      `${from} → ${to}: ${formatFraction(due)} due, ${formatFraction(accruing)} accruing, ${formatFraction(settled)} settled ${unit}, ${unknown} unknown`,
  );
}

describe("what is owed, party by party", () => {
  test("amounts of one pair and unit add up, each in its state", () => {
    const items = [
      amount({ value: "10.10" }),
      amount({ value: "0.20" }),
      amount({ value: "5", state: "accruing" }),
      amount({ value: "7", state: "settled" }),
    ];
    expect(said(items)).toEqual(["customer → provider: 103/10 due, 5 accruing, 7 settled EUR, 0 unknown"]);
  });

  test("another unit, or another creditor, has a sum of its own", () => {
    const items = [amount({ value: "1" }), amount({ value: "2", unit: "days" }), amount({ value: "3", to: "distributor" })];
    expect(said(items)).toHaveLength(3);
  });

  test("an unknown amount is counted beside the sums of its pair, and in none of them", () => {
    const items = [amount({ value: "1" }), amount({ value: "9", state: "unknown" }), amount({})];
    expect(said(items)).toEqual(["customer → provider: 1 due, 0 accruing, 0 settled EUR, 2 unknown"]);
    const other = [amount({ value: "1" }), amount({ state: "unknown", to: "distributor" })];
    expect(sumsOf(other).find(({ to }) => to === "provider")?.unknown).toBe(0);
  });

  test("what is no amount is not summed", () => {
    expect(said([amount({ value: "1", type: "obligation" })])).toEqual([]);
  });
});
