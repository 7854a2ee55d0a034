import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { admit } from "#kernel/engine/admit.ts";
import { compare } from "#kernel/engine/compare.ts";
import { localInstant } from "#kernel/engine/example.ts";
import { shown } from "#kernel/engine/example-shown.ts";
import type { Fact } from "#kernel/engine/fact.ts";
import { run } from "#kernel/engine/run.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import { formatFraction, fraction } from "#kernel/money/fraction.ts";
import { compose } from "#kernel/terms/compose.ts";
import type { Particulars } from "#kernel/terms/contract.ts";
import { readYaml } from "#kernel/terms/source.ts";
import { loadReferences } from "#references/load.ts";
import { library } from "./library.ts";

// The example contract's year, worked out by hand. scripts/example-life.mjs writes it, contracts/example/README.md tells it.

const home = join(import.meta.dirname, "..");
const folder = join(home, "contracts", "example");
const references = loadReferences();
const zone = references.zones["Europe/Paris"]!;
const contract = compose(library, readYaml(readFileSync(join(folder, "particulars.yaml"), "utf8")).value as Particulars);
const lines = readFileSync(join(folder, "facts.ndjson"), "utf8").trimEnd().split("\n");
const admitted = lines.map((line, at) => admit(JSON.parse(line), contract.factKinds, { file: "facts.ndjson", line: at + 1, column: 1 }));
const facts = admitted.flatMap((each): Fact[] => ("fact" in each ? [each.fact] : []));

const halfYear = standing("2025-06-30");
const year = standing("2026-01-31");

function standing(at: string, knownAt = at): Standing {
  return run(contract, facts, references, { at: localInstant(zone, at)!, knownAt: localInstant(zone, knownAt)! });
}

function item({ items }: Standing, id: string): Standing["items"][number] {
  const found = items.find((each) => each.id === id);
  if (!found) throw new Error(`nothing is called ${id}`);
  return found;
}

/** `missed, due 2025-02-07 21:59, done 2025-02-07 22:30` */
function says(at: Standing, id: string): string {
  const found = item(at, id);
  const times = (["due", "until", "done"] as const).flatMap((key) =>
    found[key] === undefined ? [] : [`${key} ${shown(zone, found[key])}`],
  );
  return [found.state, ...times].join(", ");
}

function figure(at: Standing, id: string): string | undefined {
  const { figure: found } = item(at, id);
  return found && `${found.value} ${found.unit}`;
}

/** The month's rate, exactly: of its minutes, all but those. */
function rate(minutes: number, down: number): string {
  return `${formatFraction(fraction(100 * (minutes - down), minutes))} %`;
}

test("every fact is one that its kind admits, and the composition has no problem", () => {
  expect(contract.problems).toEqual([]);
  expect(admitted.flatMap((each) => ("problems" in each ? each.problems : []))).toEqual([]);
});

test("the particulars leave no figure to order", () => {
  expect(contract.clauses.filter(({ raw }) => JSON.stringify(raw).includes("as ordered")).map(({ id }) => id)).toEqual([]);
});

