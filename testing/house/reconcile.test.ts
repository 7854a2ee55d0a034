import { beforeAll, describe, expect, test } from "vitest";
import type pg from "pg";
import { cloneDatabase } from "../database.ts";
import { auditOf, livedContract, openOwner, providedLedger } from "./audited.ts";

const database = await cloneDatabase();
const ledger = await providedLedger(database);

describe("what appending wrote equals a replay", () => {
  test.each(Array.from({ length: 8 }, (_, seed) => seed))("seed %i", async (seed) => {
    const name = await livedContract(ledger, database, seed);
    const { faults, facts, items } = await auditOf(ledger, name);
    expect(faults).toEqual([]);
    expect(facts).toBeGreaterThan(50);
    expect(items).toBeGreaterThan(50);
  });
});

test("also of a log with inner nodes and many checkpoints", async () => {
  const name = await livedContract(ledger, database, 3, 700);
  expect((await auditOf(ledger, name)).faults).toEqual([]);
  const owner = await openOwner(database);
  await owner.query("update ledger.node set hash = sha256(hash) where contract_id = $1 and index = 1", [name.contract]);
  expect((await auditOf(ledger, name)).faults).toMatchObject([{ kind: "node-differs", place: "ledger.node[8/1]" }]);
});

describe("a change that only the owner can make is found, and named", () => {
  let owner: pg.Client;
  beforeAll(async () => {
    owner = await openOwner(database);
  });

  const tampered: [what: string, sql: string, kind: string, place: RegExp, count?: number][] = [
    [
      "an item's column",
      "update ledger.item set state = 'excused' where X and until is null and state = 'missed'",
      "item-differs",
      /^ledger\.item\[.+\]\.state$/,
    ],
    [
      "a key of an item's body",
      `update ledger.item set body = body || '{"party": "nobody"}' where X and until is null`,
      "item-differs",
      /^ledger\.item\[.+\]\.body\.party$/,
    ],
    [
      "an item's row taken away",
      "delete from ledger.item where X and until is null and number = 1",
      "item-gone",
      /^ledger\.item\[.+\/1\]$/,
    ],
    ["an item's row hidden", "update ledger.item set until = since where X and until is null and number = 1", "version-broken", /until$/],
    [
      "an item's number",
      "update ledger.item set number = 77 where X and until is null and number = 1",
      "item-extra",
      /^ledger\.item\[.+\/77\]$/,
    ],
    [
      "a fact's column",
      "update ledger.fact set party = 'nobody' where X and position = 7",
      "column-differs",
      /^ledger\.fact\[7\]\.party$/,
      1,
    ],
    [
      "a fact's place in the life",
      "update ledger.fact set lived = null where X and position = 0",
      "lived-differs",
      /^ledger\.fact\[0\]\.lived$/,
      1,
    ],
    [
      "one byte of an entry",
      "update ledger.fact set entry = set_byte(entry, 40, get_byte(entry, 40) # 1) where X and position = 5",
      "leaf-differs",
      /^ledger\.fact\[5\]\.leaf$/,
    ],
    [
      "a leaf hash",
      "update ledger.fact set leaf = set_byte(leaf, 0, get_byte(leaf, 0) # 1) where X and position = 5",
      "leaf-differs",
      /^ledger\.fact\[5\]\.leaf$/,
      1,
    ],
    ["a leaf taken away", "delete from ledger.fact where X and position = 9", "entry-gone", /^ledger\.fact\[9\]$/],
    [
      "the last leaf taken away",
      "delete from ledger.fact where X and position = (select max(position) from ledger.fact where X)",
      "entry-gone",
      /^ledger\.fact\[\d+\]$/,
    ],
    [
      "the tree in the head",
      "update ledger.contract set frontier = set_byte(frontier, 9, get_byte(frontier, 9) # 1) where X",
      "frontier-differs",
      /frontier$/,
      1,
    ],
    ["the due instant", "update ledger.contract set due = due + interval '1 day' where X", "head-differs", /^ledger\.contract\.due$/, 1],
    ["no due instant", "update ledger.contract set due = null where X", "head-differs", /^ledger\.contract\.due$/, 1],
    ["the phase", "update ledger.contract set phase = 'draft' where X", "head-differs", /^ledger\.contract\.phase$/, 1],
    [
      "where the head rests",
      "update ledger.contract set rests = rests - interval '1 day' where X",
      "head-differs",
      /^ledger\.contract\.rests$/,
    ],
    ["the edition", "update ledger.contract set edition = '0 old' where X", "edition-differs", /edition$/],
    ["a revision taken away", "delete from ledger.revision where X and revision = 4", "revision-gone", /^ledger\.revision\[4\]$/, 1],
    [
      "a state to resume from",
      `update ledger.checkpoint set body = jsonb_set(body::jsonb, '{state,creditDays}', '99')::text where X`,
      "checkpoint-differs",
      /^ledger\.checkpoint\[\d+\]$/,
    ],
    [
      "a node too many",
      "insert into ledger.node select tenant_id, contract_id, 8, 7, leaf from ledger.fact where X and position = 0",
      "node-differs",
      /^ledger\.node\[8\/7\]$/,
      1,
    ],
    [
      "what was signed",
      "insert into ledger.checkpoint_note select tenant_id, contract_id, 3, 'a+00000000', E'log\\n3\\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\\n\\n— a AAAAAAAAAAAA\\n', now() from ledger.contract where X",
      "signed-otherwise",
      /^ledger\.checkpoint_note\[3, /,
      1,
    ],
  ];

  test.each(tampered)("%s", async (_, sql, kind, place, count) => {
    const name = await livedContract(ledger, database, 2, 80);
    const { rowCount } = await owner.query(sql.replaceAll(/\bX\b/g, `contract_id = '${name.contract}'`));
    expect(rowCount).toBeGreaterThan(0);
    const { faults } = await auditOf(ledger, name);
    const found = faults.filter((fault) => fault.kind === kind && place.test(fault.place));
    expect(found).not.toEqual([]);
    if (count !== undefined) expect(faults).toHaveLength(count);
    expect(found.every((fault) => fault.expected !== fault.found)).toBe(true);
  });

  test("and the untouched neighbour stays equal", async () => {
    const [one, other] = [await livedContract(ledger, database, 2, 80), await livedContract(ledger, database, 2, 80)];
    await owner.query("delete from ledger.item where contract_id = $1", [one.contract]);
    expect((await auditOf(ledger, one)).count).toBeGreaterThan(0);
    expect((await auditOf(ledger, other)).faults).toEqual([]);
  });
});
