import { subjectsToChange } from "../engine/state.ts";
import type { z } from "zod";
import { follow } from "../engine/effect.ts";
import type { Event } from "../engine/event.ts";
import { type Item, type Reason, WHOLE } from "../engine/item.ts";
import { after, matches, resolve } from "../engine/resolve.ts";
import { openItem, type Step, tellOf, withClause } from "../engine/step.ts";
import { majorUnits, parseAmount } from "../money/amount.ts";
import { minorDigits } from "../money/currency.ts";
import { given, greatest, least, valueOf } from "../money/figure.ts";
import { decimal } from "../money/fraction.ts";
import { type Clause, common, condition, effects, figure, time, word, words } from "../terms/clause.ts";
import { amountRule } from "../terms/grammar.ts";
import { amountTree, lookedBackTo } from "./shared/amount.ts";
import type { Found } from "./shared/found.ts";
import { localOf } from "../time/zone.ts";
import { told } from "./shared/about.ts";
import type { Bound } from "./bound.ts";
import type { Kind } from "./kind.ts";
import { rememberNeed } from "./shared/needs.ts";

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
  hears: (clause) => [
    ...clause.when.map((event) => ({ event, role: "when", opens: true })),
    ...[clause.amount, clause.atMost, clause.atLeast].flatMap(lookedBackTo).map((event) => ({ event, role: `need:${event}` })),
  ],
  tells: ({ id, then }) => [`${id}.due`, ...told(then)],
  on(step, clause, role, event) {
    if (role !== "when") {
      rememberNeed(step, clause, role, event);
      return;
    }
    if (!matches(step, clause.where, event)) return;
    if (clause.unless && matches(step, clause.unless, event)) return;
    if (clause.per === "subject") {
      const charged = subjectsToChange(step.state, clause.id);
      if (charged[`charged ${event.subject}`]) return;
      charged[`charged ${event.subject}`] = true;
    }
    const found = amountOf(step, clause, event);
    const waits = clause.due && resolve(step, clause, clause.due, event);
    const due = waits === undefined ? event.at : "value" in waits ? after(step, clause, waits.value, event) : undefined;
    const undue = waits && "missing" in waits ? { reason: missing("due", waits) } : {};
    openItem(step, {
      type: "amount",
      clause: clause.id,
      subject: event.subject,
      state: "missing" in found ? "unknown" : "due",
      party: clause.from,
      to: clause.to,
      opened: event.at,
      ...(due !== undefined && { due }),
      ...("missing" in found ? { reason: missing(found.lacking ?? "amount", found) } : { figure: found.figure, ...undue }),
      because: withClause(event.because, clause.id),
      fields: event.fields,
      version: step.state.amendments.length,
      ...lawful(step, clause, event),
      ...(event.subject === WHOLE && { whole: true }),
    });
    if ("missing" in found) return;
    const fields = {
      ...event.fields,
      ...(found.figure.unit === "days"
        ? { days: Number(found.figure.value) }
        : { amount: `${decimal(valueOf(found.figure), minorDigits(found.figure.unit))} ${found.figure.unit}` }),
    };
    tellOf(step, clause, "due", event, { fields });
    follow(step, clause, clause.then, { ...event, fields });
  },
};

function missing(figure: string, { missing: why, path }: { missing: string; path: readonly string[] }): Reason {
  return { code: `figure-${why}`, args: { figure, path: path.join(".") } };
}

/** The law's ceiling on charges of this topic at this date, shown beside the contract's amount (L-6: switching charges). */
function lawful(step: Step, clause: Clause<Charge>, event: Event): Pick<Item, "otherwise"> {
  const { day } = localOf(step.world.zone, event.at);
  const ceiling = step.world.contract.clauses.find((one): one is Clause<Bound> => {
    const { of, atMost, from, until } = one as Clause<Bound>;
    return (
      one.kind === "bound" &&
      clause.topic !== undefined &&
      of === `${clause.topic}.amount` &&
      atMost !== undefined &&
      (from ?? -Infinity) <= day &&
      day < (until ?? Infinity)
    );
  });
  const amount = ceiling?.atMost === undefined ? undefined : parseAmount(ceiling.atMost);
  return ceiling && amount
    ? { otherwise: { law: { figure: given(majorUnits(amount), amount.currency, { clause: ceiling.id, figure: "at-most" }) } } }
    : {};
}

function amountOf(step: Step, clause: Clause<Charge>, event: Event): Found {
  const rule = resolve(step, clause, clause.amount, event);
  if ("missing" in rule) return rule;
  const base = amountTree(step, clause, rule.value, event, ["amount", ...rule.path].join("."));
  if ("missing" in base) return base;
  let { figure } = base;
  for (const [key, pick] of [
    ["atMost", least],
    ["atLeast", greatest],
  ] as const) {
    const stated = clause[key];
    const lacking = key === "atMost" ? "at-most" : "at-least";
    const bound = stated && resolve(step, clause, stated, event);
    if (!bound) continue;
    if ("missing" in bound) return { missing: bound.missing, path: bound.path, lacking };
    const tree = amountTree(step, clause, bound.value, event, lacking);
    if ("missing" in tree) return { ...tree, lacking };
    if (tree.figure.unit !== figure.unit) return { missing: "currency", path: [], lacking };
    figure = pick([figure, tree.figure]);
  }
  return { figure };
}
