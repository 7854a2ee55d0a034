import { describe, expect, test } from "vitest";
import { toBase64 } from "#kernel/evidence/base64.ts";
import { noteFromText } from "#kernel/evidence/note.ts";
import { verifyConsistency, verifyInclusion } from "#kernel/evidence/proofs.ts";
import { signerOf } from "#kernel/evidence/signature.ts";
import { readStatement } from "#kernel/evidence/statement.ts";
import { leafHashOfText } from "#kernel/evidence/tree.ts";
import { authorOf, keyNameOf } from "#ledger/evidence/author.ts";
import { consistencyOf, inclusionOf } from "#ledger/evidence/proofs.ts";
import { listCheckpoints } from "#ledger/evidence/checkpoint.ts";
import { append } from "#ledger/facts/append.ts";
import { cloneDatabase } from "../database.ts";
import { author, checkpointIn, checkpointOf, contractWithPast, outcomes, packOf, verified, within } from "./evidence.ts";
import { rowsOf, testLedger } from "./ledger.ts";

const database = await cloneDatabase();
const ledger = await testLedger(database, Date.parse("2020-01-01T00:00:00Z"));
const { name, tell, left } = await contractWithPast(ledger, database, 1, 700);

describe("a log that grows", () => {
  test("every checkpoint ever signed is kept, and each goes on from all before it", async () => {
    const kept = [];
    for (const step of [1, 1, 5, 120, 130, 60, 400]) {
      await tell(Math.min(step, left()));
      kept.push(await checkpointOf(ledger, name));
    }
    expect(kept.at(-1)!.size).toBeGreaterThan(600);
    const listed = await within(ledger, name, (transaction) => listCheckpoints(transaction, name, undefined, 100));
    expect(listed.map(({ size }) => size)).toEqual(kept.map(({ size }) => size).toReversed());
    for (const [n, old] of kept.entries())
      for (const { size, checkpoint } of kept.slice(n)) {
        const proof = await within(ledger, name, (transaction) => consistencyOf(transaction, name, old.size, size));
        expect(verifyConsistency({ old: old.size, size, oldRoot: old.checkpoint.root, root: checkpoint.root, proof })).toBe(true);
      }
  });

  test("asked twice at one size, the checkpoint is one", async () => {
    const [one, other] = [await checkpointOf(ledger, name), await checkpointOf(ledger, name)];
    expect([one.note, one.signed]).toEqual([other.note, other.signed]);
  });

  test("under another key the installation signs anew, and what the old one signed stays", async () => {
    const old = await checkpointOf(ledger, name);
    const other = signerOf("provider.example", new Uint8Array(32).fill(8));
    const signing = { name: "provider.example", publicKey: other.key.publicKey, sign: other.sign };
    const fresh = await checkpointOf(ledger, name, authorOf(signing, author.figures));
    expect([fresh.size, fresh.note.text, fresh.signer]).toEqual([old.size, old.note.text, keyNameOf(other.key)]);
    expect((await checkpointOf(ledger, name)).note).toEqual(old.note);
  });

  test("no installation signs under a name that no note can hold", () => {
    expect(() => authorOf({ name: "Example Software", publicKey: new Uint8Array(32), sign: (bytes) => bytes }, "")).toThrow(
      /"Example Software" cannot sign: write it without spaces/,
    );
  });

  test("every entry is proved to be in it, at any later size", async () => {
    const { size, checkpoint } = await checkpointOf(ledger, name);
    const { entries } = await packOf(ledger, name);
    const proofs = await within(ledger, name, (transaction) => inclusionOf(transaction, name, [...entries.keys()], size));
    for (const [index, text] of entries.entries())
      expect(verifyInclusion({ index, size, leaf: leafHashOfText(text), root: checkpoint.root, proof: proofs[index]! })).toBe(true);
  });
});

