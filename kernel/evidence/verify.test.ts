import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lifeOf } from "#testing/lives/life.ts";
import { instant, library, told } from "#testing/library.ts";
import { smallTerms } from "#testing/small.ts";
import { loadReferences, rawReferences } from "#references/load.ts";
import type { Fact } from "../engine/fact.ts";
import { run } from "../engine/run.ts";
import { ENGINE_EDITION, type Standing } from "../engine/standing.ts";
import { compose } from "../terms/compose.ts";
import type { Contract } from "../terms/contract.ts";
import { readLibrary } from "../terms/library.ts";
import { formatInstant, type Instant } from "../time/instant.ts";
import { digestOf, digestOfText } from "./canonical.ts";
import { checkpointText } from "./checkpoint.ts";
import { type Entry, entryToBytes, entryToText } from "./entry.ts";
import { noteToText } from "./note.ts";
import { type Pack, packLog, packPart, termsDigest } from "./pack.ts";
import { inclusionProof } from "./proofs.ts";
import { cosign, type Signer, signerOf, signNote } from "./signature.ts";
import { standingDigest, statementText } from "./statement.ts";
import { append, emptyFrontier, leafHash, leafHashOfText, rootOf, rootOfLeaves } from "./tree.ts";
import type { Verdict } from "./verdict.ts";
import { verifierKeyToText } from "./verifier-key.ts";
import { type Trust, verifyPack } from "./verify.ts";

const references = { data: loadReferences(), digest: digestOf(rawReferences()) };
const { factKinds, kinds } = library;
const log = signerOf("provider.example/log", new Uint8Array(32).fill(1));
const witness = signerOf("witness.example/w1", new Uint8Array(32).fill(2), "cosignature");
const trust: Trust = { keys: [log.key, witness.key], library: { factKinds, kinds }, references };
/** Each signature costs more than all else: where none is in question, one is enough. */
const plain: Trust = { ...trust, keys: [log.key] };
const stranger = signerOf("provider.example/log", new Uint8Array(32).fill(3));

interface Made {
  pack: Pack;
  entries: readonly string[];
  standing: Standing;
  /** Of some entries only. */
  part: (indexes: readonly number[]) => Pack;
  /** The pack with its entries changed, as somebody without the keys can. */
  forged: (entries: readonly string[]) => Pack;
}

/** A contract's evidence as its author gives it. */
function evidence(contract: Contract, facts: readonly Fact[], at: Instant, signer: Signer = log): Made {
  const entries = facts.map((fact, index) => entryToText({ contract: "acme", index, fact, version: 1 }));
  const nodes = new Map<string, Uint8Array>();
  let frontier = emptyFrontier;
  for (const [index, fact] of facts.entries()) {
    const leaf = leafHash(entryToBytes({ contract: "acme", index, fact, version: 1 }));
    nodes.set(`0/${index}`, leaf);
    frontier = append(frontier, leaf, ({ level, index: place, hash }) => nodes.set(`${level}/${place}`, hash));
  }
  const size = facts.length;
  const text = checkpointText({ origin: "provider.example/log/acme", size, root: rootOf(frontier) });
  const checkpoint = noteToText(cosign(signNote({ text, signatures: [] }, signer), witness, at));
  const documents = [...contract.library.documents.values()].map(({ id, version, source }) => ({ id, version, text: source.text }));
  const edition = { edition: references.data.edition, digest: references.digest };
  const terms = { contract: "acme", particulars: contract.particulars, documents, references: edition };
  const bare = packLog(terms, entries, checkpoint);
  const standing = run(contract, facts, references.data, { at });
  const said = statementText({
    contract: "acme",
    size,
    at,
    knownAt: at,
    engine: ENGINE_EDITION,
    terms: termsDigest(bare),
    standing: standingDigest(standing),
  });
  const [first] = standing.items;
  const [when, statement] = [formatInstant(at), noteToText(signNote({ text: said, signatures: [] }, signer))];
  const item = first && {
    id: first.id,
    at: when,
    knownAt: when,
    engine: ENGINE_EDITION,
    says: JSON.parse(JSON.stringify(first)) as string,
  };
  const pack = { ...bare, statement, ...(item && { item }) };
  const proven = (index: number) => ({
    text: entries[index]!,
    proof: inclusionProof((level, place) => nodes.get(`${level}/${place}`)!, index, size),
  });
  return {
    pack,
    entries,
    standing,
    part: (indexes) => ({ ...packPart(terms, indexes.map(proven), checkpoint), statement, ...(item && { item }) }),
    forged: (others) => ({ ...pack, entries: others }),
  };
}

