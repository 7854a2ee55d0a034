import { describe, expect, test } from "vitest";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { amend, compose } from "#kernel/terms/compose.ts";
import { factKinds, type FactKind } from "#kernel/terms/fact-kind.ts";
import { readLibrary } from "#kernel/terms/library.ts";
import { Unusable } from "#kernel/terms/problem.ts";
import { parseInstant } from "#kernel/time/instant.ts";
import { admit } from "#kernel/engine/admit.ts";
import { Contradiction } from "#kernel/engine/effective.ts";
import type { Fact } from "#kernel/engine/fact.ts";
import { run } from "#kernel/engine/run.ts";
import { openTimeline } from "#kernel/engine/timeline.ts";
import { loadReferences } from "#references/load.ts";

const references = loadReferences();

const kinds: ReadonlyMap<string, FactKind> = new Map(
  factKinds({
    "contract.accepted": { fr: "accepté", en: "accepted", by: "customer", act: true },
    "contract.amended": {
      fr: "avenant",
      en: "amendment",
      by: "anyone",
      act: true,
      fields: { effective: "instant" },
      optional: { sets: "figures" },
    },
    "ticket.opened": { fr: "demande", en: "ticket", by: "customer", act: true, optional: { level: "one of high, low" } },
    "ticket.closed": { fr: "réponse", en: "answer", by: "provider" },
    "contract.left": { fr: "départ", en: "leaving", by: "customer", act: true },
  }).map((kind) => [kind.kind, kind]),
);

const terms = (clauses: string) => `---
terms: small
version: "1"
rank: terms
title: { fr: Petit, en: Small }
zone: Europe/Paris
holidays: FR
---

## 1 Un | One

${clauses}`;

const answer = `\`\`\`clause duty
id: answer
party: provider
when: ticket.opened
within: 2 working days
kept-by: ticket.closed
\`\`\`
\`\`\`clause right
id: leave
party: customer
used-by: contract.left
then: contract.ends at end of day
\`\`\`
`;

function contractOf(clauses: string, figures: Record<string, string> = {}) {
  const library = readLibrary([{ file: "small.md", text: terms(clauses) }], kinds, clauseKinds);
  return compose(library, { contract: "small", documents: ["small"], parties: {}, figures, readings: {}, order: {} });
}

const at = (text: string) => parseInstant(text)!;
let count = 0;
function fact(when: string, kind: string, by: string, subject = "contract", fields: Fact["fields"] = {}): Fact {
  count += 1;
  return { id: `F${count}`, source: "test", kind, subject, occurred: at(when), recorded: at(when), by, fields };
}
const accepted = fact("2025-01-01T09:00Z", "contract.accepted", "customer");

describe("facts that cannot be taken say where, why and what to do", () => {
  const place = { file: "facts.ndjson", line: 7, column: 1 };
  const problemsOf = (raw: unknown) => {
    const admitted = admit(raw, kinds, place, { from: at("2000-01-01T00:00Z"), until: at("2050-01-01T00:00Z") });
    return "problems" in admitted ? admitted.problems : [];
  };
  test("an unknown kind is named, with the nearest known one", () => {
    expect(problemsOf({ id: "1", kind: "ticket.open", occurred: "2025-01-01T00:00Z" })).toEqual([
      { code: "fact-kind-unknown", place, args: { fact: "1", kind: "ticket.open", near: "ticket.opened" } },
    ]);
  });
  test("a field of the wrong type is named with its type and what was found", () => {
    expect(problemsOf({ id: "1", kind: "ticket.opened", occurred: "2025-01-01T00:00Z", fields: { level: "urgent" } })[0]).toMatchObject({
      code: "fact-field-misread",
      args: { field: "level", type: "one of high, low", got: '"urgent"' },
    });
  });
  test("an instant that the calendar does not have", () => {
    expect(problemsOf({ id: "1", kind: "ticket.opened", occurred: "2025-02-30T00:00Z" })[0]).toMatchObject({
      code: "fact-instant-misread",
      args: { field: "occurred" },
    });
  });
  test("a date beyond the zone tables", () => {
    expect(problemsOf({ id: "1", kind: "ticket.opened", occurred: "2199-01-01T00:00Z" })[0]).toMatchObject({
      code: "fact-beyond-calendar",
    });
  });
  test("a party that may not state it", () => {
    expect(problemsOf({ id: "1", kind: "ticket.closed", occurred: "2025-01-01T00:00Z", by: "customer" })[0]).toMatchObject({
      code: "fact-not-entitled",
      args: { by: "customer", allowed: "provider" },
    });
  });
});

