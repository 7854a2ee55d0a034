import { describe, expect, test } from "vitest";
import { instant, told } from "#testing/library.ts";
import { smallContract } from "#testing/small.ts";
import { loadReferences } from "#references/load.ts";
import type { Fact } from "./fact.ts";
import { run } from "./run.ts";

// Which right an act uses, and what an act that none allows is told.

const references = loadReferences();
const accepted = told("2025-01-01T08:00Z", "contract.accepted", "customer");
const right = (id: string, keys: string) => `right\nid: ${id}\n${keys}`;
const dispute = (when: string, subject = "contract", fields: Fact["fields"] = {}, by = "customer") =>
  told(when, "invoice.disputed", by, { subject, ...fields });
const received = (subject: string, when = "2025-01-02T10:00Z") => told(when, "invoice.received", "customer", { subject });

/** State and reason under every clause that an act concerned. */
function outcome(clauses: readonly string[], facts: readonly Fact[], at = "2025-02-01T00:00Z") {
  const { items } = run(smallContract(clauses), [accepted, ...facts], references, { at: instant(at) });
  return items.map(({ clause, subject, state, reason }) => [clause, subject, state, ...(reason ? [reason.code, reason.args] : [])]);
}

describe("an act that no right allows is refused and told why", () => {
  const open = [
    right("first", "party: customer\nused-by: invoice.disputed"),
    right("second", "party: customer\nused-by: invoice.disputed"),
    right("third", "party: distributor\nused-by: invoice.disputed"),
  ];
  test("where the right is another party's, each named once", () => {
    const [refusal] = outcome(open, [dispute("2025-01-03T10:00Z", "contract", {}, "provider")]);
    expect(refusal).toEqual(["first", "contract", "refused", "not-allowed-to", { by: "provider", allowed: "customer, distributor" }]);
  });
  test("where no right of the party is open any more, all of its own named", () => {
    const closed = open.map((text) => text.replace("used-by", "within: 1 day\nused-by"));
    expect(outcome(closed, [dispute("2025-01-10T10:00Z")]).at(-1)).toEqual([
      "first",
      "contract",
      "refused",
      "no-right-open",
      { right: "first, second" },
    ]);
  });
  test("where the form is wrong: the form it takes, and the one it had", () => {
    const formal = open.map((text) => `${text}\nin-form: registered letter`);
    expect(outcome(formal, [dispute("2025-01-03T10:00Z", "contract", { "in-form": "e-mail" })])[0]).toEqual([
      "first",
      "contract",
      "refused",
      "wrong-form",
      { form: "registered letter", got: "e-mail" },
    ]);
  });
  test("where something must happen first: what", () => {
    const needing = [right("first", "party: customer\nneeds: invoice.received\nused-by: invoice.disputed")];
    expect(outcome(needing, [dispute("2025-01-03T10:00Z")])[0]).toEqual([
      "first",
      "contract",
      "refused",
      "needs",
      { event: "invoice.received" },
    ]);
  });
  test("before its own window another party's is not told", () => {
    const later = [
      right("theirs", "party: distributor\nafter: 1 month\nused-by: invoice.disputed"),
      right("mine", "party: customer\nafter: 2 months\nused-by: invoice.disputed"),
    ];
    expect(outcome(later, [dispute("2025-01-03T10:00Z")])[0]).toEqual([
      "mine",
      "contract",
      "refused",
      "window-not-open",
      { from: "2025-03-01T23:00:00.000Z" },
    ]);
  });
});

describe("several rights", () => {
  const soon = right("soon", "party: customer\nwhen: invoice.received\nwithin: 20 days\nused-by: invoice.disputed");
  const ever = right("ever", "party: customer\nwhen: invoice.received\nused-by: invoice.disputed");
  const states = (rows: unknown[][]) =>
    Object.fromEntries(rows.map(([clause, subject, state]) => [`${String(clause)} ${String(subject)}`, state]));

  test("the one that closes first is used, one that never closes last, wherever they stand in the text", () => {
    for (const clauses of [
      [soon, ever],
      [ever, soon],
    ])
      expect(states(outcome(clauses, [received("F-1"), dispute("2025-01-03T10:00Z", "F-1")], "2025-01-04T00:00Z"))).toEqual({
        "soon F-1": "used",
        "ever F-1": "open",
      });
  });
  test("the one about the act's subject comes before one about the contract that closes sooner", () => {
    const whole = right("whole", "party: customer\nwithin: 5 days\nused-by: invoice.disputed");
    expect(states(outcome([whole, ever], [received("F-1"), dispute("2025-01-03T10:00Z", "F-1")], "2025-01-04T00:00Z"))).toEqual({
      "ever F-1": "used",
      "whole contract": "open",
    });
  });
  test("an act on the contract uses the right about whatever subject there is", () => {
    expect(states(outcome([ever], [received("F-1"), dispute("2025-01-03T10:00Z")]))).toEqual({ "ever F-1": "used" });
  });
  test("an act on a subject leaves the right about another alone", () => {
    expect(states(outcome([ever], [received("F-1"), dispute("2025-01-03T10:00Z", "F-2")]))).toEqual({
      "ever F-1": "open",
      "ever F-2": "refused",
    });
  });
  test("of two consequences, the act has to name one; of one consequence, either serves", () => {
    const fined = right("fined", "party: customer\nwhen: invoice.received\nused-by: invoice.disputed\nthen: fine.told");
    const facts = [received("F-1"), dispute("2025-01-03T10:00Z", "F-1")];
    expect(outcome([soon, ever, fined], facts, "2025-01-04T00:00Z")[0]).toEqual([
      "soon",
      "F-1",
      "refused",
      "ambiguous",
      { rights: "soon, ever, fined" },
    ]);
    const named = [received("F-1"), dispute("2025-01-03T10:00Z", "F-1", { under: "fined" })];
    expect(states(outcome([soon, ever, fined], named, "2025-01-04T00:00Z"))).toMatchObject({ "fined F-1": "used", "soon F-1": "open" });
  });
  test("of which none is about the act's subject have to be told apart as well", () => {
    const fined = right("fined", "party: customer\nwhen: invoice.received\nused-by: invoice.disputed\nthen: fine.told");
    expect(outcome([ever, fined], [received("F-1"), dispute("2025-01-03T10:00Z")])[0]?.slice(2, 4)).toEqual(["refused", "ambiguous"]);
  });
  test("one that is whoever's the trigger names is that party's alone", () => {
    const senders = right("senders", "party: .sent-by\nwhen: notice.received\nused-by: termination.notified");
    const notice = told("2025-01-02T10:00Z", "notice.received", "customer", { "sent-by": "provider" });
    const ended = (by: string) => told("2025-01-03T10:00Z", "termination.notified", by);
    expect(states(outcome([senders], [notice, ended("provider")]))).toEqual({ "senders contract": "used" });
    expect(outcome([senders], [notice, ended("customer")])).toEqual([
      ["senders", "contract", "refused", "no-right-open", { right: "senders" }],
      ["senders", "contract", "open"],
    ]);
  });
  test("one whose needs are met is used before one that still waits", () => {
    const waiting = right("waiting", "party: customer\nneeds: copy.requested\nwithin: 5 days\nused-by: invoice.disputed");
    const free = right("free", "party: customer\nused-by: invoice.disputed");
    expect(states(outcome([waiting, free], [dispute("2025-01-03T10:00Z")], "2025-01-04T00:00Z"))).toEqual({
      "waiting contract": "open",
      "free contract": "used",
    });
  });
});

