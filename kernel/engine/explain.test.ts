import { describe, expect, test } from "vitest";
import { instant, told } from "#testing/library.ts";
import { smallContract } from "#testing/small.ts";
import { loadReferences } from "#references/load.ts";
import { explain } from "./explain.ts";
import type { Fact } from "./fact.ts";
import { run } from "./run.ts";

const references = loadReferences();
const charge = (id: string, when: string, amount: string) =>
  `charge\nid: ${id}\nfrom: customer\nto: provider\nwhen: ${when}\namount: ${amount}`;
const contract = smallContract(
  [
    "statement\nid: passing-on\nwhen: visit.made\nthen: visit.counted",
    charge("visit-fee", "visit.counted", "5 EUR"),
    charge("copy-fee", "copy.requested", "{ of: fee, for: 1 month }"),
    "fee\nid: fee\nevery: month\nprice: 10 EUR\nbilled: in advance",
    "statement\nid: repricing\nwhen: quote.accepted\nthen: set visit-fee.amount to .amount",
  ],
  { annex: [charge("annex-fee", "visit.made", "1 EUR")] },
);
const accepted = told("2025-01-01T08:00Z", "contract.accepted", "customer");
const visit = (when: string, subject: string) => told(when, "visit.made", "customer", { subject });
const amended = (when: string, fields: Fact["fields"]) =>
  told(when, "contract.amended", "provider", { subject: `A-${when}`, effective: `${when.slice(0, -1)}:00.000Z`, ...fields });

const annexed = amended("2025-01-02T10:00Z", { attaches: ["annex"] });
const repriced = amended("2025-01-03T10:00Z", { sets: { "fee.price": "20 EUR" } });
const quoted = told("2025-01-04T10:00Z", "quote.accepted", "customer", { amount: "7 EUR" });
const removed = amended("2025-01-05T10:00Z", { detaches: ["annex"] });
const visits = ["2025-01-01T10:00Z", "2025-01-02T11:00Z", "2025-01-04T11:00Z"].map((when) => visit(when, "V"));
const copied = told("2025-01-04T12:00Z", "copy.requested", "customer");
const facts = [accepted, annexed, repriced, quoted, removed, ...visits, copied];
const standing = run(contract, facts, references, { at: instant("2025-01-06T00:00Z") });
const why = (what: string) => explain(contract, facts, references, standing, what);
const factsOf = (what: string) => why(what)?.facts.map(({ id }) => id);

describe("an item is found", () => {
  test("by its full name, by clause and subject as its last opening, by its clause alone", () => {
    expect(why("visit-fee/V/1")?.item.id).toBe("visit-fee/V/1");
    expect(why("visit-fee/V")?.item.id).toBe("visit-fee/V/3");
    expect(why("visit-fee")?.item.id).toBe("visit-fee/V/3");
  });
  test("or not at all: half a word is no name", () => {
    expect(why("visit")).toBeUndefined();
    expect(why("visit-fee/W")).toBeUndefined();
  });
});

describe("an item is explained", () => {
  test("by the clauses that led to it, the first cause first", () => {
    expect(why("visit-fee/V/1")?.chain.map(({ id }) => id)).toEqual(["passing-on", "visit-fee"]);
  });
  test("by the clause as it read when it opened", () => {
    expect(["1", "2", "3"].map((n) => why(`visit-fee/V/${n}`)?.clause?.raw["amount"])).toEqual(["5 EUR", "5 EUR", "7 EUR"]);
    expect(why("visit-fee/V/3")?.chain.at(-1)?.raw["amount"]).toBe("7 EUR");
  });
  test("by a clause that has since gone with its document", () => {
    expect(why("annex-fee/V/1")?.clause?.document).toBe("annex");
    expect(why("annex-fee/V/1")?.chain.map(({ id }) => id)).toEqual(["annex-fee"]);
  });
  test("by no clause, where the engine itself decides", () => {
    const early = [{ ...visits[0]!, occurred: accepted.occurred - 1, recorded: accepted.occurred - 1 }, accepted];
    const refused = run(contract, early, references, { at: instant("2025-01-06T00:00Z") });
    const { clause, chain, item } = explain(contract, early, references, refused, "engine")!;
    expect([clause, chain, item.reason?.code]).toEqual([undefined, [], "before-acceptance"]);
  });
});

describe("its facts are what happened and the amendments that gave its clauses their words", () => {
  test("and no other amendment", () => {
    expect(factsOf("visit-fee/V/1")).toEqual([visits[0]!.id]);
    expect(factsOf("visit-fee/V/2")).toEqual([visits[1]!.id]);
  });
  test("also one that a clause made of a fact", () => {
    expect(factsOf("visit-fee/V/3")).toEqual([quoted.id, visits[2]!.id]);
  });
  test("also of a clause whose figure it takes", () => {
    expect(factsOf("copy-fee")).toEqual([repriced.id, copied.id]);
  });
  test("also one that brought the clause", () => {
    expect(factsOf("annex-fee/V/1")).toEqual([annexed.id, visits[1]!.id]);
  });
  test("as they are known when the standing is read", () => {
    const mended = told("2025-02-01T00:00Z", "fact.corrected", "provider", {
      target: `test:${visits[0]!.id}`,
      fields: { note: "late" },
    });
    const read = (knownAt: string) => {
      const known = run(contract, [...facts, mended], references, { at: standing.at, knownAt: instant(knownAt) });
      return explain(contract, [...facts, mended], references, known, "visit-fee/V/1")?.facts[0]?.fields;
    };
    expect(read("2025-01-31T00:00Z")).toEqual({});
    expect(read("2025-02-01T00:00Z")).toEqual({ note: "late" });
  });
});
