import { expect, test } from "vitest";
import { told, trial } from "#testing/findings.ts";

const clause = (kind: string, keys: string) => `\`\`\`clause ${kind}\n${keys.trim()}\n\`\`\`\n`;

test("a document that is neither attached nor given by the order form", () => {
  const text = clause("statement", "id: note\nrefers-to: [tariffs]");
  expect(told(trial(text), "document-missing", "documents")).toEqual(["warning note tariffs"]);
  expect(told(trial(text, { order: { offer: "large" } }), "document-missing")).toEqual(["error note"]);
  expect(told(trial(text, { order: { tariffs: "tariffs of 2026" } }), "document-missing")).toEqual([]);
});

test("an annex without which the contract cannot be accepted", () => {
  const text = clause("agreement", "id: deal\nannexes: [service-levels]");
  expect(told(trial(text), "annex-missing", "annex")).toEqual(["error deal service-levels"]);
  expect(told(trial(text, { documents: ["service-levels"] }), "annex-missing")).toEqual([]);
});

test("an annex that the terms empty, with all that falls with it", () => {
  const text = clause("statement", "id: no-promise\nsets-aside: [availability]");
  expect(told(trial(text, { documents: ["service-levels"] }), "annex-emptied", "clauses", "stranded")).toEqual([
    "error availability-rate availability-rate credit-claim, service-credit, credit-days",
  ]);
});

test("a clause set aside that takes nothing with it", () => {
  const text = clause("statement", "id: no-promise\nsets-aside: [liability]");
  expect(told(trial(text, { documents: ["service-levels"] }), "clause-set-aside", "by")).toEqual(["warning sole-remedy no-promise"]);
});

test("an order form against terms that rank above it, and below it", () => {
  const text = (order: string) =>
    clause("agreement", `id: deal\norder: [${order}]`) +
    clause("duty", "id: act\nparty: provider\nwhen: incident.received\nwithin: 2 days\nkept-by: incident.corrected");
  const given = { figures: { "act.within": "5 days" } };
  expect(told(trial(text("terms, particulars"), given), "override-refused", "figure", "value")).toEqual(["warning act within 5 days"]);
  expect(told(trial(text("particulars, terms"), given), "override-applied", "figure", "value")).toEqual(["note act within 5 days"]);
});

test("two documents with working hours of their own", () => {
  const text = clause("hours", "id: desk-hours\ndays: Monday to Friday\nopen: 08:00-20:00");
  expect(told(trial(text, { documents: ["maintenance"] }), "hours-apart", "other")).toEqual(["note incident-hours desk-hours"]);
  expect(told(trial(text), "hours-apart")).toEqual([]);
});
