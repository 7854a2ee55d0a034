import type { z } from "zod";
import type { Event } from "../engine/event.ts";
import { type Item, type Reason, textOf } from "../engine/item.ts";
import { resolve } from "../engine/resolve.ts";
import type { Invoice } from "../engine/state.ts";
import { asOpened, both, changeItem, itemsAbout, openItem, replaceItem, type Step, tell, withClause } from "../engine/step.ts";
import { majorUnits, parseAmount } from "../money/amount.ts";
import { minorDigits } from "../money/currency.ts";
import { type Figure, given, product, quotient, rounded, sum, valueOf } from "../money/figure.ts";
import { compare, formatFraction, isZero } from "../money/fraction.ts";
import { rateOn } from "../references.ts";
import { type Clause, common, figure, word } from "../terms/clause.ts";
import { type InterestRate, interestRate, money } from "../terms/grammar.ts";
import { type Day, formatDay, parseDay } from "../time/day.ts";
import type { Instant } from "../time/instant.ts";
import { localOf } from "../time/zone.ts";
import type { Kind } from "./kind.ts";

const shape = common.extend({
  rate: figure(interestRate, ["3 × legal", "legal + 2 points", "10 %"]).optional(),
  flat: figure(money, ["40 EUR"]).optional(),
  costs: word.optional(),
});

export type LatePayment = z.infer<typeof shape>;

/** What an invoice paid late costs: interest day by day, half-year by half-year, a flat sum once, the costs of recovery (C. com. L441-10, D441-5). */
export const latePayment: Kind<Clause<LatePayment>> = {
  name: "late-payment",
  shape,
  figures: ["rate", "flat"],
  hears: () => [
    { event: "invoice.overdue", role: "overdue", opens: true },
    { event: "invoice.paid-in-part", role: "paid" },
    { event: "recovery-cost.incurred", role: "cost", opens: true },
  ],
  tells: ({ id }) => [`${id}.due`],
  on(step, clause, role, event) {
    if (role === "overdue") {
      openInterest(step, clause, event);
      openFlat(step, clause, event);
    } else if (role === "cost") openCost(step, clause, event);
    else {
      const invoice = step.state.invoices[event.subject];
      const item = interestOn(step, clause, event.subject);
      if (!invoice || !item) return;
      const grown = grow(step, asOpened(step, clause, item), item, invoice, step.at);
      const paid = invoice.balance.at(-1)!.minor === "0";
      // A debt paid whole earns no more: its interest is an amount due of its own, or stays unknown where a rate is.
      if (paid)
        replaceItem(step, item, {
          ...grown,
          because: both(item.because, event.because),
          state: grown.state === "unknown" ? "unknown" : "due",
          due: step.at,
        });
      else changeItem(step, item, { because: both(item.because, event.because) });
    }
  },
  accrue(step, clause, item, at) {
    const invoice = step.state.invoices[item.subject];
    return item.data === "interest" && invoice ? grow(step, clause, item, invoice, at) : item;
  },
};

function blank(step: Step, clause: Clause, event: Event): Item {
  return {
    type: "amount",
    clause: clause.id,
    subject: event.subject,
    state: "due",
    party: clause.party ?? "customer",
    to: clause.to ?? step.state.invoices[event.subject]?.creditor ?? "provider",
    opened: step.at,
    due: step.at,
    because: withClause(event.because, clause.id),
    fields: {},
    version: step.state.amendments.length,
  };
}

function interestOn(step: Step, clause: Clause, subject: string): Item | undefined {
  return itemsAbout(step, clause.id, subject).find((item) => item.data === "interest");
}

function openInterest(step: Step, clause: Clause<LatePayment>, event: Event): void {
  if (!clause.rate) return;
  const { due: _due, ...item } = blank(step, clause, event);
  openItem(step, { ...item, state: "accruing", data: "interest" });
}

/** Once per invoice, even where the contract is silent: law supplies the figure (L-2). */
function openFlat(step: Step, clause: Clause<LatePayment>, event: Event): void {
  const flat = clause.flat && resolve(step, clause, clause.flat, event);
  if (!flat || itemsAbout(step, clause.id, event.subject).some((item) => item.data === "flat")) return;
  const found =
    "value" in flat
      ? { figure: given(majorUnits(flat.value), flat.value.currency, { clause: clause.id, figure: "flat" }) }
      : { state: "unknown" as const, reason: { code: `figure-${flat.missing}`, args: { figure: "flat", path: "" } } };
  openItem(step, { ...blank(step, clause, event), data: "flat", ...found });
  tell(step, { ...event, name: `${clause.id}.due`, depth: event.depth + 1 });
}

/** Costs of recovery are owed beyond the flat sum, where the clause claims them; only reasonable ones where it says so. */
function openCost(step: Step, clause: Clause<LatePayment>, event: Event): void {
  if (clause.costs === undefined || (clause.costs === "reasonable" && event.fields["reasonable"] === "no")) return;
  const amount = parseAmount(textOf(event.fields["amount"]));
  if (amount)
    openItem(step, {
      ...blank(step, clause, event),
      data: "cost",
      figure: given(majorUnits(amount), amount.currency, { fact: event.because.facts.at(-1) ?? "", field: "amount" }),
    });
}