describe("what a contract cannot take is refused, and stands as a refusal", () => {
  const contract = contractOf(answer);
  test("an act before acceptance", () => {
    const standing = run(contract, [fact("2024-12-31T09:00Z", "ticket.opened", "customer", "T-1"), accepted], references, {
      at: at("2025-02-01T00:00Z"),
    });
    expect(standing.items.filter(({ type }) => type === "refusal")).toMatchObject([
      { subject: "T-1", reason: { code: "before-acceptance" } },
    ]);
    expect(standing.items.some(({ clause }) => clause === "answer")).toBe(false);
  });
  test("an act after the end", () => {
    const standing = run(
      contract,
      [accepted, fact("2025-03-01T09:00Z", "contract.left", "customer"), fact("2025-03-02T09:00Z", "ticket.opened", "customer", "T-2")],
      references,
      { at: at("2025-04-01T00:00Z") },
    );
    expect(standing.phase).toBe("ended");
    expect(standing.items.filter(({ type }) => type === "refusal")).toMatchObject([{ subject: "T-2", reason: { code: "after-the-end" } }]);
  });
  test("a second acceptance", () => {
    const standing = run(contract, [accepted, fact("2025-01-02T09:00Z", "contract.accepted", "customer")], references, {
      at: at("2025-02-01T00:00Z"),
    });
    expect(standing.accepted).toBe(accepted.occurred);
    expect(standing.items.filter(({ type }) => type === "refusal")).toMatchObject([{ reason: { code: "accepted-already" } }]);
  });
});

describe("what cannot be known is unknown, with its reason", () => {
  test("a deadline in working days beyond the holiday tables", () => {
    const standing = run(contractOf(answer), [accepted, fact("2031-12-30T09:00Z", "ticket.opened", "customer", "T-9")], references, {
      at: at("2031-12-31T00:00Z"),
    });
    const [item] = standing.items.filter(({ clause }) => clause === "answer");
    expect(item).toMatchObject({ state: "open", reason: { code: "beyond-calendar", args: { what: "holidays" } } });
    expect(item?.due).toBeUndefined();
  });
});

describe("one name, one fact", () => {
  const contract = contractOf(answer);
  const ticket = fact("2025-03-03T09:00Z", "ticket.opened", "customer", "T-1");
  test("told twice with the same content it is one fact", () => {
    const once = run(contract, [accepted, ticket], references, { at: at("2025-03-04T00:00Z") });
    expect(run(contract, [accepted, ticket, { ...ticket }], references, { at: at("2025-03-04T00:00Z") })).toEqual(once);
  });
  test("told twice with other content it is an error, in a replay and in a time line", () => {
    const other = { ...ticket, subject: "T-2" };
    expect(() => run(contract, [accepted, ticket, other], references, { at: at("2025-03-04T00:00Z") })).toThrow(Contradiction);
    expect(() => openTimeline(contract, references, [accepted, ticket, other])).toThrow(Contradiction);
  });
});

describe("reference data that is not there", () => {
  test("a zone that nobody knows is named with the nearest one, at the clause", () => {
    const library = readLibrary([{ file: "small.md", text: terms(answer).replace("Europe/Paris", "Europe/Pariss") }], kinds, clauseKinds);
    const lost = compose(library, { contract: "small", documents: ["small"], parties: {}, figures: {}, readings: {}, order: {} });
    expect(() => run(lost, [accepted], references, { at: at("2025-02-01T00:00Z") })).toThrow(
      /small\.md:\d+:1 zone-unknown .*Europe\/Paris/,
    );
  });
});

describe("a term that runs past the calendar", () => {
  test("is unknown, and says where the calendar ends", () => {
    const long = contractOf("```clause term\nid: term\ninitial: 30 years\n```\n");
    const { items, term } = run(long, [accepted], references, { at: at("2026-01-01T00:00Z") });
    expect(term).toBeUndefined();
    expect(items).toMatchObject([{ clause: "term", state: "unknown", reason: { code: "beyond-calendar" } }]);
  });
});

