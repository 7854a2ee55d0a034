import { describe, expect, test } from "vitest";
import type { Fact } from "#kernel/engine/fact.ts";
import { run } from "#kernel/engine/run.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import { openTimeline } from "#kernel/engine/timeline.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { loadReferences } from "#references/load.ts";
import { contractOf, instant, told } from "./library.ts";

// A timeline takes facts as they are recorded and must always stand where a replay of all of them stands. Each test here is a
// fault that seeded lives once showed, brought down to its few facts.

const references = loadReferences();
const backup = contractOf(["backup-as-a-service", "service-levels"]);
const accepted = told("2025-01-10T09:00Z", "contract.accepted", "customer", { "in-form": "writing" });
const activated = told("2025-01-10T09:00Z", "service.activated", "provider");
const END = instant("2025-06-01T00:00Z");

function correction(of: Fact, recorded: string, change: Fact["fields"]): Fact {
  return { ...told(recorded, "fact.corrected", "provider"), fields: { target: `${of.source}:${of.id}`, ...change } };
}

function withdrawal(of: Fact, recorded: string): Fact {
  return told(recorded, "fact.withdrawn", "provider", { target: `${of.source}:${of.id}` });
}

/** The standing of a timeline, after a replay was found to agree with it, also one year on. */
function standing(contract: Contract, facts: readonly Fact[], at = END): Standing {
  const timeline = openTimeline(contract, references, facts);
  for (const instant of [at, at + 31_536_000_000]) {
    const { knownAt: _, ...replayed } = run(contract, facts, references, { at: instant, knownAt: Infinity });
    expect(timeline.at(instant)).toMatchObject(replayed);
  }
  return timeline.at(at);
}

function stateOf({ items }: Standing, id: string): string | undefined {
  return items.find((item) => item.id === id)?.state;
}

describe("corrections and withdrawals", () => {
  const claim = told("2025-03-02T10:00Z", "credit.claimed", "customer", { subject: "2025-01" });

  test("a correction of the last fact undoes what it did", () => {
    const facts = [accepted, activated, told("2025-02-20T10:00Z", "credit.claimed", "customer", { subject: "2024-12" })];
    const moved = correction(facts[2]!, "2025-03-01T10:00Z", { subject: "2024-11" });
    expect(
      standing(backup, [...facts, moved])
        .items.filter(({ type }) => type === "refusal")
        .map(({ subject }) => subject),
    ).toEqual(["2024-11"]);
  });

  test("the withdrawal of the last fact but one undoes what it did", () => {
    const facts = [accepted, activated, claim, told("2025-04-02T10:00Z", "statement.requested", "customer", { subject: "R-1" })];
    const { items } = standing(backup, [...facts, withdrawal(claim, "2025-05-01T10:00Z")]);
    expect(items.filter(({ because }) => because.facts.includes(`test:${claim.id}`))).toEqual([]);
  });

  test("corrections follow one another: what the second does not state stays as the first put it", () => {
    const request = told("2025-03-01T10:00Z", "restore.requested", "customer", { subject: "R-1", extent: "file" });
    const facts = [
      accepted,
      activated,
      request,
      correction(request, "2025-03-02T10:00Z", { subject: "R-2" }),
      correction(request, "2025-03-03T10:00Z", { fields: { extent: "server" } }),
    ];
    expect(openTimeline(backup, references, facts).facts().at(-1)).toMatchObject({ subject: "R-2", fields: { extent: "server" } });
    standing(backup, facts);
  });

  test("nothing revives what was withdrawn", () => {
    const facts = [
      accepted,
      activated,
      claim,
      withdrawal(claim, "2025-03-05T10:00Z"),
      correction(claim, "2025-03-06T10:00Z", { subject: "2025-02" }),
    ];
    expect(openTimeline(backup, references, facts).facts()).toEqual([accepted, activated]);
    standing(backup, facts);
  });

  test("a correction may be told before what it corrects", () => {
    const early = correction(claim, "2025-03-01T10:00Z", { subject: "2025-02" });
    expect(openTimeline(backup, references, [accepted, activated, early, claim]).facts().at(-1)).toMatchObject({ subject: "2025-02" });
  });

  test("told twice, a fact counts from when it was first recorded, in whatever order the two arrive", () => {
    const late = { ...claim, recorded: instant("2025-05-01T00:00Z") };
    for (const pair of [
      [claim, late],
      [late, claim],
    ])
      expect(
        openTimeline(backup, references, [accepted, ...pair])
          .facts()
          .at(-1),
      ).toEqual(claim);
  });
});

