import { describe, expect, test } from "vitest";
import { instant, told } from "#testing/library.ts";
import { smallContract } from "#testing/small.ts";
import { loadReferences } from "#references/load.ts";
import type { Contract } from "../terms/contract.ts";
import type { Fact } from "./fact.ts";
import { run } from "./run.ts";
import { openTimeline } from "./timeline.ts";

// What effects do stands in testing/rules/effects.md; here is what a worked example cannot show.

const references = loadReferences();
const accepted = told("2025-01-01T08:00Z", "contract.accepted", "customer");

const standing = (contract: Contract, facts: readonly Fact[], at: string) =>
  run(contract, [accepted, ...facts], references, { at: instant(at) });
const following = (id: string, when: string, then: string) => `statement\nid: ${id}\nwhen: ${when}\nthen: ${then}`;
/** Clauses of which each hears the one before. */
const chain = (first: string, length: number) =>
  Array.from({ length }, (_, n) => following(`link-${n + 1}`, n === 0 ? first : `link.n${n}`, `link.n${n + 1}`));

describe("forty effects may follow one another within an instant; one more is taken for a circle", () => {
  const invoice = told("2025-01-02T10:00Z", "invoice.issued", "provider", {
    subject: "F-1",
    amount: "2 EUR",
    due: "2025-01-05T23:00:00.000Z",
  });
  const paid = (amount: string) => told("2025-01-03T10:00Z", "payment.received", "provider", { amount });
  const visited = told("2025-01-02T10:00Z", "visit.invited", "provider");
  const ending = "term\nid: term\ninitial: 1 year\nrenewal: none";
  test.each<[string, number, string, readonly Fact[], readonly string[]]>([
    ["a fact", 40, "visit.invited", [visited], []],
    ["an effect set for later", 40, "visit.later", [visited], [following("later", "visit.invited", "visit.later at 1 hour")]],
    ["an invoice overdue", 40, "invoice.overdue", [invoice], []],
    ["an invoice paid in part", 40, "invoice.paid-in-part", [invoice, paid("1 EUR")], []],
    ["an invoice paid", 40, "invoice.settled", [invoice, paid("2 EUR")], []],
    ["a period", 40, "period.started", [], [ending]],
    ["the end announced", 39, "contract.ends", [], [ending]],
    ["the end", 40, "contract.ended", [], [ending]],
  ])("after %s", (_, most, first, facts, clauses) => {
    const after = (length: number) => () => standing(smallContract([...clauses, ...chain(first, length)]), facts, "2026-02-01T00:00Z");
    expect(after(most)).not.toThrow();
    expect(after(most + 1)).toThrow(/cycle/);
  });
  test("after the acceptance, as a clause hears it that an amendment brings", () => {
    const brought = (length: number) => () => {
      const contract = smallContract([], { more: chain("contract.accepted", length) });
      const fields = { effective: "2025-01-02T10:00:00.000Z", attaches: ["more"] };
      return standing(contract, [told("2025-01-02T10:00Z", "contract.amended", "provider", fields)], "2025-01-03T00:00Z");
    };
    expect(brought(39)).not.toThrow();
    expect(brought(40)).toThrow(/cycle/);
  });
  test("a circle is named by its last eight events, at the clause that told the last", () => {
    const circle = smallContract([
      following("start", "visit.invited", "one.told"),
      following("one", "one.told", "two.told"),
      following("two", "two.told", "one.told"),
    ]);
    expect(() => standing(circle, [visited], "2025-01-03T00:00Z")).toThrow(
      expect.objectContaining({
        problems: [
          {
            code: "cycle",
            place: circle.byId.get("two")!.place,
            args: { trail: "two.told → one.told → two.told → one.told → two.told → one.told → two.told → one.told" },
          },
        ],
      }),
    );
  });
});

describe("amendments by the clauses themselves", () => {
  const capped = [
    `charge\nid: fee\nfrom: customer\nto: provider\nwhen: visit.invited\namount: 5 EUR`,
    `charge\nid: rebate\nfrom: provider\nto: customer\nwhen: visit.invited\namount: 1 EUR`,
    following("raise-fee", "quote.accepted", "raise fee.amount to .amount"),
    following("raise-rebate", "quote.accepted", "raise rebate.amount to .amount"),
  ];
  const quote = (when: string, amount: string) => told(when, "quote.accepted", "customer", { amount });

  test("two clauses may change two figures on one fact, and the same sum again changes nothing", () => {
    const facts = [
      accepted,
      quote("2025-01-02T10:00Z", "7 EUR"),
      quote("2025-01-03T10:00Z", "7 EUR"),
      told("2025-01-04T10:00Z", "visit.invited", "provider"),
    ];
    const timeline = openTimeline(smallContract(capped), references, facts);
    expect(timeline.at(instant("2025-01-05T00:00Z")).items.map(({ clause, figure }) => [clause, figure?.value])).toEqual([
      ["fee", "7"],
      ["rebate", "7"],
    ]);
    const [, first] = facts;
    expect(timeline.state().amendments).toEqual([`test:${first!.id}#raise-fee`, `test:${first!.id}#raise-rebate`]);
  });
});

describe("an end", () => {
  const notice = told("2025-01-02T10:00Z", "business.ceased", "provider");
  const contract = smallContract([
    following("ceased", "business.ceased", "contract.ends at end of day"),
    `charge\nid: last\nfrom: customer\nto: provider\nwhen: contract.ended\namount: 5 EUR`,
    `right\nid: leave\nparty: customer\nused-by: account.closed\nnotice: { fr: 1 month, en: 2 months }\nthen: contract.ends after notice`,
    following("lost", "claim.lost", "contract.ends at end"),
  ]);
  test("announced twice for one instant rests on the first announcement, and so does what it opens", () => {
    const again = told("2025-01-02T11:00Z", "business.ceased", "provider", { subject: "again" });
    const { items, ends } = standing(contract, [notice, again], "2025-01-03T00:00Z");
    expect(ends).toBe(instant("2025-01-02T23:00Z"));
    expect(items.find(({ clause }) => clause === "last")?.because).toEqual({ facts: [`test:${notice.id}`], clauses: ["ceased", "last"] });
  });
  test("comes after the notice that applies where the two languages differ", () => {
    const { ends } = standing(contract, [told("2025-01-02T10:00Z", "account.closed", "customer")], "2025-01-03T00:00Z");
    expect(ends).toBe(instant("2025-03-02T23:00Z"));
  });
  test("that cannot be dated is unknown, says so, and is nobody's where the clause names no party", () => {
    const { items } = standing(contract, [told("2025-01-02T10:00Z", "claim.lost", "customer", { amount: "1 EUR" })], "2025-01-03T00:00Z");
    expect(items.filter(({ clause }) => clause === "lost")).toMatchObject([
      { state: "unknown", party: "", reason: { code: "effect-undated", args: {} } },
    ]);
  });
  test("leaves no day of credit to add", () => {
    const credited = smallContract([
      "term\nid: term\ninitial: 1 month\nrenewal: none",
      "charge\nid: credit\nfrom: provider\nto: customer\nwhen: credit.claimed\namount: 1 day\nthen: term.extended",
    ]);
    const claim = told("2025-01-02T10:00Z", "credit.claimed", "customer");
    expect(standing(credited, [claim], "2025-01-31T23:00Z")).toMatchObject({ phase: "running", creditDays: 1 });
    expect(standing(credited, [claim], "2025-02-02T00:00Z")).toMatchObject({ phase: "ended", creditDays: 0 });
  });
});
