import { beforeAll, describe, expect, test } from "vitest";
import type { Item } from "#kernel/engine/item.ts";
import type { Fault } from "#ledger/audit/fault.ts";
import { rebuild } from "#ledger/audit/rebuild.ts";
import { tick } from "#ledger/clock/tick.ts";
import { append } from "#ledger/facts/append.ts";
import { presentEdition } from "#ledger/fold/edition.ts";
import { type Restated, restateOutdated } from "#ledger/fold/restate-outdated.ts";
import type { ContractName } from "#ledger/ledger.ts";
import { standingNow } from "#ledger/standing/now.ts";
import { listRevisions, revisionChanges } from "#ledger/standing/revisions.ts";
import { reading, scoped } from "#platform/database/scope.ts";
import { cloneDatabase } from "../database.ts";
import { auditOf, livedContract, otherFigures, providedLedger, reopened } from "./audited.ts";
import { references, rowsOf, type TestLedger } from "./ledger.ts";

const database = await cloneDatabase();
const ledger = await providedLedger(database);
const figures = otherFigures("9.99");
const next = reopened(ledger, figures);

function revisions(name: ContractName) {
  return reading(ledger.database, [name.tenant], (transaction) => listRevisions(transaction, name, undefined, 1000));
}

async function changes(name: ContractName, revision: number) {
  return (await reading(ledger.database, [name.tenant], (transaction) => revisionChanges(transaction, name, revision)))!;
}

function rateOf(item: Item | undefined): boolean {
  return JSON.stringify(item?.figure ?? "").includes('"999/100"');
}

test("an edition names the engine and the figures", () => {
  expect(presentEdition(references)).toMatch(/^\d+ \d{4}-\d{2}-[0-9a-f]{8}$/);
  expect(presentEdition(figures)).toBe(`${presentEdition(references).split(" ")[0]} 2030-01-other`);
});

describe("a release with another rate restates what the old one worked out", () => {
  const names: ContractName[] = [];
  const before = new Map<ContractName, Awaited<ReturnType<typeof rowsOf>>>();
  const told: Restated[] = [];
  let done: Restated;
  let outdated: readonly Fault[];

  beforeAll(async () => {
    for (let seed = 0; seed < 8; seed += 1) names.push(await livedContract(ledger, database, seed));
    for (const name of names) before.set(name, await rowsOf(ledger, name));
    outdated = (await auditOf(next, names[0]!)).faults;
    done = await restateOutdated(next, { rest: 0, tell: (sofar) => told.push(sofar) });
  });

  test("all of them, once, telling how far it has come", async () => {
    expect(done).toEqual({ restated: 8, failed: [] });
    expect(told.at(-1)).toEqual(done);
    expect(await restateOutdated(next, { rest: 0 })).toEqual({ restated: 0, failed: [] });
  });

  test("which an audit had asked for", () => expect(outdated).toMatchObject([{ kind: "edition-differs" }]));

  test("as a revision of its own, under its edition", async () => {
    for (const name of names) {
      const [last, second] = await revisions(name);
      expect(last).toMatchObject({
        cause: "edition",
        edition: presentEdition(figures),
        size: second!.size,
        revision: second!.revision + 1,
      });
      expect(second!.edition).toBe(presentEdition(references));
    }
  });

  test("which shows what came out otherwise: interest at the new rate, and nothing else", async () => {
    const delta = (await Promise.all(names.map(async (name) => changes(name, (await revisions(name))[0]!.revision)))).flat();
    expect(delta.length).toBeGreaterThan(0);
    expect(delta.map(({ id }) => id.split("/")[0]).filter((clause) => clause !== "interest" && clause !== "legal-late-payment")).toEqual(
      [],
    );
    // What stays unknown says under which figures it is.
    const known = delta.filter(({ after }) => after?.state !== "unknown");
    expect(known.length).toBeGreaterThan(0);
    expect(known.filter(({ before: old, after }) => rateOf(old) || !rateOf(after))).toEqual([]);
    const asked = delta.find(({ id }) => id === "legal-late-payment/I-28/1");
    expect([asked?.before?.figure?.value, asked?.after?.figure?.value]).toEqual(["439/25", "702/25"]); // 17.56 and 28.08 EUR
  });

  test("while the old standing can still be read at its revision", async () => {
    for (const name of names) {
      const [, second] = await revisions(name);
      expect(await rowsOf(ledger, name, second!.revision)).toEqual(before.get(name));
    }
  });

  test("and what now stands equals a replay under the new figures", async () => {
    for (const name of names) expect((await auditOf(next, name)).faults).toEqual([]);
  });
});

describe("whoever comes first restates", () => {
  async function lastCauses(name: ContractName): Promise<string[]> {
    return (await revisions(name)).slice(0, 2).map(({ cause }) => cause);
  }

  test("the next fact: it follows on the restated standing", async () => {
    const name = await livedContract(ledger, database, 1, 80);
    const release = reopened(ledger, figures);
    await scoped(release.database, [name.tenant], (transaction) => standingNow(transaction, release, name)); // read before, it leaves no fold behind
    release.time.now += 60_000;
    const fact = {
      source: "test",
      id: "next",
      kind: "support.requested",
      subject: "I-1",
      by: "customer",
      occurred: release.time.now,
      fields: {},
    };
    await append(release, name, [fact], "test");
    expect(await lastCauses(name)).toEqual(["facts", "edition"]);
    expect((await auditOf(release, name)).faults).toEqual([]);
  });

  test("the clock", async () => {
    const name = await livedContract(ledger, database, 2, 80);
    const release: TestLedger = reopened(ledger, figures);
    release.time.now += 40 * 86_400_000;
    for (let turned = 1; turned > 0;) ({ length: turned } = (await tick(release)).turned);
    expect(await lastCauses(name)).toEqual(["clock", "edition"]);
    expect((await auditOf(release, name)).faults).toEqual([]);
  });

  test("tenu rebuild", async () => {
    const name = await livedContract(ledger, database, 3, 80);
    for await (const { outcome } of rebuild(reopened(ledger, figures), { only: name.contract })) expect(outcome).toBe("restated");
    expect((await lastCauses(name))[0]).toBe("edition");
  });

  test("a pass that is stopped leaves the rest as it was, and the next one goes on", async () => {
    for (let seed = 4; seed < 7; seed += 1) await livedContract(ledger, database, seed, 40);
    const release = reopened(ledger, figures);
    const stopping = new AbortController();
    const first = restateOutdated(release, { rest: 50, signal: stopping.signal });
    setTimeout(() => stopping.abort(), 20);
    const { restated } = await first;
    expect(restated).toBeLessThan(3);
    expect((await restateOutdated(release, { rest: 0 })).restated).toBe(3 - restated);
  });
});

test("what cannot be restated stands as it stood, and is in trouble", async () => {
  const name = await livedContract(ledger, database, 3, 40);
  const before = await rowsOf(ledger, name);
  const { zones: _, ...rest } = otherFigures("8.88");
  const release = reopened(ledger, { ...rest, zones: {} });
  const { failed } = await restateOutdated(release, { rest: 0 });
  expect(failed.find(({ contract }) => contract === name.contract)?.reason).toBeTruthy();
  expect(await rowsOf(ledger, name)).toEqual(before);
  expect((await auditOf(ledger, name)).faults).toMatchObject([{ kind: "in-trouble" }]);
});