const TERMS = smallTerms("small", [
  "duty\nid: answer\nparty: provider\nwhen: support.requested\nwithin: 5 days\nkept-by: support.answered",
]);
const small = compose(readLibrary([{ file: "small.md", text: TERMS }], factKinds, kinds), {
  contract: "small",
  documents: ["small"],
  parties: {},
  figures: {},
  readings: {},
  order: {},
});
const ask = (n: number) => told(`2025-01-${String(n).padStart(2, "0")}T09:00Z`, "support.requested", "customer", { subject: `T-${n}` });
const asked = Array.from({ length: 21 }, (_, n) => ask(n + 2));
const made = evidence(small, [told("2025-01-01T08:00Z", "contract.accepted", "customer"), ...asked], instant("2025-02-01T00:00Z"));
const { pack, entries } = made;

const states = (verdict: Verdict) =>
  Object.fromEntries(verdict.checks.map(({ check, state, code }) => [check, state === "ok" ? "ok" : code]));
const placeOf = (verdict: Verdict) => (verdict.ok ? "it holds" : `${verdict.place.part} ${verdict.place.name ?? ""}`.trim());
const checkOf = (verdict: Verdict) => (verdict.ok ? "it holds" : `${verdict.check}: ${verdict.code}`);

const allOk = {
  ...Object.fromEntries(
    ["format", "documents", "signature", "cosignatures", "entries", "indexes", "root", "statement", "item"].map((check) => [check, "ok"]),
  ),
  earlier: "no-earlier",
};

/** A text with one bit of its bytes changed; what is then no UTF-8 reads as U+FFFD. */
function flipped(text: string, at: number): string {
  const bytes = Buffer.from(text);
  const bit = at % (bytes.length * 8);
  bytes[bit >> 3]! ^= 1 << (bit & 7);
  return bytes.toString();
}

const index = fc.nat({ max: entries.length - 1 });
const bit = fc.nat({ max: 1_000_000 });

describe("a pack", () => {
  test("holds as it was given, also after a journey through a file", () => {
    expect(states(verifyPack(pack, trust))).toEqual(allOk);
    expect(verifyPack(JSON.parse(JSON.stringify(pack)), trust).ok).toBe(true);
  });

  test.each([1, 2, 3, 4])("of a whole life holds (seed %i)", (seed) => {
    const life = lifeOf(seed);
    const { pack: whole } = evidence(life.contract, life.facts, life.until);
    expect(states(verifyPack(JSON.parse(JSON.stringify(whole)), trust))).toEqual(allOk);
  });

  test("of an empty log holds", () => {
    expect(states(verifyPack(evidence(small, [], 0).pack, trust))).toEqual({ ...allOk, item: "no-item" });
  });
});

