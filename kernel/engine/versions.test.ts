import { describe, expect, test } from "vitest";
import { instant, told } from "#testing/library.ts";
import { smallContract } from "#testing/small.ts";
import { loadReferences } from "#references/load.ts";
import { compose } from "../terms/compose.ts";
import type { Fact } from "./fact.ts";
import { run } from "./run.ts";
import { emptyState } from "./state.ts";
import { openTimeline } from "./timeline.ts";
import { openVersions } from "./versions.ts";

const references = loadReferences();
const charge = (id: string, amount: string) => `charge\nid: ${id}\nfrom: customer\nto: provider\nwhen: visit.made\namount: ${amount}`;
const small = smallContract(
  [
    charge("fee", "5 EUR"),
    `${charge("doubtful", "1 EUR")}\nreading: low\nalternatives:\n  low: { amount: 1 EUR }\n  high: { amount: 9 EUR }\nbecause: unclear`,
  ],
  { annex: [charge("annexed", "3 EUR")] },
);
const accepted = told("2025-01-01T08:00Z", "contract.accepted", "customer");
const amended = (when: string, fields: Fact["fields"]) =>
  told(when, "contract.amended", "provider", { subject: `A-${when}`, effective: `${when.slice(0, -1)}:00.000Z`, ...fields });
const visit = (when: string) => told(when, "visit.made", "customer", { subject: when.slice(0, 10) });

/** What each visit costs, by clause; and why amendments were refused. */
function visits(contract: typeof small, facts: readonly Fact[]) {
  const { items } = run(contract, [accepted, ...facts], references, { at: instant("2025-03-01T00:00Z") });
  return items.map(({ clause, subject, figure, reason }) => [clause, subject, reason?.args["problem"] ?? figure?.value]);
}

describe("an amendment", () => {
  test("attaches and detaches documents, sets figures and chooses readings, from its date on", () => {
    const facts = [
      visit("2025-01-02T10:00Z"),
      amended("2025-01-03T10:00Z", { attaches: ["annex"], sets: { "fee.amount": "6 EUR" }, readings: { doubtful: "high" } }),
      visit("2025-01-04T10:00Z"),
      amended("2025-01-05T10:00Z", { detaches: ["annex"] }),
      visit("2025-01-06T10:00Z"),
    ];
    const of = (day: string) =>
      Object.fromEntries(visits(small, facts).flatMap(([clause, subject, value]) => (subject === day ? [[clause, value]] : [])));
    expect(of("2025-01-02")).toEqual({ fee: "5", doubtful: "1" });
    expect(of("2025-01-04")).toEqual({ fee: "6", doubtful: "9", annexed: "3" });
    expect(of("2025-01-06")).toEqual({ fee: "6", doubtful: "9" });
  });
  test("that changes nothing is one all the same", () => {
    expect(visits(small, [amended("2025-01-03T10:00Z", {}), visit("2025-01-04T10:00Z")])).toHaveLength(2);
  });
});

describe("a contract that had its problems before", () => {
  const faulty = compose(small.library, { ...small.particulars, figures: { "fee.amuont": "6 EUR" } });
  test("may be amended", () => {
    expect(faulty.problems.map(({ code }) => code)).toEqual(["address-unknown"]);
    expect(visits(faulty, [amended("2025-01-03T10:00Z", { sets: { "fee.amount": "7 EUR" } }), visit("2025-01-04T10:00Z")])[0]).toEqual([
      "fee",
      "2025-01-04",
      "7",
    ]);
  });
  test("but not so as to have another of the same sort", () => {
    const slip = amended("2025-01-03T10:00Z", { sets: { "fee.amonut": "7 EUR" } });
    expect(visits(faulty, [slip, visit("2025-01-04T10:00Z")])[0]).toEqual(["engine", slip.subject, "address-unknown"]);
  });
});

