import { Misread } from "../terms/problem.ts";

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Uint8Array(128).fill(255);
for (let value = 0; value < 64; value += 1) VALUES[SIGNS.charCodeAt(value)] = value;

/** Base 64 of RFC 4648 §4, with its padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += SIGNS[three >> 18]! + SIGNS[(three >> 12) & 63]!;
    text += (left > 1 ? SIGNS[(three >> 6) & 63]! : "=") + (left > 2 ? SIGNS[three & 63]! : "=");
  }
  return text;
}

/**
 * Reads base 64 of RFC 4648 §4. Throws Misread `base64` for anything that `toBase64` does not write: a missing padding, a line
 * break, bits set behind the last byte. So every text stands for bytes that no other text stands for.
 */
export function fromBase64(text: string): Uint8Array {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const signs = text.length - padding;
  if (text.length % 4 !== 0) throw misread(text);
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let [held, bits, to] = [0, 0, 0];
  for (let at = 0; at < signs; at += 1) {
    const code = text.charCodeAt(at);
    const value = code < 128 ? VALUES[code]! : 255;
    if (value === 255) throw misread(text);
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[to] = (held >> bits) & 255;
      to += 1;
    }
  }
  if ((held & ((1 << bits) - 1)) !== 0) throw misread(text);
  return bytes;
}

function misread(text: string): Misread {
  return new Misread("base64", { got: text.length > 60 ? `${text.slice(0, 60)}…` : text });
}
