import type { z } from "zod";
import { parsePrice, type Price } from "../../money/amount.ts";
import { as, common, figure, time, word } from "../../terms/clause.ts";
import { cadence, duration, fraction, show, text } from "../../terms/grammar.ts";
import { Misread } from "../../terms/problem.ts";
import { bilingual } from "../../terms/source.ts";
import type { Day } from "../../time/day.ts";
import type { Instant } from "../../time/instant.ts";

/** What a fee says. */
export const feeShape = common.extend({
  price: figure(price, ["12.00 EUR"]),
  unit: as(bilingual, { type: ["string", "object"] }).optional(),
  quantity: figure(
    (raw) => (/^[a-z][a-z-]*$/.test(text(raw)) ? { limit: text(raw) } : { count: fraction(raw) }),
    ["10", "seats"],
  ).optional(),
  every: figure((raw) => duration(`1 ${cadence(raw, ["day", "week", "month", "quarter", "year"])}`), ["month", "quarter", "year"]),
  billed: figure(billing, ["in advance", "in arrears"]),
  due: figure((raw) => (raw === "on receipt" ? ("on receipt" as const) : duration(raw)), ["on receipt", "30 days"]).optional(),
  added: word.optional(),
  overuse: figure((raw) => price(text(raw).replace(/ per month$/, "")), ["3.00 EUR per month"]).optional(),
  overuseBasis: as(basis, { enum: ["highest day", "daily average"] }).optional(),
  begun: word.optional(),
  guaranteed: time.optional(),
});

export type FeeKeys = z.infer<typeof feeShape>;

function price(raw: unknown): Price {
  const read = parsePrice(text(raw));
  if (!read) throw new Misread("expected-price", { got: show(raw) });
  return read;
}

function basis(raw: unknown): "highest day" | "daily average" {
  const words = text(raw);
  if (words !== "highest day" && words !== "daily average") throw new Misread("expected-basis", { got: words });
  return words;
}

function billing(raw: unknown): "in advance" | "in arrears" {
  const words = text(raw);
  if (words !== "in advance" && words !== "in arrears") throw new Misread("expected-billing", { got: words });
  return words;
}

/** Units held above the limit, change by change: what a month's overuse is billed from. */
export interface Excess {
  month: string;
  /** Local day and units above the limit from then on; never below zero. */
  levels: readonly (readonly [Day, number])[];
  facts: readonly string[];
}

/** What a fee remembers between events. */
export interface FeeMemory {
  /** The tariff in force, where a fact has changed it. */
  price?: { text: string; fact: string };
  /** The tariff for units added now; the period's own price stays until the next. */
  tariff?: { text: string; fact: string };
  anchor?: Day;
  /** The billing period the anchor counts in. */
  rhythm?: string;
  period?: number;
  start?: Instant;
  end?: Instant;
  /** Units of the period when it began. */
  billedFor?: string;
  facts?: readonly string[];
  /** Units held above the limit in the running month. */
  excess?: Excess;
}