describe("one bit changed", () => {
  test("of an entry is found, and the entry named", () => {
    fc.assert(
      fc.property(index, bit, (n, at) => {
        expect(placeOf(verifyPack(made.forged(entries.with(n, flipped(entries[n]!, at))), plain))).toBe(`entry ${n}`);
      }),
    );
  });

  test("of the checkpoint is found, in its text as in its signatures", () => {
    const { checkpoint } = pack;
    fc.assert(
      fc.property(bit, (at) => {
        expect(placeOf(verifyPack({ ...pack, checkpoint: flipped(checkpoint, at) }, trust))).toBe("checkpoint");
      }),
    );
  });

  test("of a document is found, and the document named", () => {
    fc.assert(
      fc.property(bit, (at) => {
        const documents = pack.documents.map((document) => ({ ...document, text: flipped(document.text, at) }));
        expect(placeOf(verifyPack({ ...pack, documents }, plain))).toBe("document small");
      }),
    );
  });

  test("of the leaf hashes or of the statement is found", () => {
    fc.assert(
      fc.property(bit, (at) => {
        expect(placeOf(verifyPack({ ...pack, leaves: flipped(pack.leaves!, at) }, plain))).toMatch(/^leaves/);
        expect(placeOf(verifyPack({ ...pack, statement: flipped(pack.statement!, at) }, plain))).toBe("statement");
      }),
    );
  });

  test("of a proof or of an entry is found in a part, and the entry named", () => {
    const part = made.part([3, 8, 17]);
    fc.assert(
      fc.property(fc.nat({ max: 2 }), fc.nat({ max: 3 }), bit, (n, hash, at) => {
        const proofs = part.proofs!.map((proof, one) => (one === n ? proof.with(hash, flipped(proof[hash]!, at)) : proof));
        expect(placeOf(verifyPack({ ...part, proofs }, plain))).toBe(`entry ${[3, 8, 17][n]}`);
        expect(verifyPack({ ...part, entries: part.entries.with(n, flipped(part.entries[n]!, at)) }, plain).ok).toBe(false);
      }),
    );
  });
});

describe("entries moved about", () => {
  const forge = (n: number, change: Partial<Entry> = {}): string =>
    entryToText({ contract: "acme", index: n, fact: { ...ask(28), id: "forged" }, version: 1, ...change });

  test("one dropped is missed where it was", () => {
    for (let n = 0; n < entries.length; n += 1) expect(placeOf(verifyPack(made.forged(entries.toSpliced(n, 1)), plain))).toBe(`entry ${n}`);
  });

  test("two exchanged are found at the first", () => {
    fc.assert(
      fc.property(fc.uniqueArray(index, { minLength: 2, maxLength: 2 }), ([a, b]) => {
        const moved = entries.with(a!, entries[b!]!).with(b!, entries[a!]!);
        expect(placeOf(verifyPack(made.forged(moved), plain))).toBe(`entry ${Math.min(a!, b!)}`);
      }),
    );
  });

  test("one told twice is found where it comes again", () => {
    fc.assert(
      fc.property(index, (n) => {
        expect(placeOf(verifyPack(made.forged(entries.toSpliced(n + 1, 0, entries[n]!)), plain))).toBe(`entry ${n + 1}`);
      }),
    );
  });

  test("one inserted is found, also where all that follow are numbered anew", () => {
    fc.assert(
      fc.property(fc.nat({ max: entries.length }), (n) => {
        expect(placeOf(verifyPack(made.forged(entries.toSpliced(n, 0, forge(n))), plain))).toBe(`entry ${n}`);
        const anew = entries.slice(n).map((text, at) => text.replace(/"index":\d+/, `"index":${n + at + 1}`));
        expect(placeOf(verifyPack(made.forged([...entries.slice(0, n), forge(n), ...anew]), plain))).toBe(`entry ${n}`);
      }),
    );
  });

  test("one put in the place of another is found, whatever the leaf hashes say", () => {
    const others = entries.with(9, forge(9));
    expect(placeOf(verifyPack(made.forged(others), plain))).toBe("entry 9");
    expect(checkOf(verifyPack({ ...pack, entries: others, leaves: packLog(pack, others, "").leaves }, plain))).toBe("root: root");
  });

  test("one of another contract is refused", () => {
    expect(checkOf(verifyPack(made.forged(entries.with(2, forge(2, { contract: "other" }))), plain))).toBe("entries: entry-contract");
  });
});

