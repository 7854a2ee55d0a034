import { describe, expect, test } from "vitest";
import type { Fact } from "#kernel/engine/fact.ts";
import type { Json } from "#kernel/engine/item.ts";
import { Unusable } from "#kernel/terms/problem.ts";
import { DAY, formatInstant, HOUR } from "#kernel/time/instant.ts";
import { rebuild } from "#ledger/audit/rebuild.ts";
import { append } from "#ledger/facts/append.ts";
import { recordedOf } from "#ledger/facts/fact-rows.ts";
import type { Told } from "#ledger/facts/told.ts";
import type { ContractName } from "#ledger/ledger.ts";
import { standingAt } from "#ledger/standing/at.ts";
import { reading } from "#platform/database/scope.ts";
import { cloneDatabase } from "../database.ts";
import { lifeOf } from "../lives/life.ts";
import { openRandom } from "../lives/random.ts";
import { auditOf, providedLedger } from "./audited.ts";
import { newContract, newId, tellableAt, toldOf } from "./ledger.ts";
import { exampleOrder } from "./order.ts";

const start = Date.parse("2025-03-03T09:00:00Z");
const database = await cloneDatabase();
const ledger = await providedLedger(database);

const accepted: Told = {
  source: "desk",
  id: "1",
  kind: "contract.accepted",
  subject: "contract",
  by: "customer",
  occurred: start,
  fields: { "in-form": "writing" },
};
const invoice: Told = {
  source: "billing",
  id: "7",
  kind: "invoice.issued",
  subject: "I-7",
  by: "provider",
  occurred: start + DAY,
  fields: { amount: "120.00 EUR", due: "2025-04-01T00:00:00+02:00" },
};

function correction(id: string, fields: Record<string, Json>): Told {
  const target = "billing:7";
  return {
    source: "desk",
    id,
    kind: "fact.corrected",
    subject: "contract",
    by: "provider",
    occurred: start,
    fields: { target, ...fields },
  };
}

/** A contract that was told these facts, hours apart, until a day long after. */
async function told(...facts: readonly (Told | readonly Told[])[]): Promise<ContractName> {
  const name = await newContract(ledger, database, exampleOrder(`misfits ${newId()}`));
  ledger.time.now = start + 2 * DAY;
  for (const some of [accepted, ...facts]) {
    ledger.time.now += HOUR;
    await append(ledger, name, [some].flat(), "desk");
  }
  ledger.time.now = start + 90 * DAY;
  await append(ledger, name, [{ ...accepted, id: "last", kind: "support.requested", occurred: ledger.time.now, fields: {} }], "desk");
  return name;
}

/** What stands, with amounts worked out, and without what names the facts behind it. */
async function standing(name: ContractName) {
  const found = await standingAt(ledger, name, { at: ledger.time.now, knownAt: ledger.time.now });
  return found!.standing.items.map(({ because: _, figure, ...item }) => ({ ...item, figure: figure?.value }));
}

async function log({ tenant, contract }: ContractName): Promise<(Fact & { statedBy: string })[]> {
  const rows = await reading(ledger.database, [tenant], (transaction) =>
    transaction.rows<{ position: number; entry: Buffer; stated_by: string }>({
      text: "select position, entry, stated_by from ledger.fact where contract_id = $1 order by position",
      values: [contract],
    }),
  );
  return rows.map((row) => ({ ...recordedOf(row).fact, statedBy: row.stated_by }));
}

/** What is stored is what a replay gives, and a rebuild finds nothing to do. */
async function expectSound(name: ContractName): Promise<void> {
  expect((await auditOf(ledger, name)).faults).toEqual([]);
  for await (const { outcome } of rebuild(ledger, { only: name.contract })) expect(outcome).toBe("same");
}

