import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { Misread } from "../terms/problem.ts";
import { fromBase64, toBase64 } from "./base64.ts";

/** What a key signs: notes as its own statements, or other people's checkpoints as a witness who says when. */
export type KeyUse = "note" | "cosignature";

/** Whose signature to expect on a note. */
export interface VerifierKey {
  name: string;
  use: KeyUse;
  /** An Ed25519 public key, 32 bytes. */
  publicKey: Uint8Array;
}

/** The signature types of C2SP signed-note: Ed25519, and cosignature/v1 of tlog-cosignature. */
const TYPES: Readonly<Record<KeyUse, number>> = { note: 0x01, cosignature: 0x04 };

/** The key ID of C2SP signed-note, eight hex digits: the start of SHA-256 over name, newline, type and key. */
export function keyId({ name, use, publicKey }: VerifierKey): string {
  return bytesToHex(sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(TYPES[use]), publicKey)).slice(0, 4));
}

/** The key as one line that can be published: `name+id+key`. */
export function verifierKeyToText(key: VerifierKey): string {
  return `${key.name}+${keyId(key)}+${toBase64(concatBytes(Uint8Array.of(TYPES[key.use]), key.publicKey))}`;
}

/** Reads such a line. Throws Misread `key-form`, `key-name`, `key-type`, `key-id` or `base64`. */
export function verifierKeyFromText(text: string): VerifierKey {
  const [name = "", id = "", ...rest] = text.split("+");
  if (rest.length === 0 || !/^[0-9a-f]{8}$/.test(id)) throw new Misread("key-form", { got: text });
  if (!isKeyName(name)) throw new Misread("key-name", { got: name });
  const [type, ...publicKey] = fromBase64(rest.join("+"));
  const use = (Object.keys(TYPES) as KeyUse[]).find((one) => TYPES[one] === type);
  if (use === undefined || publicKey.length !== 32)
    throw new Misread("key-type", { name, got: String(type), bytes: String(publicKey.length) });
  const key = { name, use, publicKey: Uint8Array.from(publicKey) };
  if (keyId(key) !== id) throw new Misread("key-id", { name, got: id, expected: keyId(key) });
  return key;
}

/** Reads the key of a witness. Throws Misread as `verifierKeyFromText`, or `key-use` for one that signs no cosignatures. */
export function witnessKeyFromText(text: string): VerifierKey {
  const key = verifierKeyFromText(text);
  if (key.use !== "cosignature") throw new Misread("key-use", { name: key.name });
  return key;
}

/** Not empty, no space of any kind, no plus sign. */
export function isKeyName(name: string): boolean {
  return name !== "" && !/[\p{White_Space}\p{Cc}+]/u.test(name) && name.isWellFormed();
}
