import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant, told } from "#testing/library.ts";
import { smallContract } from "#testing/small.ts";
import { loadReferences } from "#references/load.ts";
import type { Contract } from "../terms/contract.ts";
import { DAY, HOUR } from "../time/instant.ts";
import { Contradiction } from "./effective.ts";
import type { Fact } from "./fact.ts";
import { run } from "./run.ts";
import { openTimeline } from "./timeline.ts";

const references = loadReferences();
const accepted = told("2025-01-01T08:00Z", "contract.accepted", "customer");
const start = accepted.occurred;
const clauses = [
  "duty\nid: answer\nparty: provider\nwhen: support.requested\nwithin: 2 days\nkept-by: support.answered",
  "right\nid: dispute\nparty: customer\nwhen: support.requested\nwithin: 3 days\nused-by: invoice.disputed",
  "limit\nid: visits\nact: visit.made\nneeds: support.requested\nreleased-by: support.answered",
  "charge\nid: fee\nfrom: customer\nto: provider\nwhen: answer.missed, visit.made\namount: 5 EUR",
];
const contract = smallContract(clauses);

/** What is told on an hour, as it is recorded: most of it late, some of it twice, mended or taken back. */
const facts = fc.array(
  fc.record({
    hour: fc.integer({ min: -3, max: 300 }),
    kind: fc.constantFrom(
      ["support.requested", "customer"],
      ["support.answered", "provider"],
      ["invoice.disputed", "customer"],
      ["visit.made", "customer"],
    ),
    subject: fc.constantFrom("S-1", "S-2"),
    change: fc.constantFrom("none", "none", "none", "twice", "moved", "mended", "withdrawn", "unmended"),
    read: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 500 }) }),
  }),
  { minLength: 1, maxLength: 90, size: "max" },
);

describe("a time line stands where a replay stands", () => {
  test("whatever is told in whatever order, and whenever it is read on the way", () => {
    fc.assert(
      fc.property(facts, (told) => {
        const timeline = openTimeline(contract, references);
        const known: Fact[] = [];
        const add = (fact: Fact) => {
          known.push(fact);
          timeline.add(fact);
        };
        const readAt = (at: number) => {
          const { knownAt: _, ...replayed } = run(contract, known, references, { at, knownAt: Infinity });
          const { knownAt, ...read } = timeline.at(at);
          expect(read).toEqual(replayed);
          expect(knownAt).toBe(Math.max(at, ...known.map(({ recorded }) => recorded)));
        };
        readAt(start);
        add(accepted);
        for (const [
          index,
          {
            hour,
            kind: [kind, by],
            subject,
            change,
            read,
          },
        ] of told.entries()) {
          const recorded = start + 400 * HOUR + index;
          const fact: Fact = {
            id: `F${index}`,
            source: "s",
            kind: kind!,
            by: by!,
            subject,
            occurred: start + hour * HOUR,
            recorded,
            fields: {},
          };
          const correction = {
            ...fact,
            id: `C${index}`,
            kind: "fact.corrected",
            occurred: recorded,
            fields: { target: `s:F${index}`, subject: "S-3" },
          };
          const withdrawal = (id: string) => ({
            ...fact,
            id: `W${index}`,
            kind: "fact.withdrawn",
            occurred: recorded,
            fields: { target: `s:${id}` },
          });
          if (change === "mended") add(correction);
          add(fact);
          if (change === "moved" || change === "unmended") add(correction);
          if (change === "unmended") add(withdrawal(correction.id));
          if (change === "withdrawn") add(withdrawal(fact.id));
          if (change !== "none")
            for (const told of known.slice(-2)) if (told.id.endsWith(String(index))) add({ ...told, recorded: recorded - 1 });
          if (read !== null) readAt(start + read * HOUR);
        }
        readAt(start + 150 * HOUR);
        readAt(start + 1000 * HOUR);
      }),
      { numRuns: 15, interruptAfterTimeLimit: 4000 },
    );
  });
  test("also where a fact is told under a name that other content has: it is not taken", () => {
    const visit = told("2025-01-02T10:00Z", "visit.made", "customer");
    const timeline = openTimeline(contract, references, [accepted, visit]);
    expect(() => timeline.add({ ...visit, subject: "S-9" })).toThrow(Contradiction);
    expect(timeline.facts()).toEqual([accepted, visit]);
  });
});

