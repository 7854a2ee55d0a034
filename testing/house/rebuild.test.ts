import { describe, expect, test } from "vitest";
import { rebuild, type RebuildOptions, type Rebuilt } from "#ledger/audit/rebuild.ts";
import { append } from "#ledger/facts/append.ts";
import type { ContractName, Ledger } from "#ledger/ledger.ts";
import { cloneDatabase } from "../database.ts";
import { auditOf, livedContract, openOwner, providedLedger } from "./audited.ts";
import { rowsOf } from "./ledger.ts";

const database = await cloneDatabase();
const ledger = await providedLedger(database);
const owner = await openOwner(database);

async function rebuilt(of: Ledger, { contract }: ContractName, options: RebuildOptions = {}): Promise<Rebuilt> {
  for await (const one of rebuild(of, { ...options, only: contract })) return one;
  throw new Error(`${contract} was not found.`);
}

/** Everything stored of a contract but when and by what its revisions were made. */
async function stored({ contract }: ContractName) {
  const ask = async (sql: string) => (await owner.query(sql, [contract])).rows as Record<string, unknown>[];
  return {
    items: await ask(`select key, number, state, party, opened, closed, edge, body from ledger.item
      where contract_id = $1 and until is null order by key, number`),
    nodes: await ask("select level, index, hash from ledger.node where contract_id = $1 order by level, index"),
    lived: await ask("select position, lived from ledger.fact where contract_id = $1 order by position"),
    head: await ask("select facts, frontier, rests, due, recorded, phase, edition, trouble from ledger.contract where contract_id = $1"),
  };
}

const emptied = [
  "delete from ledger.item where contract_id = $1",
  "delete from ledger.revision where contract_id = $1",
  "delete from ledger.checkpoint where contract_id = $1",
  "delete from ledger.node where contract_id = $1",
  "update ledger.fact set lived = null where contract_id = $1",
  `update ledger.contract set revision = 0, facts = 0, frontier = '', rests = null, due = null, recorded = null, phase = 'draft', edition = ''
    where contract_id = $1`,
];

describe("with every projection taken away, the sources give the same rows, numbers too", () => {
  test.each([0, 1, 4, 5])("seed %i", async (seed) => {
    const name = await livedContract(ledger, database, seed);
    const before = await stored(name);
    for (const sql of emptied) await owner.query(sql, [name.contract]);
    ledger.folds.forget(name.contract);
    expect(await rowsOf(ledger, name)).toEqual(new Map());
    const { outcome, replaced, written } = await rebuilt(ledger, name);
    expect({ outcome, replaced, written }).toEqual({ outcome: "rebuilt", replaced: 0, written: before.items.length });
    expect(await stored(name)).toEqual(before);
    expect((await auditOf(ledger, name)).faults).toEqual([]);
    expect((await rebuilt(ledger, name)).outcome).toBe("same");
  });
});

test("what is right stays as it is: no revision is made", async () => {
  const name = await livedContract(ledger, database, 2, 80);
  const revision = async () => (await owner.query("select revision from ledger.contract where contract_id = $1", [name.contract])).rows;
  const before = await revision();
  expect(await rebuilt(ledger, name)).toMatchObject({ outcome: "same", count: 0, replaced: 0, written: 0 });
  expect(await revision()).toEqual(before);
});

test("what differs is replaced as a revision of its own, and what was said before can still be read", async () => {
  const name = await livedContract(ledger, database, 2, 80);
  const before = await rowsOf(ledger, name);
  const [id, body] = [...before].find(([, one]) => one["state"] === "missed")!;
  const key = id.slice(0, id.lastIndexOf("/"));
  const { rowCount } = await owner.query(
    `update ledger.item set state = 'kept', body = body || '{"state": "kept"}' where contract_id = $1 and key = $2 and until is null`,
    [name.contract, key],
  );
  const [{ revision }] = (await owner.query("select revision::int from ledger.contract where contract_id = $1", [name.contract])).rows as [
    { revision: number },
  ];
  expect(await rebuilt(ledger, name)).toMatchObject({ outcome: "rebuilt", replaced: rowCount, written: rowCount });
  expect(await rowsOf(ledger, name)).toEqual(before);
  expect((await rowsOf(ledger, name, revision)).get(id)).toEqual({ ...body, state: "kept" });
  const made = await owner.query("select cause from ledger.revision where contract_id = $1 and revision = $2", [
    name.contract,
    revision + 1,
  ]);
  expect(made.rows).toEqual([{ cause: "rebuild" }]);
  expect((await auditOf(ledger, name)).faults).toEqual([]);
});

test("numbers that were moved are put back", async () => {
  const name = await livedContract(ledger, database, 1, 80);
  const before = await rowsOf(ledger, name);
  await owner.query("update ledger.item set number = number + 40 where contract_id = $1 and until is null", [name.contract]);
  await rebuilt(ledger, name);
  expect(await rowsOf(ledger, name)).toEqual(before);
});

test("a contract in trouble is worked out anew, and out of it", async () => {
  const name = await livedContract(ledger, database, 1, 80);
  const before = await stored(name);
  await owner.query("update ledger.contract set trouble = 'no room', due = now() where contract_id = $1", [name.contract]);
  expect((await auditOf(ledger, name)).faults).toMatchObject([{ kind: "in-trouble", found: "no room" }]);
  expect((await rebuilt(ledger, name)).outcome).toBe("rebuilt");
  expect(await stored(name)).toEqual(before);
});

test("after a rebuild the next fact follows as if nothing had been", async () => {
  const name = await livedContract(ledger, database, 5, 80);
  await owner.query("delete from ledger.item where contract_id = $1 and until is null", [name.contract]);
  await rebuilt(ledger, name);
  ledger.time.now += 86_400_000;
  const told = {
    source: "test",
    id: "after",
    kind: "support.requested",
    subject: "I-9000",
    by: "customer",
    occurred: ledger.time.now,
    fields: {},
  };
  await append(ledger, name, [told], "test");
  expect((await auditOf(ledger, name)).faults).toEqual([]);
});

describe("nothing is worked out from facts that are not what they were", () => {
  test.each([
    [
      "a changed entry",
      "update ledger.fact set entry = set_byte(entry, 40, get_byte(entry, 40) # 1) where contract_id = $1 and position = 5",
    ],
    ["a fact that is gone", "delete from ledger.fact where contract_id = $1 and position = 5"],
    ["a changed column", "update ledger.fact set kind = 'support.answered' where contract_id = $1 and position = 3"],
  ])("%s", async (_, sql) => {
    const name = await livedContract(ledger, database, 1, 80);
    await owner.query(sql, [name.contract]);
    await owner.query("delete from ledger.item where contract_id = $1 and number = 1", [name.contract]);
    const before = await stored(name);
    expect((await rebuilt(ledger, name)).outcome).toBe("refused");
    expect((await rebuilt(ledger, name, { trustLog: true })).outcome).toBe("refused");
    expect(await stored(name)).toEqual(before);
  });

  test("where only the head's tree speaks against them, whoever knows better may say so", async () => {
    const name = await livedContract(ledger, database, 1, 80);
    const before = await stored(name);
    await owner.query("update ledger.contract set frontier = set_byte(frontier, 9, get_byte(frontier, 9) # 1) where contract_id = $1", [
      name.contract,
    ]);
    expect((await rebuilt(ledger, name)).outcome).toBe("refused");
    expect((await rebuilt(ledger, name, { trustLog: true })).outcome).toBe("rebuilt");
    expect(await stored(name)).toEqual(before);
  });
});
