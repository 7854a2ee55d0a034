import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { factCatalogue } from "#catalogue";
import { playExample } from "#kernel/engine/example.ts";
import type { Fact } from "#kernel/engine/fact.ts";
import { run } from "#kernel/engine/run.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { compose } from "#kernel/terms/compose.ts";
import { formatTerms } from "#kernel/terms/format.ts";
import { readLibrary } from "#kernel/terms/library.ts";
import { loadReferences } from "#references/load.ts";
import { instant, told } from "./library.ts";

// The engine's rules, one theme a file in testing/rules/: each example is one rule, played alone, without the law.

const references = loadReferences();
const folder = join(import.meta.dirname, "rules");
const sources = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ file: `testing/rules/${name}`, text: readFileSync(join(folder, name), "utf8") }));
const library = readLibrary(sources, factCatalogue, clauseKinds);

test.each(sources)("$file is written as `tenu format` writes it", ({ file, text }) => {
  expect(formatTerms(file, text)).toEqual({ text, problems: [] });
});

describe.each([...library.documents.values()].filter(({ examples }) => examples.length > 0))("$source.file", (document) => {
  test("reads without problems", () => {
    expect(document.problems).toEqual([]);
  });
  test.each(document.examples)("$name", (example) => {
    const problems = playExample(library, document, example, references, []);
    expect(problems.map(({ code, place, args }) => `${place.file}:${place.line} ${code} ${JSON.stringify(args)}`)).toEqual([]);
  });
});

// What a timeline does not show: reasons, what the law would give beside, and contracts under the law.

const under = readLibrary(
  [...sources, ...["law/fr.md", "law/eu.md"].map((file) => ({ file, text: readFileSync(join(import.meta.dirname, "..", file), "utf8") }))],
  factCatalogue,
  clauseKinds,
);

function standingOf(documents: readonly string[], facts: readonly Fact[], at: string, figures: Record<string, string> = {}): Standing {
  const contract = compose(under, { contract: documents.join(" + "), documents, parties: {}, figures, readings: {}, order: {} });
  return run(contract, [told("2025-01-01T08:00Z", "contract.accepted", "customer"), ...facts], references, { at: instant(at) });
}

/** State and reason of what stands under a clause. */
function reasonsOf({ items }: Standing, clause: string) {
  return items
    .filter((item) => item.clause === clause && item.reason !== undefined)
    .map(({ state, reason }) => [state, reason?.code, reason?.args]);
}

describe("what is unknown or refused says why", () => {
  test("an act before its window says when the window opens", () => {
    const standing = standingOf(["rights"], [told("2025-01-02T09:00Z", "visit.made", "customer")], "2025-01-03T00:00Z");
    expect(reasonsOf(standing, "visit")).toEqual([["refused", "window-not-open", { from: "2025-02-01T23:00:00.000Z" }]]);
  });
  test("a window left blank", () => {
    const standing = standingOf(
      ["rights"],
      [told("2025-01-02T09:00Z", "subprocessor.announced", "provider", { subject: "P-1" })],
      "2025-01-03T00:00Z",
    );
    expect(reasonsOf(standing, "objection")).toEqual([["open", "figure-blank", { figure: "within", path: "" }]]);
  });
  test("a reading not chosen that no calendar reaches says nothing about the window that applies", () => {
    const standing = standingOf(
      ["rights"],
      [told("2025-01-02T09:00Z", "invoice.received", "customer", { subject: "F-1" })],
      "2025-01-03T00:00Z",
    );
    expect(standing.items.filter(({ clause }) => clause === "dispute")).toMatchObject([
      { state: "open", until: instant("2025-01-12T23:00Z") },
    ]);
    expect(reasonsOf(standing, "dispute")).toEqual([]);
  });
  test("a waiver by another than the creditor, and one of nothing", () => {
    const facts = [
      told("2025-01-02T09:00Z", "support.requested", "customer", { subject: "S-1" }),
      told("2025-01-03T09:00Z", "obligation.waived", "provider", { item: "answer/S-1" }),
      told("2025-01-04T09:00Z", "obligation.waived", "customer", { item: "answr/S-1" }),
    ];
    const standing = standingOf(["rights"], facts, "2025-01-05T00:00Z");
    expect(reasonsOf(standing, "answer")).toEqual([["refused", "creditor-only", { creditor: "customer" }]]);
    expect(reasonsOf(standing, "engine")).toEqual([["refused", "nothing-to-waive", { item: "answr/S-1" }]]);
  });
  test("a happening that a limit forbids", () => {
    const standing = standingOf(
      ["limits"],
      [told("2025-01-02T09:00Z", "incident.corrected", "provider", { subject: "I-1" })],
      "2025-01-03T00:00Z",
    );
    expect(reasonsOf(standing, "no-silent-correction")).toEqual([["missed", "needs", { event: "incident.received" }]]);
  });
  test("an amendment that names no figure of its clause", () => {
    const standing = standingOf(
      ["fees"],
      [
        told("2025-01-02T09:00Z", "contract.amended", "provider", {
          subject: "A-1",
          effective: "2025-01-02T09:00:00.000Z",
          sets: { "fee.prise": "1 EUR" },
        }),
      ],
      "2025-01-03T00:00Z",
    );
    expect(reasonsOf(standing, "engine")).toMatchObject([
      ["refused", "amendment-unusable", { problem: "address-unknown", address: "fee.prise", near: "fee.price" }],
    ]);
  });
  test("the fee of some days, a ceiling left blank, a sum of two currencies", () => {
    const fees = standingOf(["fees"], [told("2025-01-02T09:00Z", "copy.requested", "customer")], "2025-01-03T00:00Z");
    expect(reasonsOf(fees, "quick-recovery")).toMatchObject([["unknown", "figure-fee", { figure: "amount" }]]);
    const paid = (when: string, amount: string) => told(when, "payment.received", "provider", { amount });
    const charges = standingOf(
      ["charges"],
      [
        told("2025-01-02T09:00Z", "support.requested", "customer", { subject: "S-1" }),
        paid("2025-01-03T09:00Z", "1 EUR"),
        paid("2025-01-04T09:00Z", "1 USD"),
        told("2025-01-05T09:00Z", "damages.claimed", "customer", { subject: "D-1", amount: "1 EUR" }),
      ],
      "2025-01-06T00:00Z",
    );
    expect(reasonsOf(charges, "capped")).toMatchObject([["unknown", "figure-blank", { figure: "at-most" }]]);
    expect(reasonsOf(charges, "refund")).toMatchObject([["unknown", "figure-currency", { figure: "amount" }]]);
  });
});

