import { describe, expect, test } from "vitest";
import { instant, told } from "#testing/library.ts";
import { smallContract } from "#testing/small.ts";
import { loadReferences } from "#references/load.ts";
import type { Fact } from "./fact.ts";
import { openTimeline } from "./timeline.ts";

// What a state holds open, and what it waits for.

const references = loadReferences();
const accepted = told("2025-01-01T08:00Z", "contract.accepted", "customer");
const answer = "duty\nid: answer\nparty: provider\nto: customer\nwhen: support.requested\nwithin: 5 days\nkept-by: support.answered";
const asked = (subject: string, id: string, when = "2025-01-02T10:00Z") => ({
  ...told(when, "support.requested", "customer", { subject }),
  id,
});
const answered = (subject: string, when = "2025-01-03T10:00Z") => told(when, "support.answered", "provider", { subject });
const life = (clauses: readonly string[], ...facts: Fact[]) => openTimeline(smallContract(clauses), references, [accepted, ...facts]);
const due = instant("2025-01-07T23:00Z");

describe("what opens several times at one instant on one subject", () => {
  const thrice = ["F1", "F2", "F3"].map((id) => asked("S-1", id));
  test("is numbered in the order told, and each is missed at its time", () => {
    const rows = (at: string) =>
      life([answer], ...thrice)
        .at(instant(at))
        .items.map(({ id, state, because }) => [id, state, because.facts[0]]);
    const all = (state: string) => [1, 2, 3].map((n) => [`answer/S-1/${n}`, state, `test:F${n}`]);
    expect(rows("2025-01-03T00:00Z")).toEqual(all("open"));
    expect(rows("2025-01-07T23:00Z")).toEqual(all("missed"));
  });
  test("leaves what opens on other subjects, or later, as it is", () => {
    const items = life([answer], ...thrice, asked("S-2", "F4"), asked("S-1", "F5", "2025-01-03T10:00Z")).at(
      instant("2025-01-04T00:00Z"),
    ).items;
    expect(items.map(({ subject, opened, twin }) => [subject, opened === thrice[0]!.occurred, twin])).toEqual([
      ["S-1", true, undefined],
      ["S-1", true, 1],
      ["S-1", true, 2],
      ["S-1", false, undefined],
      ["S-2", true, undefined],
    ]);
  });
});

describe("what closes leaves nothing behind", () => {
  test("neither itself nor a deadline to wait for", () => {
    const timeline = life([answer], ...["S-0", "S-1", "S-1", "S-2", "S-3"].map((subject, n) => asked(subject, `F${n}`)));
    const waiting = () => timeline.state().timers.map(({ subject }) => subject);
    expect(timeline.next()).toBe(due);
    expect(waiting()).toEqual(["S-0", "S-1", "S-1", "S-2", "S-3"]);
    timeline.add(answered("S-2"));
    expect(waiting()).toEqual(["S-0", "S-1", "S-1", "S-3"]);
    expect(Object.keys(timeline.state().items["answer"]!)).toEqual(["S-0", "S-1", "S-3"]);
    timeline.add(answered("S-1", "2025-01-03T11:00Z"));
    expect(waiting()).toEqual(["S-0", "S-3"]);
    for (const subject of ["S-0", "S-3"]) timeline.add(answered(subject, "2025-01-03T12:00Z"));
    expect(timeline.state().items).toEqual({});
    expect(timeline.next()).toBeUndefined();
  });
  test("but the others on its subject stay", () => {
    const fee = "charge\nid: fee\nfrom: customer\nto: provider\nwhen: support.requested\namount: 5 EUR";
    const paid = told("2025-01-03T10:00Z", "payment.received", "provider", { subject: "fee/S-1", amount: "5 EUR" });
    const { items } = life([fee], ...["F1", "F2", "F3"].map((id) => asked("S-1", id)), paid).at(instant("2025-01-04T00:00Z"));
    expect(items.map(({ id, state }) => [id, state])).toEqual([
      ["fee/S-1/1", "settled"],
      ["fee/S-1/2", "due"],
      ["fee/S-1/3", "due"],
    ]);
  });
  test("nor does a right that was used, or an invoice that was paid", () => {
    const dispute = "right\nid: dispute\nparty: customer\nwhen: invoice.received\nwithin: 10 days\nused-by: invoice.disputed";
    const invoice = { subject: "F-1", amount: "10 EUR", due: "2025-02-01T00:00:00.000Z" };
    const timeline = life(
      [dispute],
      told("2025-01-02T10:00Z", "invoice.received", "customer", invoice),
      told("2025-01-02T10:00Z", "invoice.received", "customer", { ...invoice, subject: "F-2" }),
    );
    expect(timeline.state().timers.map(({ purpose, subject }) => [purpose, subject])).toEqual([
      ["lapses", "F-1"],
      ["lapses", "F-2"],
      ["overdue", "F-1"],
      ["overdue", "F-2"],
    ]);
    timeline.add(told("2025-01-03T10:00Z", "invoice.disputed", "customer", { subject: "F-1" }));
    timeline.add(told("2025-01-03T11:00Z", "payment.received", "provider", { subject: "F-2", amount: "10 EUR" }));
    expect(timeline.state().timers.map(({ purpose, subject }) => [purpose, subject])).toEqual([
      ["lapses", "F-2"],
      ["overdue", "F-1"],
    ]);
  });
});

