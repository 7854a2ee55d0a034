import { describe, expect, test } from "vitest";
import { run } from "#kernel/engine/run.ts";
import { openTimeline } from "#kernel/engine/timeline.ts";
import { loadReferences } from "#references/load.ts";
import { contractOf, instant, told } from "./library.ts";

const references = loadReferences();
const signed = { "in-form": "writing", "signed-by": ["provider", "customer"] };

describe("law stands above the contract", () => {
  test("it fills what the contract leaves out: forty euros on a late invoice of CRM & DATA (L-2)", () => {
    const contract = contractOf(["crm-and-data"]);
    expect(contract.byId.get("late-interest")?.raw["flat"]).toBe("40 EUR");
    expect(contract.decisions).toContainEqual({
      code: "supplied-by-law",
      clause: "late-interest",
      args: { figure: "flat", law: "legal-late-payment" },
    });
  });
  test("it steps back where the contract speaks: Boost My Mail keeps its own rate", () => {
    const contract = contractOf(["boost-my-mail"]);
    expect(contract.byId.has("legal-late-payment")).toBe(false);
    expect(contract.byId.get("interest")?.raw["rate"]).toBe("3 × legal");
  });
  test("what concerns consumers leaves a professional alone", () => {
    const lawOf = (quality: string) => contractOf(["boost-my-mail"], { order: { "customer-quality": quality } }).byId;
    expect(lawOf("professional").has("free-exit-after-renewal")).toBe(false);
    expect(lawOf("non-professional").has("free-exit-after-renewal")).toBe(true);
  });
});

describe("precedence is each contract's own", () => {
  test("Boost My Mail's terms prevail: particulars cannot change a figure they settle, and the conflict is told (B-1 formation)", () => {
    const contract = contractOf(["boost-my-mail"], { figures: { "interest.flat": "80 EUR" } });
    expect(contract.byId.get("interest")?.raw["flat"]).toBe("40 EUR");
    expect(contract.decisions).toContainEqual({
      code: "override-refused",
      clause: "interest",
      args: { figure: "flat", document: "boost-my-mail" },
    });
  });
  test("they empty an attached service-level annex (B-5.1), until an amendment gives the annex precedence", () => {
    const attached = contractOf(["boost-my-mail", "service-levels"]);
    expect(attached.byId.has("availability-rate")).toBe(false);
    expect(attached.decisions.some(({ code, clause }) => code === "set-aside" && clause === "availability-rate")).toBe(true);
    const annexFirst = contractOf(["boost-my-mail", "service-levels"], { figures: { "formation.order": "annexes, terms, particulars" } });
    expect(annexFirst.byId.has("availability-rate")).toBe(true);
  });
  test("where no order is given, particulars change the terms and the change is noted", () => {
    const contract = contractOf(["crm-and-data"], { figures: { "customer-exit.notice": "2 months" } });
    expect(contract.byId.get("customer-exit")?.raw["notice"]).toBe("2 months");
    expect(contract.decisions).toContainEqual({ code: "override-applied", clause: "customer-exit", args: { figure: "notice" } });
  });
});