test("the files are what the script writes, byte for byte, and small", () => {
  const again = mkdtempSync(join(tmpdir(), "tenu-example-"));
  try {
    const { status, stderr } = spawnSync(process.execPath, [join(home, "scripts", "run.mjs"), "scripts/example-life.mjs", again], {
      cwd: home,
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
    for (const file of ["particulars.yaml", "facts.ndjson"])
      expect(readFileSync(join(again, file)).equals(readFileSync(join(folder, file)))).toBe(true);
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
  expect(readFileSync(join(folder, "facts.ndjson")).length).toBeLessThan(400_000);
});

test("the term runs from its own day, not from activation, and renews", () => {
  expect([halfYear.activated, halfYear.term?.start, halfYear.term?.end].map((at) => shown(zone, at!))).toEqual([
    "2025-01-02 09:12",
    "2025-01-01 00:00",
    "2026-01-01 00:00",
  ]);
  expect([year.phase, year.term?.period, shown(zone, year.term!.end)]).toEqual(["running", 2, "2027-01-01 00:00"]);
});

test("a leaver's seat is free at once, and closed to the leaver", () => {
  expect(item(halfYear, "authorised-users/U-04/refused/1").reason?.code).toBe("needs");
  expect(halfYear.items.some(({ clause, subject }) => clause === "seats" && subject === "U-11")).toBe(false);
});

test("an eleventh user is refused, until the customer gives notice; half of June is billed on top", () => {
  expect(item(halfYear, "seats/U-12/refused/1").reason).toEqual({ code: "above-most", args: { most: "10", would: "11" } });
  expect(halfYear.items.filter(({ clause }) => clause === "seats")).toHaveLength(1);
  // 2 users × 24.00 EUR × 15 days of 30, from 16 June
  expect(figure(halfYear, "subscription/2025-06-01+2/1")).toBe("24 EUR");
  expect(figure(year, "subscription/2025-07-01/1")).toBe("288 EUR");
});

test("a price signed in November waits for the new year", () => {
  expect(figure(year, "subscription/2025-12-01/1")).toBe("288 EUR");
  expect(figure(year, "subscription/2026-01-01/1")).toBe(`${formatFraction(fraction(12 * 2460, 100))} EUR`);
});

test("the invoice of May, due on 1 June and paid on 18 July, earns the law's interest and its flat sum", () => {
  // The contract is silent, so French law speaks: the ECB's rate on the half-year's first day, and ten points.
  // 240.00 EUR × (3.15 % + 10 %) × 28 days (2 to 29 June) / 365 = 2.42 EUR
  expect([says(halfYear, "legal-late-payment/INV-2025-05/1"), figure(halfYear, "legal-late-payment/INV-2025-05/1")]).toEqual([
    "accruing",
    "121/50 EUR",
  ]);
  // 29 days at 13.15 % (2.5075 EUR) and 18 at 2.15 % + 10 % (1.4380 EUR): 3.95 EUR, rounded once
  expect(figure(year, "legal-late-payment/INV-2025-05/1")).toBe("79/20 EUR");
  expect(figure(year, "legal-late-payment/INV-2025-05/2")).toBe("40 EUR");
  expect([1, 2].map((n) => item(year, `legal-late-payment/INV-2025-05/${n}`).state)).toEqual(["settled", "settled"]);
  expect(item(year, "legal-late-payment/INV-2025-05/1").to).toBe("distributor"); // who invoiced
});

test("the invoice of November is still unpaid: what it costs is known to the end of the published rates, then unknown", () => {
  const interest = item(year, "legal-late-payment/INV-2025-11/1");
  // 288.00 EUR × 12.15 % × 28 days (4 to 31 December) / 365 = 2.68 EUR
  expect([interest.state, figure(year, interest.id)]).toEqual(["unknown", "67/25 EUR"]);
  expect([interest.reason?.code, interest.reason?.args["on"]]).toEqual(["rate-unknown", "2026-01-01"]);
  expect(says(year, "subscription/2025-11-01/1")).toBe("due, due 2025-11-01 00:00");
  expect(year.items.filter(({ clause, state }) => clause === "subscription" && state === "due").map(({ subject }) => subject)).toEqual([
    "2025-11-01",
    "2026-01-01",
  ]);
});

test("critical on a Friday at 17:59 is inside working hours: four hours, and half an hour late", () => {
  expect(says(halfYear, "acknowledgement/I-1/1")).toBe("missed, due 2025-02-07 21:59, done 2025-02-07 22:30");
  expect(says(halfYear, "diagnosis/I-1/1")).toBe("kept, due 2025-02-07 23:59, done 2025-02-07 23:40");
  // Had the hours been working time: one minute on Friday, the rest on Monday.
  expect(shown(zone, item(halfYear, "acknowledgement/I-1/1").otherwise!["working time"]!.due!)).toBe("2025-02-10 13:59");
});

test("outside the provider's control the clocks go, advice is owed", () => {
  expect(says(halfYear, "acknowledgement/I-3/1")).toBe("kept, due 2025-04-23 16:30, done 2025-04-23 10:50");
  for (const clause of ["diagnosis", "representative", "correction"]) expect(item(halfYear, `${clause}/I-3/1`).state).toBe("excused");
  expect(says(halfYear, "technical-advice/I-3/1")).toBe("kept, done 2025-04-23 15:20");
});

test("nineteen hours of waiting for information are added to the clocks", () => {
  // 14:10 and ten hours is 00:10; from 14:40 to 09:40 the clock stood still.
  expect(says(halfYear, "acknowledgement/I-4/1")).toBe("kept, due 2025-05-20 19:10, done 2025-05-20 11:00");
  expect(says(halfYear, "diagnosis/I-4/1")).toBe("kept, due 2025-05-22 09:10, done 2025-05-21 17:00");
});

test("support looks inside while the customer's leave lasts, and is refused twenty minutes after it", () => {
  expect(
    halfYear.items.filter(({ clause }) => clause === "support-access").map(({ opened, reason }) => [shown(zone, opened), reason?.code]),
  ).toEqual([["2025-05-20 18:20", "no-longer-valid"]]);
  expect(says(halfYear, "copy-destruction/C-1/1")).toBe("kept, due 2025-05-27 00:00, done 2025-05-26 17:00");
});

test("the distributor answers within eight hours, or misses", () => {
  expect([1, 2, 3].map((n) => item(year, `support-answer/S-${n}/1`).state)).toEqual(["kept", "missed", "kept"]);
  expect(item(year, "departure-mending/S-3/1").state).toBe("kept");
});

test("March misses: forty minutes down, twelve of them announced, one stray", () => {
  const march = item(halfYear, "availability-rate/2025-03/1");
  expect([march.state, march.fields["down"], march.fields["excluded"], march.fields["minutes"]]).toEqual([
    "missed",
    29,
    12,
    31 * 1440 - 60,
  ]);
  expect(figure(halfYear, march.id)).toBe(rate(44_580, 29)); // 99.93 %
  expect(item(halfYear, "availability-result/2025-03/1").state).toBe("missed");
});

test("the credit for March is claimed in time: two days, never money", () => {
  expect(says(halfYear, "availability-statement/R-1/1")).toBe("kept, due 2025-04-08 00:00, done 2025-04-04 16:30");
  expect(says(halfYear, "credit-claim/2025-03/1")).toBe("used, until 2025-05-01 00:00, done 2025-04-15 09:20");
  expect([figure(halfYear, "service-credit/2025-03/1"), halfYear.creditDays]).toEqual(["2 days", 2]);
  expect(item(halfYear, "availability-damages/D-1/refused/1").reason).toEqual({ code: "needs", args: { event: "availability-exit.used" } });
});

test("May was kept as known on 5 June, and missed since a second log turned up on the 11th", () => {
  const before = standing("2025-06-05");
  expect([says(before, "availability-rate/2025-05/1"), figure(before, "availability-rate/2025-05/1")]).toEqual([
    "kept, until 2025-06-01 00:00, done 2025-06-01 00:00",
    rate(44_640, 6),
  ]);
  expect([says(halfYear, "availability-rate/2025-05/1"), figure(halfYear, "availability-rate/2025-05/1")]).toEqual([
    "missed, until 2025-06-01 00:00, done 2025-06-01 00:00",
    rate(44_640, 31),
  ]);
  const { contract: changed, changes } = compare(standing("2025-06-11"), standing("2025-06-11", "2025-06-12"));
  expect([changed, changes.map(({ sort, id }) => `${sort} ${id}`)]).toEqual([
    [],
    ["changed availability-rate/2025-05/1", "appeared availability-result/2025-05/1", "appeared credit-claim/2025-05/1"],
  ]);
});

test("nobody claims for May: on 30 June a day is left, in July the right is gone", () => {
  expect(says(halfYear, "credit-claim/2025-05/1")).toBe("open, until 2025-07-01 00:00");
  expect(item(year, "credit-claim/2025-05/1").state).toBe("lapsed");
});

test("August is unknown: ninety silent minutes could be good or bad", () => {
  const august = item(year, "availability-rate/2025-08/1");
  expect([august.state, august.fields["down"], august.fields["unknown"]]).toEqual(["unknown", 2, 90]);
  expect([figure(year, august.id), `${august.otherwise!["worst"]!.figure!.value} %`]).toEqual([rate(44_640, 2), rate(44_640, 92)]); // 99.996 % to 99.79 %
  expect(item(year, "continuous-monitoring/contract/2").state).toBe("missed");
});

test("every other month is kept, the shortest and the longest included", () => {
  const months = year.items.filter(({ clause }) => clause === "availability-rate");
  expect(months.map(({ state }) => state)).toEqual([
    "kept",
    "kept",
    "missed",
    "kept",
    "missed",
    "kept",
    "kept",
    "unknown",
    "kept",
    "kept",
    "kept",
    "kept",
    "open",
  ]);
  expect([1, 9].map((n) => months[n]!.fields["minutes"])).toEqual([28 * 1440, 31 * 1440 + 60]);
  expect(year.items.some(({ clause }) => clause === "availability-exit")).toBe(false);
});

test("one night in September has no backup; every week has one", () => {
  const missed = (clause: string) =>
    year.items.filter((each) => each.clause === clause && each.state === "missed").map(({ subject }) => subject);
  expect(missed("platform-backup")).toEqual(["2025-09-10"]);
  expect(missed("platform-backup-weekly")).toEqual([]);
  expect(says(year, "accidental-deletion/R-2/1")).toBe("kept, due 2025-11-21 00:00, done 2025-11-19 11:05");
});

test("the contract says nothing of a data breach, so the law's own duty is there, and kept", () => {
  expect(item(year, "legal-breach-notice/V-1/1").state).toBe("kept");
});