describe("terms that lead in a circle", () => {
  const circle = contractOf(`\`\`\`clause statement
id: ping
when: ticket.opened, pong.told
then: ping.told
\`\`\`
\`\`\`clause statement
id: pong
when: ping.told
then: pong.told
\`\`\`
`);
  const opened = fact("2025-03-03T09:00Z", "ticket.opened", "customer", "T-1");

  test("a cycle of effects stops with its trail", () => {
    const play = () => run(circle, [accepted, opened], references, { at: at("2025-03-04T00:00Z") });
    expect(play).toThrow(Unusable);
    expect(play).toThrow(/ping\.told → pong\.told/);
  });

  test("a time line does not take the fact that starts it, and stays as it was", () => {
    const later = fact("2025-03-05T09:00Z", "ticket.closed", "provider", "T-2");
    const timeline = openTimeline(circle, references, [accepted, later]);
    expect(() => timeline.add(opened)).toThrow(Unusable);
    const untouched = openTimeline(circle, references, [accepted, later]);
    expect(timeline.facts()).toEqual(untouched.facts());
    expect(timeline.state()).toEqual(untouched.state());
    expect(timeline.at(at("2025-04-01T00:00Z"))).toEqual(untouched.at(at("2025-04-01T00:00Z")));
  });
});

describe("an amendment that cannot be composed", () => {
  test("is refused, with the address it got wrong and the one it may have meant", () => {
    const slip = fact("2025-02-01T00:00Z", "contract.amended", "provider", "A-1", {
      effective: "2025-02-01T00:00:00.000Z",
      sets: { "answr.within": "3 working days" },
    });
    const standing = run(contractOf(answer), [accepted, slip], references, { at: at("2025-04-01T00:00Z") });
    expect(standing.items.filter(({ type }) => type === "refusal")).toMatchObject([
      {
        subject: "A-1",
        reason: { code: "amendment-unusable", args: { problem: "address-unknown", address: "answr.within", near: "answer" } },
      },
    ]);
  });
});

describe("readings that nothing offers", () => {
  const read = `\`\`\`clause duty
id: answer
party: provider
when: ticket.opened
within: { fr: 2 days, en: 3 days }
kept-by: ticket.closed
reading: from opening
alternatives: { from opening: {}, from reading: { within: 1 day } }
\`\`\`
\`\`\`clause statement
id: plain
\`\`\`
`;
  const library = readLibrary([{ file: "small.md", text: terms(read) }], kinds, clauseKinds);
  const chosen = (readings: Record<string, string>) =>
    compose(library, { contract: "small", documents: ["small"], parties: {}, figures: {}, readings, order: {} }).problems.map(
      ({ code, args }) => [code, args["near"]],
    );

  test("the particulars' are named, with the nearest", () => {
    expect(chosen({ answr: "from reading" })).toEqual([["reading-of-nothing", "answer"]]);
    expect(chosen({ answer: "from readings" })).toEqual([["reading-unknown", "from reading"]]);
    expect(chosen({ plain: "from reading" })).toEqual([["reading-unknown", undefined]]);
    expect(chosen({ plain: "en" })).toEqual([["reading-unknown", undefined]]);
    expect([chosen({ answer: "from reading" }), chosen({ answer: "en" })]).toEqual([[], []]);
  });

  test("an amendment's refuse it; what the order chose is not asked again", () => {
    const contract = compose(library, {
      contract: "small",
      documents: ["small"],
      parties: {},
      figures: {},
      readings: { answer: "from reading" },
      order: {},
    });
    const amended = (readings: Record<string, string>) =>
      amend(contract, { readings, detaches: ["other"] }).problems.map(({ code }) => code);
    expect([amended({ answr: "from opening" }), amended({ answer: "from opening" })]).toEqual([["reading-of-nothing"], []]);
    expect(amend(contract, { detaches: ["small"] }).problems).toEqual([]);
  });
});

describe("very many facts on one instant", () => {
  test("a hundred thousand tickets open a hundred thousand duties", () => {
    const facts = [
      accepted,
      ...Array.from({ length: 100_000 }, (_, n) => fact("2025-03-03T09:00Z", "ticket.opened", "customer", `T-${n}`)),
    ];
    const standing = run(contractOf(answer), facts, references, { at: at("2025-03-03T09:00Z") });
    expect(standing.items.filter(({ clause, state }) => clause === "answer" && state === "open")).toHaveLength(100_000);
  });
});
