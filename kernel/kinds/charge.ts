import type { z } from "zod";
import { follow } from "../engine/effect.ts";
import type { Event } from "../engine/event.ts";
import { WHOLE } from "../engine/item.ts";
import { after, matches, resolve } from "../engine/resolve.ts";
import { born, itemsOf, openItem, type Step, tell, withClause } from "../engine/step.ts";
import { paidWithin } from "../engine/accounts.ts";
import { majorUnits, parseAmount } from "../money/amount.ts";
import { minorDigits } from "../money/currency.ts";
import { type Figure, given, greatest, least, product, rounded } from "../money/figure.ts";
import { type Clause, common, condition, effects, figure, time, word, words } from "../terms/clause.ts";
import { type AmountRule, amountRule } from "../terms/grammar.ts";
import { feeFor } from "./fee.ts";
import { told } from "./about.ts";
import type { Kind } from "./kind.ts";

const shape = common.extend({
  from: word,
  to: word,
  when: words,
  amount: figure(amountRule, ["40 EUR", "10 days", "as quoted"]),
  atMost: figure(amountRule, ["10 days"]).optional(),
  atLeast: figure(amountRule, ["1500 EUR"]).optional(),
  due: time.optional(),
  unless: condition.optional(),
  per: word.optional(),
  then: effects.optional(),
});

export type Charge = z.infer<typeof shape>;

/** Money or days become due on an event: flat fees, credits, refunds, restitution. */
export const charge: Kind<Clause<Charge>> = {
  name: "charge",
  shape,
  figures: ["amount", "atMost", "atLeast", "due"],
  hears: (clause) => clause.when.map((event) => ({ event, role: "when", opens: true })),
  tells: ({ id, then }) => [`${id}.due`, ...told(then)],
  on(step, clause, _role, event) {
    if (!matches(step, clause.where, event)) return;
    if (clause.unless && matches(step, clause.unless, event)) return;
    if (clause.per === "subject" && itemsOf(step, clause.id).some(({ subject }) => subject === event.subject)) return;
    const found = amountOf(step, clause, event);
    const waits = clause.due && resolve(step, clause, clause.due, event);
    const due = waits && "value" in waits ? after(step, clause, waits.value, event) : event.at;
    openItem(step, {
      type: "amount",
      clause: clause.id,
      subject: event.subject,
      state: "missing" in found ? "unknown" : "due",
      party: clause.from,
      to: clause.to,
      opened: event.at,
      ...(due !== undefined && { due }),
      ...("missing" in found ? { reason: { code: `figure-${found.missing}`, args: { figure: "amount", path: found.path.join(".") } } } : { figure: found.figure }),
      because: withClause(event.because, clause.id),
      fields: event.fields,
      version: step.state.amendments.length,
      ...(event.subject === WHOLE && { whole: true }),
    });
    if ("missing" in found) return;
    const fields = { ...event.fields, ...(found.figure.unit === "days" ? { days: Number(found.figure.value) } : { amount: found.figure.value }) };
    tell(step, born(event, `${clause.id}.due`, clause, { fields }));
    follow(step, clause, clause.then, { ...event, fields });
  },
};

type Found = { figure: Figure } | { missing: string; path: readonly string[] };

function amountOf(step: Step, clause: Clause<Charge>, event: Event): Found {
  const rule = resolve(step, clause, clause.amount, event);
  if ("missing" in rule) return rule;
  const base = treeOf(step, clause, rule.value, event, ["amount", ...rule.path].join("."));
  if ("missing" in base) return base;
  let { figure } = base;
  for (const [key, pick] of [["atMost", least], ["atLeast", greatest]] as const) {
    const stated = clause[key];
    const bound = stated && resolve(step, clause, stated, event);
    if (!bound || "missing" in bound) continue;
    const tree = treeOf(step, clause, bound.value, event, key === "atMost" ? "at-most" : "at-least");
    if ("figure" in tree && tree.figure.unit === figure.unit) figure = pick([figure, tree.figure]);
  }
  return { figure };
}

function treeOf(step: Step, clause: Clause<Charge>, rule: AmountRule, event: Event, name: string): Found {
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
