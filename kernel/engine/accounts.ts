import { type Item, textOf } from "./item.ts";
import { formatAmount, majorUnits, parseAmount } from "../money/amount.ts";
import { minorDigits } from "../money/currency.ts";
import { type Figure, given, sum, valueOf } from "../money/figure.ts";
import { fraction, multiply } from "../money/fraction.ts";
import type { Clause } from "../terms/clause.ts";
import { backward, endOfDay, forward } from "../time/counting.ts";
import type { Duration } from "../time/duration.ts";
import { formatInstant, type Instant, parseInstant } from "../time/instant.ts";
import type { FeeKeys } from "../kinds/fee/keys.ts";
import type { Event } from "./event.ts";
import { counted } from "./resolve.ts";
import { both, changeItem, itemsAbout, schedule, type Step, tell } from "./step.ts";
import type { Invoice } from "./state.ts";

/** How long payments stay in the state: the five years in which a debt can be claimed (C. civ. 2224), and a month. */
const KEPT_FOR: Duration = { count: 61, unit: "month" };

/** Invoices and the payments that settle them. Matching is the engine's, so that every clause sees one balance. */
export function account(step: Step, event: Event): void {
  switch (event.name) {
    case "invoice.issued":
      issue(step, event);
      return;
    case "invoice.received":
      receive(step, event);
      return;
    case "payment.received":
      pay(step, event);
      return;
    case "invoice.credited":
      credit(step, event);
  }
}

function issue(step: Step, event: Event): void {
  const amount = parseAmount(textOf(event.fields["amount"]));
  if (!amount || step.state.invoices[event.subject] || event.subject in step.state.settled) return;
  const stated = event.fields["due"];
  const due = typeof stated === "string" ? parseInstant(stated) : undefined;
  const lines = event.fields["lines"];
  const fact = event.because.facts[0] ?? "";
  put(step, {
    id: event.subject,
    amount: String(amount.minor),
    currency: amount.currency,
    ...(event.name === "invoice.issued" && event.by !== undefined && { creditor: event.by }),
    issued: event.at,
    balance: [{ from: event.at, minor: String(amount.minor), fact }],
    lines: Array.isArray(lines) ? lines.map(String) : [],
    because: event.because,
    ...(due !== undefined && { due }),
  });
  if (due !== undefined) waitFor(step, event.subject, due);
  for (const payment of step.state.payments) {
    const free = payment.for === undefined || payment.for === event.subject;
    if (free && payment.left !== "0" && payment.currency === amount.currency)
      allocate(step, payment.fact, step.state.invoices[event.subject]);
  }
}

/** An invoice received before its issue was told is issued by its receipt. Payable on receipt means by the end of that day: interest runs from the next (C. com. L441-10). */
function receive(step: Step, event: Event): void {
  if (!step.state.invoices[event.subject]) {
    if (event.fields["amount"] === undefined || event.subject in step.state.settled) return;
    issue(step, event);
  }
  const invoice = step.state.invoices[event.subject];
  if (!invoice) return;
  const due = invoice.due ?? dueOnReceipt(step, event);
  put(step, { ...invoice, received: event.at, due, because: both(invoice.because, event.because) });
  if (invoice.due === undefined) waitFor(step, invoice.id, due);
}

function dueOnReceipt(step: Step, { at }: Event): Instant {
  const { contract, zone } = step.world;
  const fee = contract.clauses.find(
    (clause): clause is Clause<FeeKeys> => clause.kind === "fee" && (clause as Clause<FeeKeys>).due !== undefined,
  );
  const due = fee?.due?.is === "value" ? fee.due.value : undefined;
  return due === undefined || due === "on receipt" ? endOfDay(at, zone) : forward(at, due, step.world.calendarOf(fee!));
}

function waitFor(step: Step, invoice: string, due: Instant): void {
  schedule(step, { at: Math.max(due, step.at), clause: "engine", purpose: "overdue", subject: invoice });
}

export function fallOverdue(step: Step, id: string): void {
  const invoice = step.state.invoices[id];
  if (!invoice || invoice.overdue) return;
  put(step, { ...invoice, overdue: true });
  tell(step, {
    name: "invoice.overdue",
    subject: id,
    at: step.at,
    fields: { amount: amountText(invoice, invoice.amount), due: formatInstant(invoice.due ?? step.at) },
    because: invoice.because,
    closesDay: true,
    depth: 0,
  });
}

function pay(step: Step, event: Event): void {
  const amount = parseAmount(textOf(event.fields["amount"]));
  if (!amount) return;
  const fact = event.because.facts[0] ?? "";
  forgetOld(step);
  const named = event.fields["invoice"] ?? (event.subject === "contract" ? undefined : event.subject);
  step.state.payments.push({
    at: event.at,
    minor: String(amount.minor),
    currency: amount.currency,
    fact,
    left: String(amount.minor),
    ...(typeof named === "string" && { for: named }),
  });
  const known = typeof named === "string" && step.state.invoices[named] !== undefined;
  if (typeof named === "string") {
    const invoice = step.state.invoices[named];
    if (invoice) allocate(step, fact, invoice);
    else payItem(step, named, fact, event);
  }
  // What names nothing that is owed, or exceeds it, goes to the oldest debt (C. civ. 1342-10); a payment ahead of its invoice waits.
  if (typeof named === "string" && !known) return;
  const waiting = Object.values(step.state.invoices).filter(({ currency }) => currency === amount.currency);
  for (const invoice of waiting.toSorted((a, b) => (a.due ?? a.issued) - (b.due ?? b.issued))) allocate(step, fact, invoice);
}