describe("a time line without facts", () => {
  test("has no contract accepted, now or ever, and nothing to wait for", () => {
    const timeline = openTimeline(contract, references);
    expect([start, start + 1000 * DAY].map((at) => timeline.at(at).phase)).toEqual(["not accepted", "not accepted"]);
    expect(timeline.next()).toBeUndefined();
  });
});

describe("a standing read from it", () => {
  test("says when the contract was accepted and the service activated, and nothing of what did not happen", () => {
    const activated = told("2025-01-02T10:00Z", "service.activated", "provider");
    const timeline = openTimeline(contract, references, [accepted, activated]);
    expect(timeline.at(instant("2025-01-01T09:00Z"))).not.toHaveProperty("activated");
    expect(timeline.at(instant("2025-01-03T00:00Z"))).toMatchObject({ accepted: start, activated: activated.occurred, creditDays: 0 });
    expect(timeline.at(instant("2025-01-03T00:00Z"))).not.toHaveProperty("ends");
  });
});

/** The contract, and how many events and timers were worked in it since last asked. */
function counted(original: Contract): { contract: Contract; since: () => number } {
  let count = 0;
  class Counting<K, V> extends Map<K, V> {
    override get(key: K): V | undefined {
      count += 1;
      return super.get(key);
    }
  }
  const since = () => {
    const told = count;
    count = 0;
    return told;
  };
  return { contract: { ...original, listeners: new Counting(original.listeners), kinds: new Counting(original.kinds) }, since };
}

describe("a time line works no more than it must", () => {
  const visit = (n: number): Fact => {
    const at = start + n * HOUR;
    return { ...told("2025-01-02T10:00Z", "visit.made", "customer"), id: `V${n}`, occurred: at, recorded: at };
  };
  const quiet = () => {
    const small = counted(smallContract(["statement\nid: heard\nwhen: visit.made"]));
    return { ...small, timeline: openTimeline(small.contract, references, [accepted]) };
  };

  test("a fact that follows the last costs itself; one before the last at most the 32 before it, itself and the last", () => {
    const { timeline, since } = quiet();
    const [inOrder, late]: number[][] = [[], []];
    since();
    for (let n = 2; n < 300; n += 2) {
      timeline.add(visit(n + 1));
      inOrder!.push(since());
      timeline.add(visit(n));
      late!.push(since());
    }
    expect(new Set(inOrder)).toEqual(new Set([1]));
    expect(Math.max(...late!)).toBe(33);
  });
  test("a fact before all others costs them all", () => {
    const { timeline, since } = quiet();
    for (let n = 2; n < 100; n += 1) timeline.add(visit(n));
    since();
    timeline.add(visit(1));
    expect(since()).toBe(100);
  });
  test("an instant past costs at most the 32 facts before it", () => {
    const { timeline, since } = quiet();
    for (let n = 1; n < 300; n += 1) timeline.add(visit(n));
    since();
    const costs = Array.from({ length: 298 }, (_, n) => {
      timeline.at(start + (n + 1) * HOUR);
      return since();
    });
    expect(Math.max(...costs)).toBe(31);
  });

  const daily = () => {
    const small = counted(smallContract(["duty\nid: backup\nparty: provider\nevery: day\nkept-by: backup.completed"]));
    return { ...small, timeline: openTimeline(small.contract, references, [accepted]) };
  };
  test("a future looked into costs nothing the second time, and any day on the way less than 32", () => {
    const { timeline, since } = daily();
    since();
    timeline.at(start + 400 * DAY);
    expect(since()).toBe(400);
    timeline.at(start + 400 * DAY);
    expect(since()).toBe(0);
    const costs = Array.from({ length: 399 }, (_, n) => {
      timeline.at(start + n * DAY);
      return since();
    });
    expect(Math.max(...costs)).toBe(31);
  });
  test("days that passed in silence are not lived again for a fact told late at their end", () => {
    const { timeline, since } = daily();
    timeline.add(told("2026-01-01T10:00Z", "visit.made", "customer"));
    timeline.add(told("2026-01-01T12:00Z", "visit.made", "customer"));
    since();
    timeline.add(told("2026-01-01T11:00Z", "visit.made", "customer"));
    expect(since()).toBe(2);
  });
});
