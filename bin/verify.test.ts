import { afterAll, describe, expect, test } from "vitest";
import { run } from "#kernel/engine/run.ts";
import { digestOf } from "#kernel/evidence/canonical.ts";
import { checkpointText } from "#kernel/evidence/checkpoint.ts";
import { entryToText } from "#kernel/evidence/entry.ts";
import { noteToText } from "#kernel/evidence/note.ts";
import { type Pack, packLog, packPart, termsDigest } from "#kernel/evidence/pack.ts";
import { inclusionProof } from "#kernel/evidence/proofs.ts";
import { cosign, type Signer, signerOf, signNote } from "#kernel/evidence/signature.ts";
import { standingDigest, statementText } from "#kernel/evidence/statement.ts";
import { leafHashOfText, nodeHash, rootOfLeaves } from "#kernel/evidence/tree.ts";
import { verifierKeyToText } from "#kernel/evidence/verifier-key.ts";
import { loadReferences, rawReferences } from "#references/load.ts";
import { smallContract } from "#testing/small.ts";
import { told } from "#testing/library.ts";
import { openTrial } from "./trial.ts";

const trial = openTrial();
const { tenu, write } = trial;
afterAll(trial.remove);

const log = signerOf("provider.example", new Uint8Array(32).fill(1));
const other = signerOf("other.example", new Uint8Array(32).fill(2));
const witness = signerOf("witness.example", new Uint8Array(32).fill(3), "cosignature");
const at = Date.parse("2025-03-04T12:00:00Z");

const contract = smallContract(["duty\nid: answer\nparty: provider\nto: customer\nwhen: incident.received\nwithin: 4 hours"]);
const facts = [
  told("2025-03-01T09:00Z", "contract.accepted", "customer"),
  told("2025-03-03T09:00Z", "incident.received", "customer", { subject: "I-1" }),
  told("2025-03-03T10:00Z", "incident.received", "customer", { subject: "I-2" }),
];
const entries = facts.map((fact, index) => entryToText({ contract: "c-1", index, fact, version: 1 }));
const leaves = entries.map(leafHashOfText);
const note = (size: number, signer: Signer = log) =>
  signNote(
    { text: checkpointText({ origin: "provider.example/c-1", size, root: rootOfLeaves(leaves.slice(0, size)) }), signatures: [] },
    signer,
  );

const references = { edition: loadReferences().edition, digest: digestOf(rawReferences()) };
const documents = [...contract.library.documents.values()].map(({ id, version, source }) => ({ id, version, text: source.text }));
const terms = { contract: "c-1", particulars: contract.particulars, documents, references };
const bare = packLog(terms, entries, noteToText(cosign(note(3), witness, at)));
const standing = run(contract, facts, loadReferences(), { at });
const said = {
  contract: "c-1",
  size: 3,
  at,
  knownAt: at,
  engine: standing.edition.engine,
  terms: termsDigest(bare),
  standing: standingDigest(standing),
};
const statement = noteToText(signNote({ text: statementText(said), signatures: [] }, log));
const pack: Pack = { ...bare, statement, keys: [log, witness].map(({ key }) => verifierKeyToText(key)) };

const file = (name: string, content: unknown) => write(name, typeof content === "string" ? content : JSON.stringify(content));
file("pack.json", pack);
file("log.vkey", `# the installation\n${verifierKeyToText(log.key)}\n`);
file("old.note", noteToText(note(2)));

/** The command's answer in JSON: whether all holds, and each outcome. */
async function asked(...words: string[]) {
  const { exit, out } = await tenu(["verify", ...words, "--json"]);
  const { holds, checks, fault } = JSON.parse(out) as {
    holds: boolean;
    checks: { check: string; state: string; code: string }[];
    fault?: object;
  };
  return { exit, holds, fault, states: Object.fromEntries(checks.map(({ check, state }) => [check, state])) };
}

