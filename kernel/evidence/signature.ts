import { ed25519 } from "@noble/curves/ed25519.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { Misread } from "../terms/problem.ts";
import type { Instant } from "../time/instant.ts";
import { readCheckpoint } from "./checkpoint.ts";
import type { Note, NoteSignature } from "./note.ts";
import { keyId, type VerifierKey } from "./verifier-key.ts";

/** A key that can sign; where its secret is kept is its own affair. */
export interface Signer {
  key: VerifierKey;
  /** Ed25519 (RFC 8032) over the message: 64 bytes. */
  sign: (message: Uint8Array) => Uint8Array;
}

/** A signature that holds, and of a witness when it was given, to the second. */
export interface Verified {
  key: VerifierKey;
  at?: Instant;
}

const STAMP_BYTES = 8;

/** A signer from a raw secret key of 32 bytes. */
export function signerOf(name: string, secretKey: Uint8Array, use: VerifierKey["use"] = "note"): Signer {
  const key = { name, use, publicKey: ed25519.getPublicKey(secretKey) };
  return { key, sign: (message) => ed25519.sign(message, secretKey) };
}

/** The note with one more signature, which takes the place of an earlier one by that key. */
export function signNote({ text, signatures }: Note, { key, sign }: Signer): Note {
  if (key.use !== "note") throw new Misread("key-use", { name: key.name });
  return added({ text, signatures }, key, sign(utf8ToBytes(text)));
}

/**
 * The checkpoint with a witness's cosignature (cosignature/v1 of C2SP tlog-cosignature): that as of this instant, cut to the
 * second, it is the largest consistent tree the witness has seen of that log. Throws Misread where the note is no checkpoint.
 */
export function cosign(note: Note, { key, sign }: Signer, at: Instant): Note {
  if (key.use !== "cosignature") throw new Misread("key-use", { name: key.name });
  readCheckpoint(note.text);
  const seconds = Math.floor(at / 1000);
  return added(note, key, concatBytes(stampOf(seconds), sign(cosigned(note.text, seconds))));
}

/**
 * The signatures by keys we know, all of which must hold; those by others are passed over, as the standard asks. Throws Misread
 * `signature-wrong` naming the key, or `signature-missing` where nobody we know has signed.
 */
export function verifyNote({ text, signatures }: Note, keys: readonly VerifierKey[]): Verified[] {
  const verified = signatures.flatMap((one) => {
    const key = keys.find((known) => known.name === one.name && keyId(known) === one.keyId);
    return key ? [verifiedBy(key, text, one)] : [];
  });
  if (verified.length > 0) return verified;
  const named = (names: readonly string[]) => [...new Set(names)].join(", ");
  throw new Misread("signature-missing", {
    known: named(keys.map((key) => `${key.name}+${keyId(key)}`)),
    signed: named(signatures.map((one) => `${one.name}+${one.keyId}`)),
  });
}

function verifiedBy(key: VerifierKey, text: string, { signature }: NoteSignature): Verified {
  const stamp = key.use === "cosignature" ? STAMP_BYTES : 0;
  const seconds = signature.subarray(0, stamp).reduce((sum, byte) => sum * 256 + byte, 0);
  const message = key.use === "cosignature" ? cosigned(text, seconds) : utf8ToBytes(text);
  const signed = signature.subarray(stamp);
  // By the letter of RFC 8032: of two programs that verify, both say the same.
  const holds = signed.length === 64 && Number.isSafeInteger(seconds) && ed25519.verify(signed, message, key.publicKey, { zip215: false });
  if (!holds) throw new Misread("signature-wrong", { name: key.name, id: keyId(key) });
  return { key, ...(key.use === "cosignature" && { at: seconds * 1000 }) };
}

function cosigned(text: string, seconds: number): Uint8Array {
  return utf8ToBytes(`cosignature/v1\ntime ${seconds}\n${text}`);
}

function stampOf(seconds: number): Uint8Array {
  if (!Number.isSafeInteger(seconds) || seconds < 0) throw new RangeError(`no POSIX time: ${seconds}`);
  const bytes = new Uint8Array(STAMP_BYTES);
  for (let [at, rest] = [STAMP_BYTES - 1, seconds]; at >= 0; at -= 1, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
  return bytes;
}

function added({ text, signatures }: Note, key: VerifierKey, signature: Uint8Array): Note {
  const [name, id] = [key.name, keyId(key)];
  return { text, signatures: [...signatures.filter((one) => one.name !== name || one.keyId !== id), { name, keyId: id, signature }] };
}