describe("who signed", () => {
  test("a log rewritten and signed by a stranger, even in the author's name, is refused", () => {
    const { pack: theirs } = evidence(small, asked.slice(1), instant("2025-02-01T00:00Z"), stranger);
    expect(checkOf(verifyPack(theirs, trust))).toBe("signature: signature-missing");
  });

  test("a quorum of witnesses is asked for: all we know, unless fewer are enough", () => {
    const second = signerOf("witness.example/w2", new Uint8Array(32).fill(4), "cosignature");
    const keys = [...trust.keys, second.key];
    expect(verifyPack(pack, { ...trust, keys })).toMatchObject({
      check: "cosignatures",
      code: "cosignatures-few",
      expected: "2",
      got: "1",
    });
    expect(verifyPack(pack, { ...trust, keys, quorum: 1 }).ok).toBe(true);
    expect(states(verifyPack(pack, { ...trust, keys: [log.key] }))["cosignatures"]).toBe("no-witness-known");
  });

  test("a statement by anybody else is refused", () => {
    const { pack: theirs } = evidence(small, asked, instant("2025-02-01T00:00Z"), stranger);
    expect(checkOf(verifyPack({ ...pack, statement: theirs.statement }, trust))).toBe("statement: signature-missing");
  });
});

describe("what is said to stand", () => {
  test("terms exchanged together with their digests are found by the statement", () => {
    const text = TERMS.replace("5 days", "9 days");
    const documents = [{ id: "small", version: "1", text, digest: digestOfText(text) }];
    expect(checkOf(verifyPack({ ...pack, documents }, trust))).toBe("statement: terms-digest");
    const particulars = { ...pack.particulars, figures: { "answer.within": "9 days" } };
    expect(checkOf(verifyPack({ ...pack, particulars }, trust))).toBe("statement: terms-digest");
  });

  test("another standing than follows from terms and entries is refused, though its author signed it", () => {
    const other = made.standing.items.slice(1);
    const wrong = statementText({
      contract: "acme",
      size: entries.length,
      at: made.standing.at,
      knownAt: made.standing.knownAt,
      engine: ENGINE_EDITION,
      terms: termsDigest(pack),
      standing: standingDigest({ ...made.standing, items: other }),
    });
    const statement = noteToText(signNote({ text: wrong, signatures: [] }, log));
    expect(checkOf(verifyPack({ ...pack, statement }, trust))).toBe("statement: standing");
  });

  test("an item that does not follow is refused, and the key that differs named", () => {
    const claim = pack.item!;
    const says = { ...(claim.says as object), state: "kept" };
    const verdict = verifyPack({ ...pack, item: { ...claim, says } }, trust);
    expect(verdict).toMatchObject({ place: { part: "item", name: claim.id }, code: "item-differs", args: { key: "state" }, got: '"kept"' });
    expect(checkOf(verifyPack({ ...pack, item: { ...claim, id: "answer/T-99/1" } }, trust))).toBe("item: item-absent");
  });

  test("is not recomputed by another edition, and then never said to hold", () => {
    const { edition } = pack.references;
    const later = { ...trust, references: { ...references, digest: digestOf("other") } };
    const verdict = verifyPack(pack, later);
    expect(states(verdict)).toEqual({ ...allOk, statement: "references-differ", item: "references-differ" });
    expect(verdict.checks.find(({ check }) => check === "statement")).toMatchObject({
      state: "skipped",
      args: { here: `${edition} ${digestOf("other")}`, there: `${edition} ${references.digest}` },
    });
    expect(states(verifyPack({ ...pack, item: { ...pack.item!, engine: "0" } }, trust))["item"]).toBe("engine-differs");
  });

  test("from a part of the log is partial at best", () => {
    const { id } = pack.item!;
    const at = entries.findIndex((text) => text.includes(`"${id.split("/")[1]!}"`));
    const verdict = verifyPack(made.part([0, at]), trust);
    expect(states(verdict)).toEqual({ ...allOk, statement: "part-only", item: "item-from-part" });
    expect(verdict.checks.at(-1)).toMatchObject({ state: "partial", args: { count: "2", size: "22" } });
    expect(states(verifyPack(made.part([0]), trust))["item"]).toBe("part-only");
  });
});