describe("beyond the calendars nothing is guessed", () => {
  const facts = [
    told("2025-01-02T09:00Z", "incident.received", "customer", { subject: "I-1" }),
    told("2025-01-02T09:00Z", "support.requested", "customer", { subject: "S-1" }),
    told("2025-01-02T09:00Z", "termination.notified", "customer"),
  ];
  const standing = standingOf(["calendars"], facts, "2025-01-03T00:00Z");
  test.each([
    ["archive", "zone"],
    ["review", "holidays"],
  ])("%s has no deadline, for want of the %s", (clause, what) => {
    expect(reasonsOf(standing, clause)).toMatchObject([["open", "beyond-calendar", { what }]]);
    expect(standing.items.find((item) => item.clause === clause)?.due).toBeUndefined();
  });
  test("an end beyond them", () => {
    expect(reasonsOf(standing, "exit")).toMatchObject([["unknown", "beyond-calendar", { what: "zone" }]]);
    expect(standing.ends).toBeUndefined();
  });
  test("a target beyond them leaves the deadline without a reason to doubt it", () => {
    expect(reasonsOf(standing, "diagnosis")).toEqual([]);
  });
  test("hours left blank", () => {
    expect(reasonsOf(standing, "call-back")).toEqual([["open", "figure-blank", { figure: "open", path: "" }]]);
  });
  test("payments older than the calendar's first years are kept", () => {
    const contract = compose(under, { contract: "old", documents: ["charges"], parties: {}, figures: {}, readings: {}, order: {} });
    const old = [
      told("2001-01-01T08:00Z", "contract.accepted", "customer"),
      told("2001-06-02T09:00Z", "payment.received", "provider", { amount: "100 EUR" }),
      told("2001-07-02T09:00Z", "damages.claimed", "customer", { subject: "D-1", amount: "1 EUR" }),
    ];
    expect(run(contract, old, references, { at: instant("2001-07-03T00:00Z") }).items).toMatchObject([
      { clause: "refund", state: "due", figure: { value: "100", unit: "EUR" } },
    ]);
  });
});

describe("the law stands above", () => {
  test.each([
    ["1 %", true],
    ["20 %", false],
  ])("beside interest at %s its floor is shown: %s", (rate, shown) => {
    const invoice = told("2025-01-02T09:00Z", "invoice.issued", "provider", {
      subject: "F-1",
      amount: "1000 EUR",
      due: "2025-01-31T23:00:00.000Z",
    });
    const { items } = standingOf(["fr", "payments"], [invoice], "2025-03-01T00:00Z", { "late.rate": rate });
    expect(items.find(({ clause, state }) => clause === "late" && state === "accruing")?.otherwise?.["law"] !== undefined).toBe(shown);
  });
  test("an amendment changes what the parties agreed, not the law", () => {
    const amendment = told("2025-01-02T09:00Z", "contract.amended", "provider", {
      subject: "A-1",
      effective: "2025-01-02T09:00:00.000Z",
      sets: { "switching-notice.within": "9 months", "answer.within": "9 days" },
    });
    const facts = [
      amendment,
      told("2025-02-03T09:00Z", "switching.notified", "customer"),
      told("2025-02-03T09:00Z", "support.requested", "customer", { subject: "S-1" }),
    ];
    const { items } = standingOf(["eu", "rights"], facts, "2025-02-04T00:00Z");
    const dueOf = (id: string) => items.find(({ clause }) => clause === id)?.due;
    expect(dueOf("switching-notice")).toBe(instant("2025-04-03T22:00Z"));
    expect(dueOf("answer")).toBe(instant("2025-02-12T23:00Z"));
  });
});
