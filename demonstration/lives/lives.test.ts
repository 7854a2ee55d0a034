import { describe, expect, test } from "vitest";
import { factName } from "#kernel/engine/fact.ts";
import { run } from "#kernel/engine/run.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import { compose } from "#kernel/terms/compose.ts";
import { DAY, HOUR, type Instant } from "#kernel/time/instant.ts";
import { loadReferences } from "#references/load.ts";
import { library } from "#testing/library.ts";
import { contracts } from "./all.ts";
import { factOf } from "./fact-of.ts";
import { livedUntil, type Plan } from "./happening.ts";
import { openStage } from "./stage.ts";

// Whatever the day: what is told is admitted, and the stories that the demonstration promises are there.

const references = loadReferences();
const days = ["2026-11-22T07:00:00Z", "2026-12-25T23:30:00Z", "2027-02-28T12:00:00Z", "2027-05-31T09:00:00Z", "2028-02-29T15:00:00Z"];

type Item = Standing["items"][number];

/** Every contract as it stands at an instant. */
function played(now: Instant) {
  const stage = openStage(references, now);
  return contracts.map((make) => {
    const plan = make(stage);
    const contract = compose(library, plan.particulars);
    const facts = livedUntil(plan, now).map((told) => factOf(told, contract.factKinds, plan.key));
    return { plan, contract, facts, standing: run(contract, facts, references, { at: now }) };
  });
}

describe.each(days)("on %s", (day) => {
  const now = Date.parse(day);
  const all = played(now);
  const items = all.flatMap(({ plan, standing }) => standing.items.map((item) => ({ ...item, of: plan.key })));
  const of = (key: string) => all.find(({ plan }) => plan.key === key)!;
  const some = (clause: string, state: string, key?: string) =>
    items.filter((item) => item.clause === clause && item.state === state && (key === undefined || item.of === key));

  test("every contract composes", () => {
    expect(all.length).toBeGreaterThanOrEqual(14);
    for (const { contract } of all) expect(contract.problems).toEqual([]);
  });

  test("every fact has a name of its own, and is told when it happened or later", () => {
    for (const { facts } of all) {
      expect(new Set(facts.map(factName)).size).toBe(facts.length);
      expect(facts.filter(({ occurred, recorded }) => occurred > recorded || recorded > now)).toEqual([]);
    }
    expect(all.reduce((sum, { facts }) => sum + facts.length, 0)).toBeLessThan(25_000);
  });

  test("no act is lost for want of a contract in force", () => {
    expect(items.filter(({ clause }) => clause === "engine").map(({ id, of: key }) => `${key} ${id}`)).toEqual([]);
  });

  test("drafts, running, suspended and ended contracts", () => {
    expect(new Set(all.map(({ standing }) => standing.phase))).toEqual(new Set(["not accepted", "running", "suspended", "ended"]));
    expect(of("chastelet-uloa").facts).toEqual([]);
    expect(now - of("kerlann-boost").standing.accepted!).toBeLessThan(9 * DAY);
  });

  test("every kind of item in every state that matters", () => {
    const seen = new Set(items.map(({ type, state }) => `${type} ${state}`));
    const promised = ["open", "kept", "missed", "excused", "paused", "unknown"].map((state) => `obligation ${state}`);
    const others = ["right open", "right used", "right lapsed", "refusal refused", "amount due", "amount settled", "amount unknown"];
    for (const one of [...promised, ...others]) expect(seen).toContain(one);
  });

  test("months missed: claimed in time, claimed too late, and three in a row", () => {
    expect(some("service-credit", "due", "kerlann-uloa")).toHaveLength(1);
    expect(some("credit-claim", "refused", "kerlann-uloa")).toHaveLength(1);
    expect(some("availability-exit", "open", "vaubrun-uloa")).toHaveLength(1);
    expect(some("service-credit", "unknown", "oriane-crm")).toHaveLength(1);
    expect(some("availability-rate", "unknown").length).toBeGreaterThan(0);
  });

  test("seats above the cap, support without a grant, a breach told in time, a tariff changed", () => {
    expect(some("seats", "refused", "kerlann-uloa").length).toBeGreaterThanOrEqual(2);
    expect(some("increase-dispute", "used", "vaubrun-uloa")).toHaveLength(1);
    expect(some("support-access", "refused").length).toBeGreaterThanOrEqual(2);
    expect(some("breach-notice", "kept", "delorge-boost")).toHaveLength(1);
    expect(some("tariff-change", "used", "delorge-boost")).toHaveLength(1);
    expect(some("provider-exit", "refused", "rostaing-boost")).toHaveLength(1);
    expect(items.filter(({ clause, state }) => clause.endsWith("backup") && state === "missed").length).toBeGreaterThan(5);
  });

  test("endings keep their windows", () => {
    expect(some("data-choice", "open", "arize-boost")).toHaveLength(1);
    expect(some("final-deletion", "open", "arize-baas")).toHaveLength(1);
    expect(some("erasure-hold", "refused", "maheul-uloa")).toHaveLength(1);
    expect(of("astruc-crm").standing.ends).toBeGreaterThan(now);
  });

  test("something falls due within hours, within days, and is overdue", () => {
    const open = items.filter(({ type, state }) => type === "obligation" && state === "open").flatMap(({ due }) => due ?? []);
    expect(open.filter((due) => due < now + 6 * HOUR).length).toBeGreaterThanOrEqual(3);
    expect(open.filter((due) => due > now + 6 * HOUR && due < now + 2 * DAY).length).toBeGreaterThanOrEqual(5);
    expect(open.filter((due) => due > now + 2 * DAY && due < now + 8 * DAY).length).toBeGreaterThanOrEqual(4);
    expect(items.filter(isOverdue).length).toBeGreaterThanOrEqual(2);
  });

  test("rights close on Friday evening", () => {
    const stage = openStage(references, now);
    const evening = stage.at(stage.friday + 1, "00:00");
    const closing = items.filter(({ type, state, until }) => type === "right" && state === "open" && until === evening);
    const promised = ["provider-exit", "tariff-change", "price-objection", "closure-after-warning"];
    expect(closing.map(({ clause }) => clause)).toEqual(expect.arrayContaining(promised));
  });
});

/** Missed, and still owed. */
function isOverdue({ type, state, done, due }: Item): boolean {
  return type === "obligation" && state === "missed" && done === undefined && due !== undefined;
}

test("the same instant gives the same lives", () => {
  const now = Date.parse(days[0]!);
  const told = () => contracts.map((make) => livedUntil(make(openStage(references, now)), now));
  expect(told()).toEqual(told());
});

test("machines tell on under the names they would have had", () => {
  const [now, later] = [Date.parse(days[0]!), Date.parse(days[0]!) + 3 * DAY];
  for (const make of contracts) {
    const plan: Plan = make(openStage(references, now));
    const whole = plan.routine(plan.drafted, later).map(({ source, id }) => `${source}:${id}`);
    const parts = [...plan.routine(plan.drafted, now), ...plan.routine(now, later)].map(({ source, id }) => `${source}:${id}`);
    expect(new Set(parts)).toEqual(new Set(whole));
    expect(plan.routine(now, later).every(({ id }) => id !== undefined)).toBe(true);
  }
});
