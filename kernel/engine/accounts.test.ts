import { describe, expect, test } from "vitest";
import { instant, told } from "#testing/library.ts";
import { smallContract } from "#testing/small.ts";
import { loadReferences } from "#references/load.ts";
import type { Fact } from "./fact.ts";
import { openTimeline } from "./timeline.ts";

// What a payment pays stands in testing/rules/payments.md; here is what the accounts keep, and what they let go.

const references = loadReferences();
const contract = smallContract([]);
const accepted = told("2015-01-01T08:00Z", "contract.accepted", "customer");
const invoice = (when: string, subject: string, amount: string, more: Record<string, string> = {}) =>
  told(when, "invoice.issued", "provider", { subject, amount, ...more });
const payment = (when: string, amount: string, subject = "contract") => told(when, "payment.received", "provider", { subject, amount });

/** The state after these facts. */
const after = (...facts: Fact[]) => openTimeline(contract, references, [accepted, ...facts]).state();

describe("payments and paid invoices are kept for 61 months", () => {
  // The second is paid at the midnight in Paris that opens 1 February 2015; the last day it is kept is 29 February 2020.
  const early = [
    invoice("2015-01-10T10:00Z", "F-0", "200 EUR"),
    payment("2015-01-31T22:59Z", "200 EUR"),
    invoice("2015-01-10T10:00Z", "F-1", "100 EUR"),
    payment("2015-01-31T23:00Z", "100 EUR"),
  ];
  const kept = (at: string) => {
    const { payments, settled } = openTimeline(contract, references, [accepted, ...early, payment(at, "1 EUR")]).state();
    return { payments: payments.map(({ minor }) => minor), settled: Object.keys(settled) };
  };

  test("and still there on the last day", () => {
    expect(kept("2020-03-01T22:59Z")).toEqual({ payments: ["10000", "100"], settled: ["F-1"] });
  });
  test("and gone the day after", () => {
    expect(kept("2020-03-01T23:00Z")).toEqual({ payments: ["100"], settled: [] });
  });
  test("but what no debt has taken stays the payer's for ever", () => {
    const { payments } = openTimeline(contract, references, [
      accepted,
      ...early,
      payment("2015-02-02T10:00Z", "5 EUR"),
      payment("2035-01-01T10:00Z", "1 EUR"),
    ]).state();
    expect(payments.map(({ left }) => left)).toEqual(["500", "100"]);
  });
  test("a copy of a paid invoice then counts as a new one", () => {
    const facts = [accepted, ...early, payment("2021-01-01T10:00Z", "1 EUR"), invoice("2021-01-02T10:00Z", "F-1", "100 EUR")];
    expect(
      openTimeline(contract, references, facts)
        .state()
        .invoices["F-1"]?.balance.map(({ minor }) => minor),
    ).toEqual(["10000", "9900"]);
  });
});

describe("an invoice paid", () => {
  const issued = invoice("2015-01-10T10:00Z", "F-1", "100 EUR", { due: "2015-02-10T00:00:00.000Z" });
  test("is waited for no more, and what it took of a payment is not kept for another", () => {
    expect(openTimeline(contract, references, [accepted, issued]).next()).toBe(instant("2015-02-10T00:00Z"));
    const { invoices, timers, payments } = after(issued, payment("2015-01-11T10:00Z", "130 EUR"));
    expect([invoices, timers, payments.map(({ left }) => left)]).toEqual([{}, [], ["3000"]]);
  });
  test("by a credit note of its own amount leaves nothing of the note", () => {
    expect(
      after(issued, told("2015-01-11T10:00Z", "invoice.credited", "provider", { subject: "F-1", amount: "100 EUR" })).payments,
    ).toEqual([]);
  });
});

describe("a payment that names an amount", () => {
  const fined = smallContract(["charge\nid: fine\nfrom: customer\nto: provider\nwhen: visit.made\namount: 40 EUR"]);
  const visit = told("2015-01-10T10:00Z", "visit.made", "customer", { subject: "V" });
  test.each([
    ["less", "15 EUR", "0"],
    ["as much", "40 EUR", "0"],
    ["more", "80 EUR", "4000"],
  ])("and is %s leaves the payer the rest", (_, amount, left) => {
    const { payments } = openTimeline(fined, references, [accepted, visit, payment("2015-01-11T10:00Z", amount, "fine/V")]).state();
    expect(payments.map((one) => one.left)).toEqual([left]);
  });
});

describe("interest on an invoice", () => {
  const late = smallContract(["late-payment\nid: late\nrate: 10 %"]);
  const interest = (facts: readonly Fact[]) =>
    openTimeline(late, references, [accepted, ...facts])
      .at(instant("2015-03-01T00:00Z"))
      .items.find(({ clause }) => clause === "late");
  const by = (kind: string, who: string) =>
    told("2015-01-10T10:00Z", kind, who, { subject: "F-1", amount: "36500 EUR", due: "2015-01-20T23:00:00.000Z" });

  test("is owed to who issued it; where only its receipt was told, to the provider", () => {
    expect(interest([by("invoice.issued", "distributor")])?.to).toBe("distributor");
    expect(interest([by("invoice.received", "customer")])?.to).toBe("provider");
  });
  test("names the facts that gave each balance: the invoice, a payment, a credit note", () => {
    const issued = by("invoice.issued", "provider");
    const paid = payment("2015-02-01T10:00Z", "10000 EUR", "F-1");
    const credited = told("2015-02-10T10:00Z", "invoice.credited", "provider", { subject: "F-1", amount: "10000 EUR" });
    const figure = JSON.stringify(interest([issued, paid, credited])?.figure);
    const named = [...figure.matchAll(/"fact":"test:([^"]+)"/g)].map(([, id]) => id);
    expect(named).toEqual([issued.id, paid.id, credited.id]);
  });
});

test("an invoice received without a due date is due by the first fee that says when", () => {
  const fees = smallContract([
    "charge\nid: fine\nfrom: customer\nto: provider\nwhen: visit.made\namount: 40 EUR\ndue: 3 days",
    "fee\nid: first\nevery: year\nprice: 1 EUR\nbilled: in advance",
    "fee\nid: second\nevery: year\nprice: 1 EUR\nbilled: in advance\ndue: 30 days",
  ]);
  const received = told("2015-01-10T10:00Z", "invoice.received", "customer", { subject: "F-1", amount: "1 EUR" });
  expect(openTimeline(fees, references, [accepted, received]).state().invoices["F-1"]?.due).toBe(instant("2015-02-09T23:00Z"));
});

test("what was paid in a time that starts before the calendar is all that was paid", () => {
  const refund = smallContract([
    "charge\nid: refund\nfrom: provider\nto: customer\nwhen: visit.made\namount: { of: paid, for: 12 months }",
  ]);
  const facts = [
    told("2000-02-01T08:00Z", "contract.accepted", "customer"),
    payment("2000-02-02T08:00Z", "7 EUR"),
    told("2000-03-01T08:00Z", "visit.made", "customer"),
  ];
  expect(openTimeline(refund, references, facts).at(instant("2000-03-02T00:00Z")).items).toMatchObject([
    { clause: "refund", state: "due", figure: { value: "7" } },
  ]);
});
