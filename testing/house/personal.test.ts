import { expect, test } from "vitest";
import { Contradiction } from "#kernel/engine/effective.ts";
import { opensCommitment } from "#kernel/evidence/commitment.ts";
import { append } from "#ledger/facts/append.ts";
import type { Told } from "#ledger/facts/told.ts";
import type { ContractName } from "#ledger/ledger.ts";
import { readTexts } from "#ledger/personal/read.ts";
import { PersonForgotten, sealTexts } from "#ledger/personal/seal.ts";
import { reading } from "#platform/database/scope.ts";
import { cloneDatabase } from "../database.ts";
import { newContract, rowsOf, testLedger } from "./ledger.ts";

const database = await cloneDatabase();
const start = Date.parse("2025-03-03T09:00:00Z");
const ledger = await testLedger(database, start);

const order = { documents: ["fr", "eu", "boost-my-mail"], parties: {}, figures: {}, readings: {}, order: {} };
const accepted: Told = {
  source: "test",
  id: "1",
  kind: "contract.accepted",
  subject: "contract",
  occurred: start,
  by: "customer",
  fields: { "in-form": "writing" },
};

async function complaint(name: ContractName, id: string, text: string, person = "anna-1"): Promise<Told> {
  const sealed = await sealTexts(ledger.keys, name.tenant, { note: { person, text } });
  return { source: "test", id, kind: "incident.received", subject: id, occurred: start, by: "customer", fields: {}, sealed };
}

function logOf({ tenant, contract }: ContractName) {
  return reading(ledger.database, [tenant], (transaction) =>
    transaction
      .rows<{ entry: Buffer; leaf: Buffer }>({ text: "select entry, leaf from ledger.fact order by position", values: [] })
      .then((rows) => {
        void contract;
        return rows.map(({ entry, leaf }) => ({ entry: entry.toString("utf8"), leaf: leaf.toString("hex") }));
      }),
  );
}

const textsOf = (name: ContractName, position: number) =>
  reading(ledger.database, [name.tenant], (transaction) => readTexts(transaction, ledger, name, position));

test("text about a person lies apart: the log holds a commitment that text and salt open", async () => {
  const name = await newContract(ledger, database, { ...order, contract: "apart" });
  await append(ledger, name, [accepted, await complaint(name, "I-1", "Anna cannot sign in")], "test");
  const [, { entry } = { entry: "" }] = await logOf(name);
  expect(entry).not.toContain("Anna");
  const [text] = await textsOf(name, 1);
  expect(text).toMatchObject({ field: "note", person: "anna-1", text: "Anna cannot sign in" });
  const { personal } = JSON.parse(entry) as { personal: Record<string, string> };
  const { text: said, salt } = text as { text: string; salt: string };
  expect(opensCommitment(personal["note"]!, said, Buffer.from(salt, "base64"))).toBe(true);
});

test("erasing a person leaves every standing and log identical, and the text is gone", async () => {
  const name = await newContract(ledger, database, { ...order, contract: "erased" });
  await append(
    ledger,
    name,
    [accepted, await complaint(name, "I-1", "Anna cannot sign in"), await complaint(name, "I-2", "Bo cannot either", "bo-2")],
    "test",
  );
  const before = { log: await logOf(name), rows: await rowsOf(ledger, name) };
  await ledger.keys.forget(name.tenant, "anna-1", start);
  ledger.folds.forget(name.contract);
  await append(ledger, name, [{ ...accepted, id: "2", kind: "incident.acknowledged", subject: "I-2", by: "provider", fields: {} }], "test");
  expect((await logOf(name)).slice(0, 3)).toEqual(before.log);
  for (const [id, row] of before.rows) if (!id.includes("I-2")) expect((await rowsOf(ledger, name)).get(id)).toEqual(row);
  expect(await textsOf(name, 1)).toEqual([{ field: "note", person: "anna-1", forgotten: true, at: start }]);
  expect(await textsOf(name, 2)).toMatchObject([{ person: "bo-2", text: "Bo cannot either" }]);
  await expect(complaint(name, "I-3", "Anna again")).rejects.toThrow(PersonForgotten);
});

test("told twice with the same text it is one fact; with another text it contradicts itself", async () => {
  const name = await newContract(ledger, database, { ...order, contract: "twice" });
  await append(ledger, name, [accepted, await complaint(name, "I-1", "Anna cannot sign in")], "test");
  const again = await append(ledger, name, [await complaint(name, "I-1", "Anna cannot sign in")], "test");
  expect(again.entries).toEqual([{ position: 1, again: true }]);
  await expect(append(ledger, name, [await complaint(name, "I-1", "Anna signed in")], "test").then(() => "taken")).rejects.toThrow(
    Contradiction,
  );
});