describe("the pack of a whole contract", () => {
  test("holds, its standing worked out again from terms and entries", async () => {
    const verdict = verified(await packOf(ledger, name), [await checkpointOf(ledger, name)]);
    expect(verdict).toMatchObject({ ok: true });
    expect(outcomes(verdict)).toMatchObject({ signature: "ok", entries: "ok", root: "ok", earlier: "ok", statement: "ok" });
  });

  test("holds of the standing at another instant too, which stays kept as it was signed", async () => {
    const pack = await packOf(ledger, name, undefined, ledger.now() - 200 * 86_400_000);
    expect(outcomes(verified(pack))).toMatchObject({ statement: "ok" });
    const rows = await within(ledger, name, (transaction) =>
      transaction.rows<{ note: string }>({ text: "select note from ledger.statement where note = $1", values: [pack.statement] }),
    );
    expect(rows).toHaveLength(1);
  });

  test("of a draft without facts holds", async () => {
    const draft = await contractWithPast(ledger, database, 2, 10);
    const pack = await packOf(ledger, draft.name);
    expect([checkpointIn(pack).size, verified(pack).ok]).toEqual([0, true]);
  });

  test("holds as it was known at an earlier instant, of the entries known by then", async () => {
    const [last] = (await packOf(ledger, name)).entries.slice(-1);
    const { fact } = JSON.parse(last!) as { fact: { recorded: string } };
    const before = Date.parse(fact.recorded) - 1;
    const pack = await packOf(ledger, name, undefined, before, before);
    const { size } = readStatement(noteFromText(pack.statement!).text);
    expect([size < pack.entries.length, outcomes(verified(pack))["statement"]]).toEqual([true, "ok"]);
  });

  test("does not hold for who believes another key, and proves nothing about who signed without one", async () => {
    const pack = await packOf(ledger, name);
    expect(verified(pack, [], { keys: [] })).toMatchObject({ ok: false, check: "signature", code: "signature-missing" });
    expect(outcomes(verified(pack, [], { keys: [], keysOfPack: true }))).toMatchObject({ signature: "partial", statement: "ok" });
  });
});

describe("the pack of one item", () => {
  test("has the entries behind it only, each with its proof; what is claimed follows from them, or is left open", async () => {
    const states = new Set<string>();
    const whole = await packOf(ledger, name);
    for (const id of [...(await rowsOf(ledger, name)).keys()].slice(0, 25)) {
      const pack = await packOf(ledger, name, id);
      const verdict = verified(pack);
      expect([id, verdict.ok, outcomes(verdict)["root"]]).toEqual([id, true, "ok"]);
      expect(pack.entries.length).toBeLessThan(whole.entries.length);
      expect(pack.item?.id).toBe(id);
      states.add(outcomes(verdict)["item"]!);
    }
    expect(states).toContain("partial");
  });

  test("does not hold once an entry in it is altered", async () => {
    const [id] = (await rowsOf(ledger, name)).keys();
    const pack = await packOf(ledger, name, id);
    const entries = pack.entries.map((text) => text.replace(/"id":"F/, '"id":"G'));
    expect(verified({ ...pack, entries })).toMatchObject({ ok: false, code: "entry-not-included" });
  });
});

test("a fact that was withdrawn, and its withdrawal, stay provable", async () => {
  const { entries } = await packOf(ledger, name);
  const before = await checkpointOf(ledger, name);
  const { fact } = JSON.parse(entries.at(-1)!) as { fact: { source: string; id: string } };
  await append(
    ledger,
    name,
    [
      {
        source: "desk",
        id: "W1",
        kind: "fact.withdrawn",
        subject: "contract",
        occurred: ledger.now(),
        by: "provider",
        fields: { target: `${fact.source}:${fact.id}`, reason: "told in error" },
      },
    ],
    "test",
  );
  const pack = await packOf(ledger, name);
  expect(outcomes(verified(pack, [before]))).toMatchObject({ root: "ok", earlier: "ok", statement: "ok" });
  const { size, checkpoint } = await checkpointOf(ledger, name);
  const [withdrawn] = await within(ledger, name, (transaction) => inclusionOf(transaction, name, [size - 2], size));
  const leaf = leafHashOfText(entries.at(-1)!);
  expect(verifyInclusion({ index: size - 2, size, leaf, root: checkpoint.root, proof: withdrawn! })).toBe(true);
  expect(toBase64(checkpointIn(pack).root)).toBe(toBase64(checkpoint.root));
});
