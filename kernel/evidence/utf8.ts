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

/** Writes a text's UTF-8 into bytes that have room for three a UTF-16 unit; gives the end. A lone surrogate becomes U+FFFD. */
export function utf8Into(text: string, bytes: Uint8Array, from: number): number {
  let to = from;
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    if (code < 0x80) {
      bytes[to++] = code;
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      const point = text.codePointAt(at)!;
      code = point > 0xffff ? point : 0xfffd;
    }
    if (code > 0xffff) {
      at += 1;
      bytes[to++] = 0xf0 | (code >> 18);
      bytes[to++] = 0x80 | ((code >> 12) & 63);
    } else if (code < 0x800) {
      bytes[to++] = 0xc0 | (code >> 6);
      bytes[to++] = 0x80 | (code & 63);
      continue;
    } else bytes[to++] = 0xe0 | (code >> 12);
    bytes[to++] = 0x80 | ((code >> 6) & 63);
    bytes[to++] = 0x80 | (code & 63);
  }
  return to;
}
