import { describe, expect, test } from "vitest";
import { instant, told } from "#testing/library.ts";
import { smallContract } from "#testing/small.ts";
import { loadReferences } from "#references/load.ts";
import { HYPOTHETICAL, simulate } from "./simulate.ts";

const references = loadReferences();
const contract = smallContract(["charge\nid: fee\nfrom: customer\nto: provider\nwhen: visit.made\namount: 5 EUR"]);
const accepted = told("2025-01-01T08:00Z", "contract.accepted", "customer");
const visit = (when: string, subject: string, recorded = when) => told(when, "visit.made", "customer", { subject, recorded });
const [from, until] = [instant("2025-01-10T00:00Z"), instant("2025-02-01T00:00Z")];

describe("a scenario", () => {
  const before = visit("2025-01-05T10:00Z", "before", "2025-01-10T00:00Z");
  const unknown = visit("2025-01-05T10:00Z", "unknown", "2025-01-10T00:00:00.001Z");
  const supposed = visit("2025-01-20T10:00Z", "supposed", "2025-03-01T00:00Z");

  test("is played after what is recorded by then, and says what it adds", () => {
    const { standing, comparison } = simulate(contract, [accepted, before, unknown], references, { scenario: [supposed], from, until });
    expect(standing.items.map(({ subject, because }) => [subject, because.facts[0]!.split(":")[0]])).toEqual([
      ["before", "test"],
      ["supposed", HYPOTHETICAL],
    ]);
    expect(comparison.changes.map(({ id, sort }) => [id, sort])).toEqual([["fee/supposed/1", "appeared"]]);
  });
  test("may look back from a later knowledge", () => {
    const { standing } = simulate(contract, [accepted, before, unknown], references, { scenario: [], from, until, knownAt: until });
    expect(standing.items.map(({ subject }) => subject)).toEqual(["before", "unknown"]);
  });
});
