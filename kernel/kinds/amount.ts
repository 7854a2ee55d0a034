import { paidWithin } from "../engine/accounts.ts";
import type { Event } from "../engine/event.ts";
import type { Step } from "../engine/step.ts";
import { majorUnits, parseAmount } from "../money/amount.ts";
import { minorDigits } from "../money/currency.ts";
import { type Figure, given, greatest, least, product, rounded } from "../money/figure.ts";
import type { Clause } from "../terms/clause.ts";
import type { AmountRule } from "../terms/grammar.ts";
import { feeFor } from "./fee.ts";

/** A figure worked out, or what it lacks. */
export type Found = { figure: Figure } | { missing: string; path: readonly string[] };

/** What an amount rule comes to for an event, as a tree down to its sources. */
export function amountTree(step: Step, clause: Clause, rule: AmountRule, event: Event, name: string): Found {
  const origin = { clause: clause.id, figure: name };
  if (rule.is === "days") return { figure: given(String(rule.days), "days", origin) };
  if (rule.is === "money") return { figure: given(majorUnits(rule.amount), rule.amount.currency, origin) };
  if (rule.is === "quoted") return ofField(event, "amount");
  const base = rule.of === "fee" ? feeFor(step, rule.for!, event.at) : rule.of === "paid" ? paidWithin(step, clause, rule.for!, event.at) : ofField(event, rule.of.field);
  if ("missing" in base) return base;
  let { figure } = base;
  if (rule.times) figure = product([figure, given(rule.times, "", origin)]);
  if (rule.atLeast) figure = greatest([figure, given(majorUnits(rule.atLeast), rule.atLeast.currency, { clause: clause.id, figure: `${name}.at-least` })]);
  if (rule.atMost) figure = least([figure, given(majorUnits(rule.atMost), rule.atMost.currency, { clause: clause.id, figure: `${name}.at-most` })]);
  return { figure: /^[A-Z]{3}$/.test(figure.unit) ? rounded(figure, "half-up", minorDigits(figure.unit)) : figure };
}

function ofField(event: Event, field: string): Found {
  const told = event.fields[field];
  const amount = typeof told === "string" ? parseAmount(told) : undefined;
  if (!amount) return { missing: "field", path: [field] };
  return { figure: given(majorUnits(amount), amount.currency, { fact: event.because.facts.at(-1) ?? "", field }) };
}
