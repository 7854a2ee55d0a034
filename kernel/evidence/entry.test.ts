import { utf8ToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commitmentTo, opensCommitment } from "./commitment.ts";
import { type Entry, entryFromBytes, entryFromText, entryToBytes, entryToText } from "./entry.ts";

const salt = new Uint8Array(16).fill(1);
const entry: Entry = {
  contract: "acme",
  index: 17,
  fact: {
    source: "desk",
    id: "F1",
    kind: "ticket.opened",
    subject: "T-1",
    occurred: 0,
    recorded: 1_735_732_800_000,
    by: "customer",
    fields: { severity: "critical" },
  },
  version: 1,
  personal: { note: commitmentTo("Zoé called", salt) },
};
const TEXT = entryToText(entry);

describe("an entry of the log", () => {
  test("is canonical JSON", () => {
    expect(TEXT).toBe(
      '{"contract":"acme","fact":{"by":"customer","fields":{"severity":"critical"},"id":"F1","kind":"ticket.opened",' +
        '"occurred":"1970-01-01T00:00:00.000Z","recorded":"2025-01-01T12:00:00.000Z","source":"desk","subject":"T-1","version":1},' +
        `"index":17,"personal":{"note":"${entry.personal!["note"]}"},"v":1}`,
    );
  });

  test("comes back as it was, from its text and from its bytes", () => {
    const word = fc.string({ minLength: 1 });
    const instants = fc.integer({ min: 0, max: 4_102_444_800_000 });
    const facts = fc.record({
      source: word,
      id: word,
      kind: word,
      subject: word,
      occurred: instants,
      recorded: instants,
      by: word,
      fields: fc.dictionary(
        word,
        fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as string),
      ),
    });
    fc.assert(
      fc.property(fc.record({ contract: word, index: fc.nat(), fact: facts, version: fc.integer({ min: 1 }) }), (one) => {
        expect(JSON.stringify(entryFromText(entryToText(one)))).toBe(JSON.stringify(entryFromBytes(entryToBytes(one))));
        expect(entryToText(entryFromText(entryToText(one)))).toBe(entryToText(one));
        expect(entryFromText(entryToText(one)).fact).toMatchObject({ occurred: one.fact.occurred, recorded: one.fact.recorded });
      }),
    );
  });

  test.each([
    ["{", "entry-not-json", {}],
    [TEXT.replace('{"contract"', '{ "contract"'), "entry-not-canonical", { column: "2" }],
    [TEXT.replace('"index":17', '"index":17.0'), "entry-not-canonical", {}],
    [TEXT.replace("acme", "\\u0061cme"), "entry-not-canonical", { column: "14" }],
    [TEXT.replace('"v":1', '"v":2'), "entry-value", { path: "v", got: "2" }],
    [TEXT.replace('"v":1', '"v":1,"w":1'), "entry-key", { key: "w" }],
    [TEXT.replace('"version":1', '"version":1,"why":1'), "entry-key", { path: "fact", key: "why" }],
    [TEXT.replace('"index":17', '"index":-1'), "entry-value", { path: "index" }],
    [TEXT.replace('"id":"F1",', ""), "entry-value", { path: "fact.id", got: "nothing" }],
    [TEXT.replace("1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00Z"), "entry-value", { path: "fact.occurred" }],
    [TEXT.replace("1970-01-01T00:00:00.000Z", "1970-02-30T00:00:00.000Z"), "entry-value", { path: "fact.occurred" }],
    [TEXT.replace('"note":"', '"note":"A'), "entry-value", { path: "personal.note" }],
    [TEXT.replace('"severity"', '"note"'), "entry-key", { path: "fact.fields", key: "note" }],
    ["[]", "entry-value", { path: "entry" }],
  ])("%s: %s", (text, code, args) => {
    expect(() => entryFromText(text)).toThrow(expect.objectContaining({ code, args: expect.objectContaining(args) }));
  });

  test("bytes that are no UTF-8 are refused", () => {
    const bytes = utf8ToBytes(TEXT);
    for (const wrong of [bytes.with(14, 0xff), bytes.with(14, 0xc3), Uint8Array.of(0xed, 0xa0, 0x80)])
      expect(() => entryFromBytes(wrong)).toThrow("entry-not-utf8");
  });

  test("what could not be read back is not written", () => {
    expect(() => entryToText({ ...entry, index: -1 })).toThrow("entry-value");
    expect(() => entryToText({ ...entry, fact: { ...entry.fact, fields: { note: "Zoé called" } } })).toThrow("entry-key");
  });
});

describe("a commitment to text about a person", () => {
  test("is opened by that text and salt only", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.uint8Array({ minLength: 16, maxLength: 32 }), (text, other, grains) => {
        const commitment = commitmentTo(text, grains);
        expect(opensCommitment(commitment, text, grains)).toBe(true);
        expect(opensCommitment(commitment, other, grains)).toBe(other === text);
        expect(opensCommitment(commitment, text, grains.with(0, grains[0]! ^ 1))).toBe(false);
      }),
    );
  });

  test("asks for a salt that nobody guesses", () => {
    expect(() => commitmentTo("text", new Uint8Array(15))).toThrow(RangeError);
  });
});