describe("after the end", () => {
  const ends = "statement\nid: ends\nwhen: business.ceased\nthen: contract.ends";
  const over = told("2025-01-10T10:00Z", "business.ceased", "provider");
  const visit = told("2025-01-11T10:00Z", "visit.made", "customer");
  const charge = (when: string) => `charge\nid: fee\nfrom: customer\nto: provider\nwhen: ${when}\namount: 5 EUR`;

  test.each([
    ["nobody hears is refused", [], "after-the-end"],
    ["would only open something is refused", [charge("visit.made")], "after-the-end"],
    ["a limit decides on is decided by it", ["limit\nid: no-visit\nact: visit.made\nneeds: visit.invited"], "needs"],
    ["a limit has nothing against is let through", ["limit\nid: visits\nact: visit.made\nby: customer"], undefined],
    ["could keep a duty is let through", ["duty\nid: d\nparty: customer\nwhen: visit.invited\nkept-by: visit.made"], undefined],
    [
      "keeps one duty and would open the next is let through",
      ["duty\nid: d\nparty: customer\nwhen: visit.made\nwithin: 9 days\nkept-by: visit.made"],
      undefined,
    ],
    ["a surviving clause hears is let through", [`${charge("visit.made")}\nsurvives: yes`], undefined],
  ])("an act that %s", (_, clauses, code) => {
    const refusals = outcome([ends, ...clauses], [over, visit]).filter(([, , state]) => state === "refused");
    expect(refusals.map((row) => row[3])).toEqual(code === undefined ? [] : [code]);
  });
  test("keeps what stood open though it would have opened the next", () => {
    const visits = "duty\nid: d\nparty: customer\nwhen: visit.made\nwithin: 90 days\nkept-by: visit.made";
    const rows = outcome([ends, visits], [told("2025-01-09T10:00Z", "visit.made", "customer"), over, visit]);
    expect(rows).toEqual([["d", "contract", "kept"]]);
  });
  test("an invoice may still be issued", () => {
    const issued = told("2025-01-11T10:00Z", "invoice.issued", "provider", { subject: "F-1", amount: "1 EUR" });
    expect(outcome([ends], [over, issued])).toEqual([]);
  });
  test("of what is only heard, what survives opens, and the rest does not", () => {
    const invited = told("2025-01-11T10:00Z", "visit.invited", "provider");
    expect(outcome([ends, charge("visit.invited")], [over, invited])).toEqual([]);
    expect(outcome([ends, `${charge("visit.invited")}\nsurvives: yes`], [over, invited])).toEqual([["fee", "contract", "due"]]);
  });
});

describe("before the acceptance", () => {
  test("nothing may be done, and it is accepted once", () => {
    const early = told("2024-12-31T10:00Z", "visit.made", "customer");
    const again = told("2025-01-02T08:00Z", "contract.accepted", "customer");
    expect(outcome([], [early, again])).toEqual([
      ["engine", "contract", "refused", "before-acceptance", { act: "visit.made" }],
      ["engine", "contract", "refused", "accepted-already", {}],
    ]);
  });
});

describe("a duty owed to nobody by name", () => {
  const duty = "duty\nid: answer\nparty: provider\nwhen: support.requested\nwithin: 5 days\nkept-by: support.answered";
  const asked = told("2025-01-02T10:00Z", "support.requested", "customer", { subject: "S-1" });
  const waived = (by: string) => told("2025-01-03T10:00Z", "obligation.waived", by, { item: "answer/S-1" });

  test("may be waived by anyone but its debtor", () => {
    expect(outcome([duty], [asked, waived("customer")])).toEqual([["answer", "S-1", "waived"]]);
    expect(outcome([duty], [asked, waived("provider")])[0]).toEqual(["answer", "contract", "refused", "creditor-only", { creditor: "" }]);
  });
});