describe("a correction told before its fact", () => {
  test("counts once the fact comes, where it fits", async () => {
    const right = { fields: { amount: "90.00 EUR" } };
    const name = await told(correction("c", right), invoice);
    expect(await standing(name)).toEqual(await standing(await told({ ...invoice, fields: { ...invoice.fields, ...right.fields } })));
    expect(await standing(name)).not.toEqual(await standing(await told(invoice)));
    await expectSound(name);
  });

  test("has no effect where it does not fit: the fact is recorded, and Tenu takes the correction back and says which", async () => {
    const wrong = correction("c", { fields: { amount: "many" }, occurred: formatInstant(start + HOUR), subject: "I-8" });
    const name = await told(wrong, invoice);
    expect(await standing(name)).toEqual(await standing(await told(invoice)));
    const facts = await log(name);
    expect(facts.map(({ source, id }) => `${source}:${id}`)).toContain("billing:7");
    const taken = facts.find(({ source }) => source === "tenu");
    expect(taken).toMatchObject({ kind: "fact.corrected", statedBy: "tenu", subject: "I-7" });
    expect(taken?.fields).toEqual({
      target: "billing:7",
      fields: { amount: "120.00 EUR" },
      occurred: formatInstant(invoice.occurred),
      subject: "I-7",
      note: "misfit: desk:c",
    });
    await expectSound(name);
  });

  test("leaves those beside it that fit", async () => {
    const [right, wrong] = [correction("c1", { fields: { amount: "90.00 EUR" } }), correction("c2", { fields: { amount: "many" } })];
    const name = await told(right, wrong, invoice);
    expect(await standing(name)).toEqual(await standing(await told(right, invoice)));
    await expectSound(name);
  });

  test("that gives a field which the fact does not have is read as the engine reads it, and a replay says the same", async () => {
    const { due: _, ...fields } = invoice.fields;
    const name = await told(correction("c", { fields: { due: "some day" } }), { ...invoice, fields });
    expect((await log(name)).filter(({ source }) => source === "tenu")).toEqual([]);
    await expectSound(name);
  });

  test("and with it, in one request, is refused where it does not fit, and nothing is recorded", async () => {
    const name = await told();
    const before = await log(name);
    const both = [correction("c", { fields: { amount: "many" } }), invoice];
    await expect(append(ledger, name, both, "desk")).rejects.toThrow(Unusable);
    expect(await log(name)).toEqual(before);
    await append(ledger, name, [invoice], "desk");
    await expectSound(name);
  });
});

describe("lives whose facts were wrongly corrected beforehand are what a replay gives", () => {
  const garbage: readonly Json[] = ["many", "", null, [], ["a"], { a: "b" }, "-1 EUR", "2025-13-45"];
  test.each([7, 12, 20])("seed %i", async (seed) => {
    const { contract, facts } = lifeOf(seed, { facts: 90 });
    const { contract: _, ...order } = contract.particulars;
    const name = await newContract(ledger, database, { ...order, contract: `wrong ${seed}` });
    const random = openRandom(seed);
    const known = new Set<string>();
    ledger.time.now = Math.min(...facts.map(({ occurred }) => occurred)) - DAY;
    for (const fact of facts) {
      const target = `${fact.source}:${fact.id}`;
      ledger.time.now = Math.max(ledger.time.now + 1, tellableAt(fact));
      if (!known.has(target) && random.chance(0.3)) {
        const field = random.pick([...Object.keys(fact.fields), ...Object.keys(contract.factKinds.get(fact.kind)!.optional), "nothing"]);
        const fields = { target, fields: { [field]: random.pick(garbage) } };
        const ahead = { ...correction(`ahead ${target}`, {}), source: "wrong", occurred: ledger.time.now, fields };
        await append(ledger, name, [ahead], "test");
        ledger.time.now += 1;
      }
      known.add(target);
      await append(ledger, name, [toldOf(fact)], "test").catch((error: unknown) => {
        // A later correction of a fact that still does not fit is refused with what does not.
        if (!(error instanceof Unusable)) throw error;
      });
    }
    expect((await log(name)).some(({ source }) => source === "tenu")).toBe(true);
    await expectSound(name);
  });
});