describe("amendments take effect at their date", () => {
  const contract = contractOf(["crm-and-data"], { figures: { "users.at-most": "10", "fee.price": "25 EUR" } });
  const life = [
    told("2025-01-01T08:00Z", "contract.accepted", "customer", { "in-form": "writing" }),
    told("2025-01-01T09:00Z", "service.activated", "provider"),
    told("2025-02-03T09:00Z", "contract.amended", "provider", {
      subject: "A-1",
      effective: "2025-02-28T23:00:00.000Z",
      sets: { "fee.price": "30 EUR" },
      ...signed,
    }),
  ];
  const feesAt = (when: string, facts = life) =>
    run(contract, facts, references, { at: instant(when) })
      .items.filter(({ clause }) => clause === "fee")
      .map(({ subject, figure }) => [subject, figure?.value]);

  test("old months stay under old terms", () => {
    expect(feesAt("2025-04-02T00:00Z")).toEqual([
      ["2025-01-01", "250"],
      ["2025-02-01", "250"],
      ["2025-03-01", "300"],
      ["2025-04-01", "300"],
    ]);
  });
  test("one signed late restates the months since its date, and what was known before stays readable", () => {
    const late = [
      ...life,
      told("2025-03-20T09:00Z", "contract.amended", "provider", {
        subject: "A-2",
        effective: "2025-01-31T23:00:00.000Z",
        sets: { "fee.price": "28 EUR" },
        ...signed,
      }),
    ];
    const at = instant("2025-04-02T00:00Z");
    const fees = (knownAt: string) =>
      run(contract, late, references, { at, knownAt: instant(knownAt) })
        .items.filter(({ clause }) => clause === "fee")
        .map(({ figure }) => figure?.value);
    expect(fees("2025-03-19T00:00Z")).toEqual(["250", "250", "300", "300"]);
    expect(fees("2025-04-02T00:00Z")).toEqual(["250", "280", "300", "300"]);
    expect(openTimeline(contract, references, late).at(at).items).toEqual(run(contract, late, references, { at }).items);
  });
  test("an annex attached in March watches March, not February", () => {
    const attached = [
      ...life,
      told("2025-03-01T09:00Z", "contract.amended", "provider", {
        subject: "A-3",
        effective: "2025-03-01T09:00:00.000Z",
        attaches: ["service-levels"],
        ...signed,
      }),
    ];
    const standing = run(contract, attached, references, { at: instant("2025-03-03T00:00Z") });
    expect(standing.items.filter(({ clause }) => clause === "platform-backup").map(({ subject, state }) => [subject, state])).toEqual([
      ["2025-03-01", "missed"],
      ["2025-03-02", "missed"],
      ["2025-03-03", "open"],
    ]);
    expect(standing.items.filter(({ clause }) => clause === "availability-rate").map(({ subject, state }) => [subject, state])).toEqual([
      ["2025-03", "open"],
    ]);
    expect(standing.edition.documents["service-levels"]).toBe("2024-02-16");
  });
  test("what opened under a document still ends under it when the document goes", () => {
    const annexed = contractOf(["crm-and-data", "maintenance"], {
      figures: { "users.at-most": "10", "fee.price": "25 EUR" },
      order: { "incident-address": "help@example.test" },
    });
    const facts = [
      ...life.slice(0, 2),
      told("2025-02-03T09:00Z", "incident.received", "customer", { subject: "I-1", severity: "critical", address: "help@example.test" }),
      told("2025-02-03T10:00Z", "contract.amended", "provider", {
        subject: "A-4",
        effective: "2025-02-03T10:00:00.000Z",
        detaches: ["maintenance"],
        ...signed,
      }),
      told("2025-02-03T11:00Z", "incident.acknowledged", "provider", { subject: "I-1" }),
      told("2025-02-03T12:00Z", "incident.received", "customer", { subject: "I-2", severity: "critical", address: "help@example.test" }),
    ];
    const items = run(annexed, facts, references, { at: instant("2025-02-03T12:30Z") }).items.filter(
      ({ clause }) => clause === "acknowledgement",
    );
    expect(items).toMatchObject([{ subject: "I-1", state: "kept" }]);
  });
  test("a change that lacks what the agreement asks for binds nobody it protects (U-1 precedence)", () => {
    const uloa = contractOf(["uloa", "service-levels"], {
      figures: { "seats.at-most": "2" },
      order: { annexes: "data-protection, prerequisites, security" },
    });
    const facts = [
      told("2025-01-01T08:00Z", "contract.accepted", "customer", { "in-form": "writing" }),
      told("2025-02-03T09:00Z", "contract.amended", "distributor", {
        subject: "A-1",
        effective: "2025-02-03T09:00:00.000Z",
        sets: { "seats.at-most": "5" },
        "in-form": "writing",
      }),
    ];
    const standing = run(uloa, facts, references, { at: instant("2025-03-01T00:00Z") });
    expect(standing.items.filter(({ type }) => type === "refusal")).toMatchObject([
      { clause: "conditions", subject: "A-1", reason: { code: "not-opposable", args: { party: "provider" } } },
    ]);
  });
});