describe("the form of a pack", () => {
  test.each<[string, unknown, string]>([
    ["nothing", null, "pack-form"],
    ["another format", { ...pack, format: "tenu-evidence/2" }, "pack-form"],
    ["a key too many", { ...pack, more: 1 }, "pack-form"],
    ["neither the whole nor a part", { ...pack, leaves: undefined }, "pack-extent"],
    ["the whole and a part", { ...pack, proofs: [] }, "pack-extent"],
    ["fewer proofs than entries", { ...made.part([1, 2]), proofs: [] }, "pack-form"],
  ])("%s is refused", (_, raw, code) => {
    expect(checkOf(verifyPack(raw, trust))).toBe(`format: ${code}`);
  });
});

describe("a checkpoint kept from before", () => {
  const note = (size: number, leaves: readonly string[] = entries, signer: Signer = log, origin = "provider.example/log/acme") => {
    const root = rootOfLeaves(leaves.slice(0, size).map(leafHashOfText));
    return noteToText(signNote({ text: checkpointText({ origin, size, root }), signatures: [] }, signer));
  };
  const after = (earlier: readonly string[], of: Pack = pack) => verifyPack(of, { ...plain, earlier });

  test("of any size is one that the log goes on from", () => {
    const verdict = after(Array.from({ length: entries.length + 1 }, (_, size) => note(size)));
    expect(states(verdict)).toMatchObject({ earlier: "ok", statement: "ok" });
  });

  test("of a part is compared at its own size, and left open at others", () => {
    expect(states(after([note(entries.length)], made.part([0, 3])))).toMatchObject({ earlier: "ok" });
    expect(states(after([note(4)], made.part([0, 3])))).toMatchObject({ earlier: "earlier-part" });
    expect(checkOf(after([note(entries.length, entries.toReversed())], made.part([0])))).toBe("earlier: earlier-root");
  });

  test.each([
    ["tells that entries were changed", note(5, ["x", ...entries]), "earlier: earlier-root", "earlier 5"],
    [
      "tells that entries are gone",
      note(entries.length + 1, [...entries, "x"]),
      "earlier: earlier-larger",
      `earlier ${entries.length + 1}`,
    ],
    ["of another log says nothing of this one", note(5, entries, log, "other"), "earlier: earlier-origin", "earlier 5"],
    ["counts only with a signature that we know", note(5, entries, stranger), "earlier: signature-missing", "earlier"],
    ["that cannot be read is said", "nothing", "earlier: note-text", "earlier"],
  ])("%s", (_, earlier, check, place) => {
    const verdict = after([earlier]);
    expect([checkOf(verdict), placeOf(verdict)]).toEqual([check, place]);
  });
});

describe("the keys that a pack brings", () => {
  const keys = [log, witness].map(({ key }) => verifierKeyToText(key));
  const unknowing: Trust = { ...trust, keys: [], keysOfPack: true };

  test("verify it in part: nothing says whose they are", () => {
    expect(verifyPack({ ...pack, keys }, unknowing).checks.find(({ check }) => check === "signature")).toMatchObject({
      state: "partial",
      code: "signed-unpinned",
    });
    expect(states(verifyPack({ ...pack, keys }, { ...unknowing, keys: [witness.key] }))).toMatchObject({ cosignatures: "ok" });
  });

  test("count for nothing once a key is believed, or where none was to be taken from it", () => {
    const forged = evidence(small, [], 0, stranger).pack;
    const brought = { ...forged, keys: [verifierKeyToText(stranger.key)] };
    expect(checkOf(verifyPack(brought, { ...unknowing, keys: [log.key] }))).toBe("signature: signature-missing");
    expect(checkOf(verifyPack(brought, { ...trust, keys: [] }))).toBe("signature: signature-missing");
    expect(checkOf(verifyPack({ ...pack, keys: ["no key"] }, unknowing))).toBe("signature: key-form");
  });
});