describe("names", () => {
  test("two refusals about one subject at one instant have names of their own", () => {
    const twice = ["a", "b"].map((id) => ({ ...told("2025-02-20T10:00Z", "credit.claimed", "customer", { subject: "2025-01" }), id }));
    const { items } = standing(backup, [accepted, activated, ...twice, ...twice.map((fact) => ({ ...fact, id: `${fact.id}2` }))]);
    const ids = items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("what opens again in the future is numbered after what will have closed", () => {
    const { items } = standing(contractOf(["boost-my-mail"]), [accepted], instant("2030-01-01T00:00Z"));
    expect(items.filter(({ clause }) => clause === "provider-exit").map(({ id }) => id)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `provider-exit/contract/${n}`).slice(0, items.filter(({ clause }) => clause === "provider-exit").length),
    );
  });
});

describe("amendments", () => {
  const signed = { "in-form": "writing", "signed-by": ["provider", "customer"], "validated-by": ["provider", "customer"] };
  const detached = told("2025-02-10T10:00Z", "contract.amended", "provider", {
    subject: "A-1",
    effective: "2025-02-10T10:00Z",
    detaches: ["service-levels"],
    ...signed,
  });

  test("items of a document since detached keep their place in it, and their deadlines", () => {
    const now = standing(backup, [accepted, activated, detached]);
    const daily = now.items.filter(({ clause }) => clause === "platform-backup");
    expect(daily.every(({ document }) => document === "service-levels")).toBe(true);
    expect(stateOf(now, "platform-backup/2025-02-10/1")).toBe("missed");
    expect(daily.some(({ opened }) => opened > detached.occurred)).toBe(false);
  });

  test("a corrected amendment is read anew, and so is the one after it", () => {
    const price = (text: string) => ({ "subscription.price": text });
    const uloa = contractOf(["uloa"], {
      figures: {
        "subscription.price": "10.00 EUR",
        "subscription.every": "month",
        "subscription.billed": "in advance",
        "term.starts": "contract.accepted",
        "term.initial": "1 year",
        "term.renewal": "1 year",
        "seats.at-most": "2",
      },
      order: { "service-levels": "filed", conditions: "filed" },
    });
    const first = told("2025-02-01T10:00Z", "contract.amended", "provider", {
      subject: "A-1",
      effective: "2025-02-01T10:00Z",
      sets: price("20.00 EUR"),
      ...signed,
    });
    const second = told("2025-03-01T10:00Z", "contract.amended", "provider", {
      subject: "A-2",
      effective: "2025-03-01T10:00Z",
      sets: { "seats.at-most": "3" },
      ...signed,
    });
    const mended = correction(first, "2025-05-01T10:00Z", { fields: { sets: price("30.00 EUR") } });
    const timeline = openTimeline(uloa, references, [accepted, first, second]);
    timeline.at(END);
    timeline.add(mended);
    const { knownAt: _, ...replayed } = run(uloa, [accepted, first, second, mended], references, { at: END, knownAt: Infinity });
    expect(timeline.at(END)).toMatchObject(replayed);
  });
});

test("a service activated twice runs each duty once", () => {
  const again = told("2025-02-01T09:00Z", "service.activated", "provider", { subject: "again" });
  const { items } = standing(backup, [accepted, activated, again]);
  const names = items.filter(({ clause }) => clause === "platform-backup").map(({ subject }) => subject);
  expect(new Set(names).size).toBe(names.length);
});

test("a payment of one amount leaves the same amount of another subject alone", () => {
  const facts = [
    accepted,
    ...["contract", "I-2"].map((subject) =>
      told("2025-01-15T10:00Z", "invoice.issued", "provider", { subject, amount: "100.00 EUR", due: "2025-02-15T00:00Z" }),
    ),
    told("2025-03-01T10:00Z", "payment.received", "provider", { subject: "contract", amount: "100.00 EUR", invoice: "contract" }),
    told("2025-03-02T10:00Z", "payment.received", "provider", { subject: "P-1", amount: "500.00 EUR", invoice: "legal-late-payment/I-2" }),
  ];
  const { items } = standing(contractOf(["backup-as-a-service"]), facts);
  expect(
    items
      .filter(({ clause, subject }) => clause === "legal-late-payment" && subject === "contract")
      .some(({ state }) => state === "settled"),
  ).toBe(false);
});

test("what is closed has left the state: after three years it is no larger than after one", () => {
  const timeline = openTimeline(contractOf(["service-levels"]), references, [accepted, activated]);
  const week = 7 * 86_400_000;
  const sizes: number[] = [];
  for (let n = 1; n <= 156; n += 1) {
    const at = accepted.occurred + n * week;
    for (const [kind, later] of [
      ["statement.requested", 0],
      ["statement.supplied", 3_600_000],
    ] as const)
      timeline.add({ ...told("2025-01-10T10:00Z", kind, "customer", { subject: `R-${n}` }), occurred: at + later, recorded: at + later });
    if (n === 52 || n === 156) sizes.push(JSON.stringify(timeline.state()).length);
  }
  expect(
    timeline
      .at(accepted.occurred + 157 * week)
      .items.filter(({ clause, state }) => clause === "availability-statement" && state === "kept"),
  ).toHaveLength(156);
  expect(sizes[1]).toBeLessThan(1.05 * sizes[0]!);
});
