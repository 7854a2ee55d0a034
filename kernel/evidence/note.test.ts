import { ed25519 } from "@noble/curves/ed25519.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBase64 } from "./base64.ts";
import { type Note, noteFromText, noteToText } from "./note.ts";
import { cosign, signerOf, signNote, verifyNote } from "./signature.ts";
import { keyId, verifierKeyFromText, verifierKeyToText } from "./verifier-key.ts";

// Keys, note and malformed notes of golang.org/x/mod/sumdb/note, which the standard describes.
const PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
const PETERS_SECRET = fromBase64("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz").slice(1);
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const PETER_SIGNED = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const ENOCH_SIGNED = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

const code = (expected: string) => expect.objectContaining({ code: expected });
const [peter, enoch] = [verifierKeyFromText(PETER), verifierKeyFromText(ENOCH)];

describe("a verifier key", () => {
  test("is read and written as published", () => {
    expect(verifierKeyToText(peter)).toBe(PETER);
    expect(verifierKeyToText(enoch)).toBe(ENOCH);
    expect(signerOf("PeterNeumann", PETERS_SECRET).key).toEqual(peter);
  });

  test("is refused with any of its signs changed, or cut", () => {
    for (let at = 0; at < PETER.length; at += 1) {
      const next = String.fromCharCode(PETER.charCodeAt(at) + 1);
      expect(() => verifierKeyFromText(PETER.slice(0, at) + next + PETER.slice(at + 1))).toThrow();
      expect(() => verifierKeyFromText(PETER.slice(0, at))).toThrow();
    }
  });

  test.each([
    ["PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==", "base64"],
    ["PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "key-type"],
    ["Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "key-name"],
    ["Peter+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "key-form"],
    ["PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "key-id"],
  ])("%s: %s", (text, expected) => {
    expect(() => verifierKeyFromText(text)).toThrow(code(expected));
  });

  test("of one name and secret has another id for cosignatures", () => {
    expect(keyId({ ...peter, use: "cosignature" })).not.toBe(keyId(peter));
    const witness = { ...peter, use: "cosignature" } as const;
    expect(verifierKeyFromText(verifierKeyToText(witness))).toEqual(witness);
  });
});

describe("a note", () => {
  const note: Note = noteFromText(`${TEXT}\n${PETER_SIGNED}${ENOCH_SIGNED}`);

  test("is signed as published, byte for byte", () => {
    expect(noteToText(signNote({ text: TEXT, signatures: [] }, signerOf("PeterNeumann", PETERS_SECRET)))).toBe(`${TEXT}\n${PETER_SIGNED}`);
  });

  test("a new signature by a key takes the place of its old one", () => {
    const bad = { name: "PeterNeumann", keyId: "c74f20a3", signature: new Uint8Array(64) };
    const signed = signNote({ text: TEXT, signatures: [bad] }, signerOf("PeterNeumann", PETERS_SECRET));
    expect(noteToText(signed)).toBe(`${TEXT}\n${PETER_SIGNED}`);
  });

  test("comes back as it was written", () => {
    expect(noteToText(note)).toBe(`${TEXT}\n${PETER_SIGNED}${ENOCH_SIGNED}`);
    const twoParts = `One\n\nTwo\n\n${PETER_SIGNED}`;
    expect(noteFromText(twoParts).text).toBe("One\n\nTwo\n");
    expect(noteToText(noteFromText(twoParts))).toBe(twoParts);
  });

  test("holds by the keys we know; others are passed over", () => {
    expect(verifyNote(note, [peter]).map(({ key }) => key)).toEqual([peter]);
    expect(verifyNote(note, [enoch, peter]).map(({ key }) => key)).toEqual([peter, enoch]);
    expect(() => verifyNote(note, [])).toThrow(code("signature-missing"));
    expect(() => verifyNote(note, [{ ...peter, name: "Peter" }])).toThrow(code("signature-missing"));
  });

  test("one wrong signature of a key we know is enough to refuse it", () => {
    const wrong = ENOCH_SIGNED.replace("RvMc", "RvMd");
    const spoiled = noteFromText(`${TEXT}\n${PETER_SIGNED}${wrong}`);
    expect(verifyNote(spoiled, [peter])).toHaveLength(1);
    expect(() => verifyNote(spoiled, [peter, enoch])).toThrow(expect.objectContaining({ args: { name: "EnochRoot", id: "af0cfe78" } }));
  });

  test.each([
    ["not signed", TEXT, "note-unsigned"],
    ["without a signature line", `${TEXT}\n`, "note-unsigned"],
    ["cut in its last line", `${TEXT}\n${PETER_SIGNED.slice(0, -1)}`, "note-text"],
    ["with a control character", `\x01${TEXT}\n${PETER_SIGNED}`, "note-text"],
    ["with half a character", `\ud800${TEXT}\n${PETER_SIGNED}`, "note-text"],
    ["with a space in a name", `${TEXT}\n${PETER_SIGNED.replace("rN", "r N")}`, "note-line"],
    ["with a plus in a name", `${TEXT}\n${PETER_SIGNED.replace("rN", "r+N")}`, "note-line"],
    ["with another line below", `${TEXT}\n${PETER_SIGNED}Unexpected line.\n`, "note-line"],
    ["with a hyphen for a dash", `${TEXT}\n${PETER_SIGNED.replace("—", "-")}`, "note-line"],
    ["with more in its base 64", `${TEXT}\n${PETER_SIGNED.replace("AM=", "AM=A")}`, "base64"],
    ["signed a hundred and one times", `${TEXT}\n${PETER_SIGNED.repeat(101)}`, "note-unsigned"],
    ["without text", `\n${PETER_SIGNED}`, "note-unsigned"],
  ])("%s is refused", (_, text, expected) => {
    expect(() => noteFromText(text)).toThrow(code(expected));
  });

  test("a line that cannot be read is named by its number", () => {
    expect(() => noteFromText(`${TEXT}\n${PETER_SIGNED}no\n`)).toThrow(expect.objectContaining({ args: { line: "5", got: "no" } }));
  });
});

describe("a cosignature", () => {
  const CHECKPOINT = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
  const secret = new Uint8Array(32).fill(7);
  const witness = signerOf("witness.example.com/w1", secret, "cosignature");
  const log = signerOf("example.com/behind-the-sofa", new Uint8Array(32).fill(8));
  const at = 1_679_315_147_000;
  const signed = cosign(signNote({ text: CHECKPOINT, signatures: [] }, log), witness, at + 999);

  test("signs the header, the second and the whole checkpoint", () => {
    const { signature } = signed.signatures[1]!;
    expect(signature.slice(0, 8)).toEqual(Uint8Array.of(0, 0, 0, 0, 0x64, 0x18, 0x50, 0xcb)); // as in the standard's example
    const message = utf8ToBytes(`cosignature/v1\ntime 1679315147\n${CHECKPOINT}`);
    expect(ed25519.verify(signature.slice(8), message, witness.key.publicKey)).toBe(true);
  });

  test("says when it was given", () => {
    expect(verifyNote(noteFromText(noteToText(signed)), [log.key, witness.key])).toEqual([{ key: log.key }, { key: witness.key, at }]);
  });

  test("with any bit changed does not hold", () => {
    fc.assert(
      fc.property(fc.nat({ max: 72 * 8 - 1 }), (bit) => {
        const [first, { signature, ...line }] = signed.signatures as [Note["signatures"][0], Note["signatures"][0]];
        const spoiled = signature.with(bit >> 3, signature[bit >> 3]! ^ (1 << (bit & 7)));
        const note = { text: CHECKPOINT, signatures: [first, { ...line, signature: spoiled }] };
        expect(() => verifyNote(note, [witness.key])).toThrow(code("signature-wrong"));
      }),
    );
  });

  test("is for checkpoints only, and its key for nothing else", () => {
    expect(() => cosign({ text: TEXT, signatures: [] }, witness, at)).toThrow(code("checkpoint"));
    expect(() => signNote({ text: TEXT, signatures: [] }, witness)).toThrow(code("key-use"));
    expect(() => cosign({ text: CHECKPOINT, signatures: [] }, log, at)).toThrow(code("key-use"));
  });
});