describe("a deadline", () => {
  test("that moves is waited for at its new time only", () => {
    const graded = answer.replace("within: 5 days", "within: { by: level, high: 1 day, else: 5 days }\nrevised-by: incident.classified");
    const timeline = life([graded], asked("S-1", "F1"));
    expect(timeline.state().timers.map(({ at }) => at)).toEqual([due]);
    timeline.add(told("2025-01-02T11:00Z", "incident.classified", "provider", { subject: "S-1", level: "high" }));
    expect(timeline.state().timers.map(({ at }) => at)).toEqual([instant("2025-01-03T23:00Z")]);
  });
  test("is not waited for while the clock is stopped", () => {
    const pause = "pause\nid: majeure\nparty: provider\nfrom: force-majeure.notified\nuntil: force-majeure.ended";
    const timeline = life([answer, pause], asked("S-1", "F1"), told("2025-01-03T10:00Z", "force-majeure.notified", "provider"));
    expect(timeline.next()).toBeUndefined();
    timeline.add(told("2025-01-05T10:00Z", "force-majeure.ended", "provider"));
    expect(timeline.state().timers).toMatchObject([{ purpose: "due", subject: "S-1" }]);
    expect(timeline.next()).toBeGreaterThan(due);
  });
});

test("a right that opens at its time is told open once, and lapses once", () => {
  const clauses = [
    "right\nid: visit\nparty: customer\nafter: 1 month\nuntil: 2 months\nused-by: visit.made",
    ...["opened", "lapsed"].map((what) => `charge\nid: on-${what}\nfrom: customer\nto: provider\nwhen: visit.${what}\namount: 1 EUR`),
  ];
  const { items } = life(clauses).at(instant("2026-01-01T00:00Z"));
  expect(items.map(({ clause, state }) => [clause, state])).toEqual([
    ["visit", "lapsed"],
    ["on-opened", "due"],
    ["on-lapsed", "due"],
  ]);
});

test("an item names at most forty facts, the first twenty and the last", () => {
  const timeline = life(
    ["late-payment\nid: late\nrate: 10 %"],
    told("2025-01-02T10:00Z", "invoice.issued", "provider", { subject: "F", amount: "100 EUR", due: "2025-01-02T23:00:00.000Z" }),
  );
  const payments = Array.from({ length: 41 }, (_, n) => {
    const at = instant("2025-01-05T10:00Z") + n;
    return {
      ...told("2025-01-05T10:00Z", "payment.received", "provider", { subject: "F", amount: "1 EUR" }),
      id: `P${n + 1}`,
      occurred: at,
      recorded: at,
    };
  });
  const named = (count: number) => {
    while (timeline.facts().length < count + 2) timeline.add(payments[timeline.facts().length - 2]!);
    return timeline.at(instant("2025-01-06T00:00Z")).items[0]!.because.facts.slice(1);
  };
  expect(named(39)).toEqual(payments.slice(0, 39).map(({ id }) => `test:${id}`));
  expect(named(40)).toEqual([...payments.slice(0, 19), ...payments.slice(20, 40)].map(({ id }) => `test:${id}`));
});