describe("the versions of a life", () => {
  const versions = openVersions(small, references);
  const event = (sets: Record<string, string>) => ({
    name: "contract.amended",
    subject: "A",
    at: 0,
    fields: { sets },
    because: { facts: [], clauses: [] },
    depth: 0,
  });
  const before = emptyState();
  const first = versions.amended(before, "s:1", event({ "fee.amount": "6 EUR" }));
  const after = { ...before, amendments: ["s:1"] };
  const second = versions.amended(after, "s:2", event({ "fee.amount": "7 EUR" }));
  const amount = (world: typeof first) => world.contract.byId.get("fee")?.raw["amount"];

  test("are found by the amendments that a state names", () => {
    expect(versions.of(after)).toBe(first);
    expect(versions.of({ ...before, amendments: ["s:1", "s:2"] })).toBe(second);
    expect(versions.of({ ...before, amendments: [] })).not.toBe(first);
    expect([first, second].map(amount)).toEqual(["6 EUR", "7 EUR"]);
  });
  test("are found by how many amendments there were", () => {
    const last = { ...before, amendments: ["s:1", "s:2"] };
    expect([0, 1, 2].map((count) => amount(versions.at(last, count)))).toEqual(["5 EUR", "6 EUR", "7 EUR"]);
  });
  test("cannot be found where the life holds no such amendment", () => {
    expect(() => versions.of({ ...before, amendments: ["s:9"] })).toThrow(/s:9\. Replay it/);
  });
  test("are composed once, also for another life", () => {
    expect(openVersions(small, references).amended(before, "s:7", event({ "fee.amount": "6 EUR" }))).toBe(first);
  });
});

describe("a document that an amendment brings", () => {
  const duty = (id: string, when: string, kept: string, more = "") =>
    `duty\nid: ${id}\nparty: provider\nwhen: ${when}\nwithin: 10 days\nkept-by: ${kept}${more}`;
  const contract = smallContract(
    [duty("ours", "contract.accepted", "visit.made"), "statement\nid: ends\nwhen: business.ceased\nthen: contract.ends"],
    {
      annex: [
        duty("welcome", "contract.accepted", "visit.made"),
        duty("start", "service.activated", "visit.made"),
        duty("answer", "support.requested", "support.answered"),
        duty("farewell", "visit.made", "contract.amended"),
        duty("past", "contract.accepted", "visit.made", "\napplies: until 2025-01-02"),
      ],
    },
  );
  const attached = amended("2025-01-03T10:00Z", { attaches: ["annex"] });
  const detached = amended("2025-01-10T10:00Z", { detaches: ["annex"] });
  const activated = told("2025-01-02T10:00Z", "service.activated", "provider");
  const standing = (facts: readonly Fact[], at = "2025-02-01T00:00Z") =>
    run(contract, [accepted, ...facts], references, { at: instant(at) }).items.map(({ clause, state }) => `${clause} ${state}`);

  test("finds the contract accepted, and activated where it is", () => {
    expect(standing([attached], "2025-01-04T00:00Z")).toEqual(["ours open", "welcome open"]);
    expect(standing([activated, attached], "2025-01-04T00:00Z")).toEqual(["ours open", "welcome open", "start open"]);
  });
  test("rests what it finds on the acceptance and on itself", () => {
    const { items } = run(contract, [accepted, attached], references, { at: instant("2025-01-04T00:00Z") });
    expect(items.find(({ clause }) => clause === "welcome")?.because.facts).toEqual([accepted, attached].map(({ id }) => `test:${id}`));
  });
  test("and another takes away leaves what it opened to be kept or missed, and opens nothing new", () => {
    const asked = (when: string, subject: string) => told(when, "support.requested", "customer", { subject });
    const answered = told("2025-01-11T10:00Z", "support.answered", "provider", { subject: "S-1" });
    const facts = [
      attached,
      asked("2025-01-04T10:00Z", "S-1"),
      asked("2025-01-04T10:00Z", "S-2"),
      detached,
      answered,
      asked("2025-01-11T11:00Z", "S-3"),
    ];
    expect(standing(facts).filter((row) => row.startsWith("answer"))).toEqual(["answer kept", "answer missed"]);
  });
  test("is heard of by what it opened, when it is taken away", () => {
    expect(
      standing([attached, told("2025-01-04T10:00Z", "visit.made", "customer"), detached]).filter((row) => row.startsWith("farewell")),
    ).toEqual(["farewell kept"]);
  });
  test("after the end opens nothing", () => {
    const ahead = { ...attached, occurred: instant("2025-01-02T11:00Z"), recorded: instant("2025-01-02T11:00Z") };
    const ceased = told("2025-01-02T12:00Z", "business.ceased", "provider");
    expect(standing([ahead, ceased])).toEqual(["ours missed"]);
  });
});

test("a state names its amendments by their facts", () => {
  const timeline = openTimeline(small, references, [accepted, amended("2025-01-03T10:00Z", {}), amended("2025-01-04T10:00Z", {})]);
  expect(timeline.state().amendments).toEqual(["2025-01-03T10:00Z", "2025-01-04T10:00Z"].map((when) => `test:${amended(when, {}).id}`));
});
