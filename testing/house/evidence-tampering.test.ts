import { beforeEach, describe, expect, test } from "vitest";
import { append as grow, emptyFrontier, frontierToBytes, leafHashOfText, type TreeNode } from "#kernel/evidence/tree.ts";
import { LogAltered } from "#ledger/evidence/log-altered.ts";
import { TermsAltered } from "#ledger/evidence/terms-altered.ts";
import type { KeptCheckpoint } from "#ledger/evidence/checkpoint.ts";
import type { ContractName } from "#ledger/ledger.ts";
import { cloneDatabase } from "../database.ts";
import { checkpointOf, contractWithPast, packOf, tamper, verified, within } from "./evidence.ts";
import { rowsOf, testLedger } from "./ledger.ts";

// Whoever owns the database may write what he likes into it. What was signed before tells.

const database = await cloneDatabase();
const ledger = await testLedger(database, Date.parse("2020-01-01T00:00:00Z"));
let name: ContractName;
let tell: (count: number) => Promise<number>;
let before: KeptCheckpoint;

beforeEach(async () => {
  ({ name, tell } = await contractWithPast(ledger, database, 1, 400));
  await tell(300);
  before = await checkpointOf(ledger, name);
});

/** Changes the log's rows as their owner, then forgets what the process remembers, as after a restart. */
async function harm(sql: string): Promise<void> {
  await tamper(
    database,
    ["ledger.fact", "ledger.node", "ledger.contract", "ledger.checkpoint_note"],
    sql.replaceAll("$it", `contract_id = '${name.contract}'`),
  );
  ledger.folds.forget(name.contract);
}

const flip = "update ledger.fact set entry = set_bit(entry, 300, 1 - get_bit(entry, 300)) where $it and position = 17";
const drop = "delete from ledger.fact where $it and position = 17";
const swap = `update ledger.fact f set (entry, leaf) = (select o.entry, o.leaf from ledger.fact o where o.contract_id = f.contract_id and o.position = 35 - f.position)
  where $it and position in (17, 18)`;
const insert = `insert into ledger.fact select tenant_id, contract_id, 300, source, 'made up', kind, subject, party, occurred, recorded, lived, stated_by, entry, leaf
  from ledger.fact where $it and position = 17; update ledger.contract set facts = 301 where $it`;
const between = `update ledger.fact set position = position + 1000 where $it and position >= 17;
  insert into ledger.fact select tenant_id, contract_id, 17, source, 'made up', kind, subject, party, occurred, recorded, lived, stated_by, entry, leaf
  from ledger.fact where $it and position = 3; update ledger.fact set position = position - 999 where $it and position >= 1000`;

describe("an entry of the database", () => {
  test.each([
    ["with one bit flipped is named", flip, { part: "entry", name: "17" }],
    ["that was dropped is missed", drop, { part: "entry", name: "17" }],
    ["that changed places is named", swap, { part: "entry", name: "17" }],
    ["that was slipped in between is named", between, { part: "entry", name: "17" }],
  ])("%s", async (_, sql, place) => {
    await harm(sql);
    expect(verified(await packOf(ledger, name), [before])).toMatchObject({ ok: false, place });
  });

  test("that was slipped in at the end is not signed: the pack is under what was signed before", async () => {
    await harm(insert);
    await expect(checkpointOf(ledger, name)).rejects.toThrow(LogAltered);
    const pack = await packOf(ledger, name);
    expect([pack.entries.length, verified(pack, [before]).ok]).toEqual([300, true]);
  });

  test("that was altered gets no statement and no proof of an item", async () => {
    const [id] = (await rowsOf(ledger, name)).keys();
    await harm(flip);
    expect((await packOf(ledger, name)).statement).toBeUndefined();
    await expect(packOf(ledger, name, id)).rejects.toThrow(LogAltered);
  });
});

describe("terms that were altered", () => {
  test.each([
    ["in the order", "update ledger.contract set particulars = jsonb_set(particulars, '{order,note}', '\"another\"') where $it"],
    ["in a document", "update ledger.contract set documents = documents - 0 where $it"],
  ])("%s are not signed once others were", async (_, sql) => {
    const [id] = (await rowsOf(ledger, name)).keys();
    expect((await packOf(ledger, name)).statement).toBeDefined();
    await harm(sql);
    expect((await packOf(ledger, name)).statement).toBeUndefined();
    await expect(packOf(ledger, name, id)).rejects.toThrow(TermsAltered);
  });
});

describe("a log that was altered with all its hashes", () => {
  /** Rewrites one entry, and every hash over it, so that the log is whole again. */
  async function rewrite(forgetCheckpoints: boolean): Promise<void> {
    await harm(
      "update ledger.fact set entry = convert_to(replace(convert_from(entry, 'UTF8'), '\"by\":\"', '\"by\":\"x'), 'UTF8') where $it and position = 17",
    );
    const rows = await within(ledger, name, (transaction) =>
      transaction.rows<{ position: number; entry: Buffer }>({
        text: "select position, entry from ledger.fact where contract_id = $1 order by position",
        values: [name.contract],
      }),
    );
    const nodes: TreeNode[] = [];
    const leaves = rows.map(({ entry }) => leafHashOfText(entry.toString()));
    let frontier = emptyFrontier;
    for (const leaf of leaves) frontier = grow(frontier, leaf, (node) => void (node.level % 8 === 0 && nodes.push(node)));
    const hex = (bytes: Uint8Array) => `'\\x${Buffer.from(bytes).toString("hex")}'`;
    await harm(
      [
        ...leaves.map((leaf, position) => `update ledger.fact set leaf = ${hex(leaf)} where $it and position = ${position}`),
        ...nodes.map(
          ({ level, index, hash }) => `update ledger.node set hash = ${hex(hash)} where $it and level = ${level} and index = ${index}`,
        ),
        `update ledger.contract set frontier = ${hex(frontierToBytes(frontier))} where $it`,
        ...(forgetCheckpoints ? ["delete from ledger.checkpoint_note where $it"] : []),
      ].join(";"),
    );
  }

  test("is not signed: it does not go on from the last checkpoint", async () => {
    await rewrite(false);
    expect(verified(await packOf(ledger, name))).toMatchObject({ ok: false, check: "root" });
    await tell(5);
    await expect(checkpointOf(ledger, name)).rejects.toThrow(/is not the one of which 300 entries were signed.*Mend: restore/);
    expect(verified(await packOf(ledger, name))).toMatchObject({ ok: false, check: "root" });
  });

  test("and with the checkpoints it contradicts, is found by whoever kept one", async () => {
    await rewrite(true);
    expect(verified(await packOf(ledger, name))).toMatchObject({ ok: true });
    await tell(5);
    expect(verified(await packOf(ledger, name), [before])).toMatchObject({
      ok: false,
      check: "earlier",
      code: "earlier-root",
      place: { part: "earlier", name: "300" },
    });
  });

  test("as is one that was cut short", async () => {
    const cut = await contractWithPast(ledger, database, 1, 400);
    await cut.tell(200);
    name = cut.name;
    const shorter = await packOf(ledger, name);
    await cut.tell(100);
    const kept = await checkpointOf(ledger, name);
    expect(verified(shorter, [kept])).toMatchObject({ ok: false, check: "earlier", code: "earlier-larger" });
  });
});