/** The interest at an instant, with what the law's own floor would give beside it. */
function grow(step: Step, clause: Clause<LatePayment>, item: Item, invoice: Invoice, at: Instant): Item {
  const rate = clause.rate && resolve(step, clause, clause.rate, { at: item.opened, fields: item.fields });
  if (!rate || "missing" in rate)
    return { ...item, state: "unknown", reason: { code: `figure-${rate?.missing ?? "blank"}`, args: { figure: "rate", path: "" } } };
  const mine = interest(step, clause, rate.value, "rate", invoice, at);
  const { reason: _reason, ...rest } = item;
  const other = lawful(step, clause, invoice, at);
  return {
    ...rest,
    figure: mine.figure,
    ...(mine.unknown ? { state: "unknown" as const, reason: mine.unknown } : { state: "accruing" as const }),
    ...(other && compare(valueOf(other), valueOf(mine.figure)) > 0 && { otherwise: { law: { figure: other } } }),
  };
}

/** The law's floor, shown beside a rate below it: which one replaces an unlawful rate is unsettled (L-1). */
function lawful(step: Step, clause: Clause<LatePayment>, invoice: Invoice, at: Instant): Figure | undefined {
  const floor = step.world.contract.clauses.find(
    (one) => one.kind === "bound" && one.raw["of"] === "late-payment.rate" && one.raw["at-least"] !== undefined,
  );
  if (!floor || clause.rank === "law") return undefined;
  const read = interest(step, clause, interestRate(floor.raw["at-least"]), `${floor.id}.at-least`, invoice, at);
  return read.unknown ? undefined : read.figure;
}

interface Segment {
  from: Day;
  days: number;
  minor: string;
  fact: string;
}

/** Days of lateness by balance: from the day after the due day to the day of the instant, a payment's day included in the old balance. */
function segments(step: Step, invoice: Invoice, at: Instant): Segment[] {
  const { zone } = step.world;
  const dayOf = (instant: Instant) => localOf(zone, instant).day;
  const due = invoice.due ?? at;
  // Interest runs from the day after the due day; a due instant at a midnight closes that day.
  const first = localOf(zone, due).ms === 0 ? dayOf(due) : dayOf(due) + 1;
  // At a midnight the day that begins has not been late yet.
  const last = localOf(zone, at).ms === 0 ? dayOf(at) : dayOf(at) + 1;
  const edges = invoice.balance.map((step) => ({
    from: Math.max(first, step.from <= due ? first : dayOf(step.from) + 1),
    minor: step.minor,
    fact: step.fact,
  }));
  return edges.flatMap(({ from, minor, fact }, index) => {
    const until = Math.min(last, edges[index + 1]?.from ?? last);
    return until > from && minor !== "0" ? [{ from, days: until - from, minor, fact }] : [];
  });
}

function interest(
  step: Step,
  clause: Clause,
  rate: InterestRate,
  name: string,
  invoice: Invoice,
  at: Instant,
): { figure: Figure; unknown?: Reason } {
  const parts: Figure[] = [];
  let unknown: Reason | undefined;
  for (const segment of segments(step, invoice, at)) {
    for (const piece of byHalfYear(segment)) {
      const found = yearly(step, clause, rate, name, piece.from);
      if (found) parts.push(piecewise(invoice, piece, found));
      else
        unknown = {
          code: "rate-unknown",
          args: { series: rate.series ?? "", on: formatDay(piece.from), edition: step.world.references.edition },
        };
    }
  }
  const none = given("0", invoice.currency, { constant: "not late" });
  const whole = rounded(sum(parts.length > 0 ? parts : [none]), "half-up", minorDigits(invoice.currency));
  return { figure: whole, ...(unknown && { unknown }) };
}

/** Legal rates change on 1 January and 1 July. */
function byHalfYear(segment: Segment): Segment[] {
  const pieces: Segment[] = [];
  let { from } = segment;
  const end = segment.from + segment.days;
  while (from < end) {
    const [year = 0, month = 0] = formatDay(from).split("-").map(Number);
    const next = dayFrom(month < 7 ? `${year}-07-01` : `${year + 1}-01-01`);
    const until = Math.min(end, next);
    pieces.push({ ...segment, from, days: until - from });
    from = until;
  }
  return pieces;
}

function dayFrom(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`${text} is not a day`);
  return day;
}

/** The rate a year, in percent. */
function yearly(step: Step, clause: Clause, rate: InterestRate, name: string, day: Day): Figure | undefined {
  const origin = { clause: clause.id, figure: name };
  if (!rate.series) return given(rate.points, "%", origin);
  const published = rateOn(step.world.references, rate.series, day);
  if (!published) return undefined;
  const base = given(published.percent, "%", { reference: rate.series, on: formatDay(day) });
  const scaled = formatFraction(rate.times) === "1" ? base : product([given(rate.times, "", origin), base]);
  return isZero(rate.points) ? scaled : sum([scaled, given(rate.points, "%", origin)]);
}

function piecewise(invoice: Invoice, { from, days, minor, fact }: Segment, rate: Figure): Figure {
  const amount = given(majorUnits({ minor: BigInt(minor), currency: invoice.currency }), invoice.currency, { fact, field: "amount" });
  const late = given(String(days), "days", { count: "days", from: formatDay(from), until: formatDay(from + days - 1) });
  const aYear = product([amount, rate]);
  return quotient(
    product([aYear, late], `${invoice.currency} days`),
    given("365", "days", { constant: "365 days a year" }),
    invoice.currency,
  );
}