describe("a pack that holds", () => {
  test("is said to hold, check by check, with the key that was believed", async () => {
    const { exit, out } = await tenu(["verify", "pack.json", "--key", "log.vkey", "--checkpoint", "old.note"]);
    expect(exit).toBe(0);
    expect(out).toMatch(/✓ +signature of the log +holds +Log provider\.example\/c-1 of 3 entries, signed by\s+provider\.example\./);
    expect(out).toMatch(/✓ +standing stated +holds/);
    expect(out).toContain("Keys believed: provider.example+");
    const words = await asked("pack.json", "--key", "log.vkey", "--checkpoint", "old.note");
    expect(words).toMatchObject({ holds: true, states: { signature: "ok", root: "ok", earlier: "ok", statement: "ok", item: "skipped" } });
  });

  test("without a key proves nothing about who signed, and says so in either language", async () => {
    const [english, french] = await Promise.all([tenu(["verify", "pack.json"]), tenu(["verify", "pack.json"], { lang: "fr" })]);
    expect([english.exit, french.exit]).toEqual([0, 0]);
    expect(english.out).toMatch(/◐ +signature of the log +in part/);
    expect(english.out.replaceAll(/\s+/g, " ")).toContain("nothing here proves who signed");
    expect(french.out.replaceAll(/\s+/g, " ")).toContain("rien ici ne prouve qui a signé");
  });

  test("shows what was skipped", async () => {
    const { out } = await tenu(["verify", "pack.json", "--key", verifierKeyToText(log.key)]);
    expect(out).toMatch(/– +witnesses +skipped +No witness is known here/);
    expect(out).toMatch(/– +earlier checkpoints +skipped +No earlier checkpoint is given/);
    expect(out).toContain("holds, as far as it was looked at");
  });

  test("has the witnesses that are believed", async () => {
    expect(await asked("pack.json", "--key", "log.vkey", "--key", verifierKeyToText(witness.key))).toMatchObject({
      exit: 0,
      states: { cosignatures: "ok" },
    });
    const absent = signerOf("absent.example", new Uint8Array(32).fill(4), "cosignature");
    expect(await asked("pack.json", "--key", "log.vkey", "--key", verifierKeyToText(absent.key))).toMatchObject({
      exit: 1,
      fault: { check: "cosignatures", code: "cosignatures-few" },
    });
  });

  test("of a part says that it is one", async () => {
    const hashAt = (level: number, index: number): Uint8Array =>
      level === 0 ? leaves[index]! : nodeHash(hashAt(level - 1, index * 2), hashAt(level - 1, index * 2 + 1));
    const part = packPart(terms, [{ text: entries[1]!, proof: inclusionProof(hashAt, 1, 3) }], pack.checkpoint);
    file("part.json", { ...part, statement });
    expect(await asked("part.json", "--key", "log.vkey", "--checkpoint", "old.note")).toMatchObject({
      exit: 0,
      states: { root: "ok", earlier: "skipped", statement: "skipped" },
    });
  });
});

describe("a pack that does not hold", () => {
  test("names the first thing that does not, with its place", async () => {
    const altered = entries.map((text, n) => (n === 1 ? text.replaceAll("I-1", "I-9") : text));
    file("altered.json", { ...pack, entries: altered });
    const { exit, out } = await tenu(["verify", "altered.json", "--key", "log.vkey"]);
    expect(exit).toBe(1);
    expect(out).toMatch(/✗ +root of the log +does not hold +Entry 1: The entry is not the one signed/);
    expect(out).not.toMatch(/standing stated/);
  });

  test.each([
    ["an entry dropped", { ...pack, entries: entries.slice(0, 2) }, "indexes"],
    ["another key", { ...pack, checkpoint: noteToText(note(3, other)) }, "signature"],
    [
      "another standing stated",
      { ...pack, statement: noteToText(signNote({ text: statementText({ ...said, standing: "0".repeat(64) }), signatures: [] }, log)) },
      "statement",
    ],
    ["other terms", { ...pack, particulars: { ...pack.particulars, contract: "another" } }, "statement"],
  ])("for %s", async (name, content, check) => {
    file(`${name}.json`, content);
    expect(await asked(`${name}.json`, "--key", "log.vkey")).toMatchObject({ exit: 1, holds: false, fault: { check } });
  });

  test("because the log no longer goes on from a checkpoint that was kept", async () => {
    const text = checkpointText({ origin: "provider.example/c-1", size: 2, root: rootOfLeaves(leaves.slice(1)) });
    file("fork.note", noteToText(signNote({ text, signatures: [] }, log)));
    expect(await asked("pack.json", "--key", "log.vkey", "--checkpoint", "fork.note")).toMatchObject({
      exit: 1,
      fault: { check: "earlier", code: "earlier-root", place: { name: "2" } },
    });
  });
});

describe("what cannot be used", () => {
  test.each([
    ["a file that is not there", ["none.json"], /none\.json does not exist/],
    ["a file cut short", ["cut.json"], /cut\.json:1:\d+[^]*not whole JSON/],
    ["a key that is none", ["pack.json", "--key", "a+b+c"], /is no verifier key/],
    ["a key file with a slip", ["pack.json", "--key", "slip.vkey"], /slip\.vkey:2: .*has the id/],
    ["no file at all", [], /Write: tenu verify FILE/],
  ])("%s", async (_, words, expected) => {
    file("cut.json", JSON.stringify(pack).slice(0, 500));
    file("slip.vkey", `\n${verifierKeyToText(log.key).replace(/\+[0-9a-f]{8}\+/, "+00000000+")}\n`);
    const { exit, err } = await tenu(["verify", ...words]);
    expect([exit, expected.test(err)]).toEqual([2, true]);
  });

  test("JSON that is no pack", async () => {
    file("other.json", { format: "something else" });
    const { exit, out } = await tenu(["verify", "other.json"]);
    expect([exit, out.includes("The file's form is not as expected at format")]).toEqual([2, true]);
  });
});
