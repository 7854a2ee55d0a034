import type { Found } from "./found.ts";
import { paidWithin } from "../../engine/accounts.ts";
import type { Event } from "../../engine/event.ts";
import type { Step } from "../../engine/step.ts";
import { majorUnits, parseAmount } from "../../money/amount.ts";
import { minorDigits } from "../../money/currency.ts";
import { given, greatest, least, product, rounded } from "../../money/figure.ts";
import type { Clause } from "../../terms/clause.ts";
import type { AmountRule } from "../../terms/grammar.ts";
import { type Stated, values } from "../../terms/stated.ts";
import type { Instant } from "../../time/instant.ts";
import { feeFor } from "../fee/tariff.ts";
import { happened } from "./needs.ts";

/** What an amount rule comes to for an event, as a tree down to its sources. */
export function amountTree(step: Step, clause: Clause, rule: AmountRule, event: Event, name: string): Found {
  const origin = { clause: clause.id, figure: name };
  if (rule.is === "days") return { figure: given(String(rule.days), "days", origin) };
  if (rule.is === "money") return { figure: given(majorUnits(rule.amount), rule.amount.currency, origin) };
  if (rule.is === "quoted") return ofField(event, "amount");
  const base =
    rule.of === "fee"
      ? feeFor(step, rule.for!)
      : rule.of === "paid"
        ? paidWithin(step, clause, rule.for!, lookingBackFrom(step, clause, rule, event))
        : ofField(event, rule.of.field);
  if ("missing" in base) return base;
  let { figure } = base;
  if (rule.times) figure = product([figure, given(rule.times, "", origin)]);
  if (rule.atLeast)
    figure = greatest([figure, given(majorUnits(rule.atLeast), rule.atLeast.currency, { clause: clause.id, figure: `${name}.at-least` })]);
  if (rule.atMost)
    figure = least([figure, given(majorUnits(rule.atMost), rule.atMost.currency, { clause: clause.id, figure: `${name}.at-most` })]);
  return { figure: /^[A-Z]{3}$/.test(figure.unit) ? rounded(figure, "half-up", minorDigits(figure.unit)) : figure };
}

/** Looking back starts from the act, or from what the rule names and has happened on the subject. */
function lookingBackFrom(step: Step, clause: Clause, { before }: { before?: string }, event: Event): Instant {
  return (before === undefined ? undefined : happened(step, clause, before, event.subject)?.at) ?? event.at;
}

/** The event an amount looks back from, which its clause has to hear. */
export function lookedBackTo(figure: Stated<unknown> | undefined): string[] {
  if (!figure) return [];
  return [...values(figure)].flatMap(({ figure: one }) => {
    const value = one.is === "value" ? (one.value as { before?: string; rule?: { before?: string } }) : undefined;
    const before = value?.before ?? value?.rule?.before;
    return before === undefined ? [] : [before];
  });
}

function ofField(event: Event, field: string): Found {
  const told = event.fields[field];
  const amount = typeof told === "string" ? parseAmount(told) : undefined;
  if (!amount) return { missing: "field", path: [field] };
  return { figure: given(majorUnits(amount), amount.currency, { fact: event.because.facts.at(-1) ?? "", field }) };
}
