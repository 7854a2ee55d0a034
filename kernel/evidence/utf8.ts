import { bytesToHex } from "@noble/hashes/utils.js";

/** The text of UTF-8 bytes; undefined where they are none, by the letter of RFC 3629. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    // The kernel has no TextDecoder; this reads strictly and is part of the language.
    return decodeURIComponent(bytesToHex(bytes).replace(/../g, "%$&"));
  } catch {
    return undefined;
  }
}
