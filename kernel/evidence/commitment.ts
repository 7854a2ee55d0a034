import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { fromBase64, toBase64 } from "./base64.ts";

const LEAST_SALT = 16;

/**
 * What an entry says in the place of text about a person: base 64 of SHA-256 over salt and UTF-8 text. Once salt and text are
 * erased, nothing tells what it stood for. Throws RangeError for a salt under 16 bytes, which could be guessed with the text.
 */
export function commitmentTo(text: string, salt: Uint8Array): string {
  if (salt.length < LEAST_SALT) throw new RangeError(`a salt has ${LEAST_SALT} bytes at least, not ${salt.length}`);
  return toBase64(sha256(concatBytes(salt, utf8ToBytes(text))));
}

/** Whether this is the text that was committed to. */
export function opensCommitment(commitment: string, text: string, salt: Uint8Array): boolean {
  return salt.length >= LEAST_SALT && commitmentTo(text, salt) === commitment;
}

/** 32 bytes in base 64. */
export function isCommitment(value: unknown): value is string {
  if (typeof value !== "string" || value.length !== 44) return false;
  try {
    return fromBase64(value).length === 32;
  } catch {
    return false;
  }
}