/** Payments and settled invoices that no clause looks back to any more leave the state. */
function forgetOld(step: Step): void {
  const { state } = step;
  const oldest = counted(step, () => backward(step.at, KEPT_FOR, { zone: step.world.zone }));
  delete step.unknown;
  if (oldest === undefined) return;
  if (state.payments[0] && state.payments[0].at < oldest)
    state.payments = state.payments.filter(({ at, left }) => left !== "0" || at >= oldest);
  for (const id in state.settled) if (state.settled[id]! < oldest) delete state.settled[id];
}

/** An amount may be named by `clause/subject`. */
function itemNamed(step: Step, name: string): Item | undefined {
  const slash = name.indexOf("/");
  const [clause, about] = [name.slice(0, slash), name.slice(slash + 1)];
  return slash < 0 ? undefined : itemsAbout(step, clause, about).find(({ subject, state }) => subject === about && state === "due");
}

/** Pays an amount of its own, in whole or in part; what is left over stays the payer's. */
function payItem(step: Step, name: string, fact: string, event: Event): void {
  const item = itemNamed(step, name);
  const payment = step.state.payments.findLast((one) => one.fact === fact);
  if (!item?.figure || !payment || item.figure.unit !== payment.currency) return;
  const open = minorOf(item.figure) - BigInt(item.paid ?? "0");
  const left = BigInt(payment.left);
  const taken = left < open ? left : open;
  spend(step, fact, left - taken);
  const because = both(item.because, event.because);
  if (taken === open) changeItem(step, item, { state: "settled", done: event.at, because });
  else changeItem(step, item, { paid: String(BigInt(item.paid ?? "0") + taken), because });
}

function minorOf(figure: Figure): bigint {
  const { n, d } = multiply(valueOf(figure), fraction(10n ** BigInt(minorDigits(figure.unit))));
  return n / d;
}

function spend(step: Step, fact: string, left: bigint): void {
  const at = step.state.payments.findLastIndex((payment) => payment.fact === fact);
  if (at >= 0) step.state.payments[at] = { ...step.state.payments[at]!, left: String(left) };
}

function allocate(step: Step, fact: string, invoice: Invoice | undefined): void {
  const payment = step.state.payments.findLast((one) => one.fact === fact);
  if (!invoice || !payment || payment.left === "0" || payment.currency !== invoice.currency) return;
  const open = BigInt(invoice.balance.at(-1)!.minor);
  const left = BigInt(payment.left);
  const taken = left < open ? left : open;
  if (taken === 0n) return;
  spend(step, fact, left - taken);
  lower(step, invoice, open - taken, fact);
}

/** A credit note lowers its invoice; what is above the open balance pays the next ones. */
function credit(step: Step, event: Event): void {
  const amount = parseAmount(textOf(event.fields["amount"]));
  if (!amount) return;
  const fact = event.because.facts[0] ?? "";
  const invoice = step.state.invoices[event.subject];
  const open = invoice && invoice.currency === amount.currency ? BigInt(invoice.balance.at(-1)!.minor) : 0n;
  const taken = amount.minor < open ? amount.minor : open;
  if (invoice && taken > 0n) lower(step, invoice, open - taken, fact);
  const rest = amount.minor - taken;
  if (rest > 0n)
    step.state.payments.push({ at: event.at, minor: String(rest), currency: amount.currency, fact, left: String(rest), credit: true });
}

function lower(step: Step, invoice: Invoice, minor: bigint, fact: string): void {
  const because = both(invoice.because, { facts: [fact], clauses: [] });
  const next: Invoice = { ...invoice, balance: [...invoice.balance, { from: step.at, minor: String(minor), fact }], because };
  put(step, next);
  tell(step, {
    name: "invoice.paid-in-part",
    subject: invoice.id,
    at: step.at,
    fields: { open: amountText(invoice, String(minor)) },
    because,
    depth: 0,
  });
  if (minor > 0n) return;
  for (const line of invoice.lines) {
    const item = itemNamed(step, line);
    if (item) changeItem(step, item, { state: "settled", done: step.at, because: both(item.because, because) });
  }
  tell(step, {
    name: "invoice.settled",
    subject: invoice.id,
    at: step.at,
    fields: { amount: amountText(invoice, invoice.amount) },
    because,
    depth: 0,
  });
}

/** The clauses have heard that it is settled: nothing more is owed on it. */
export function forgetSettled(step: Step, id: string): void {
  delete step.state.invoices[id];
  step.state.settled[id] = step.at;
  const { timers } = step.state;
  if (timers.some(({ purpose, subject }) => purpose === "overdue" && subject === id))
    step.state.timers = timers.filter(({ purpose, subject }) => purpose !== "overdue" || subject !== id);
}

function amountText({ currency }: Invoice, minor: string): string {
  return formatAmount({ minor: BigInt(minor), currency });
}

function put(step: Step, invoice: Invoice): void {
  step.state.invoices[invoice.id] = invoice;
}

/** What was paid in the time before an instant, payment by payment; several currencies have no sum. */
export function paidWithin(
  step: Step,
  clause: Clause,
  span: Duration,
  at: Instant,
): { figure: Figure } | { missing: "currency"; path: readonly string[] } {
  const since = counted(step, () => backward(at, span, step.world.calendarOf(clause)));
  delete step.unknown;
  // What lies before the calendar lies before every payment.
  const paid = step.state.payments.filter((payment) => !payment.credit && payment.at >= (since ?? -Infinity) && payment.at < at);
  const [currency = "EUR", another] = new Set(paid.map((payment) => payment.currency));
  if (another !== undefined) return { missing: "currency", path: [] };
  const none = given("0", currency, { constant: "nothing paid" });
  const parts = paid.map(({ minor, currency: unit, fact }) =>
    given(majorUnits({ minor: BigInt(minor), currency: unit }), unit, { fact, field: "amount" }),
  );
  return { figure: sum(parts.length > 0 ? parts : [none]) };
}
