import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** What sealed bytes are: the same words open them, in the same order, and no others. */
export type About = readonly [what: string, ...which: string[]];

/** Sealed bytes that do not open. Which of the reasons it was cannot be told. */
export class Unreadable extends Error {
  constructor([what, ...which]: About) {
    super(
      `${what} of ${which.join(", ")}: sealed under another key or as something else, or changed since. ` +
        "Mend: look for a restored backup whose keys are of another day; nothing can be read from these bytes without their own key",
    );
    this.name = "Unreadable";
  }
}

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/** Seals bytes under a key of 32 bytes: AES-256-GCM, one byte of version, a random nonce of 12, the text, a tag of 16. */
export function seal(key: Uint8Array, about: About, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG });
  cipher.setAAD(associated(about));
  return Buffer.concat([Uint8Array.of(VERSION), nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what was sealed under this key as this. Throws Unreadable. */
export function unseal(key: Uint8Array, about: About, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < 1 + NONCE + TAG || bytes[0] !== VERSION) throw new Unreadable(about);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(1, 1 + NONCE), { authTagLength: TAG });
  decipher.setAAD(associated(about));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE, bytes.length - TAG)), decipher.final()]);
  } catch {
    throw new Unreadable(about);
  }
}

/** JSON keeps `["a","b c"]` and `["a b","c"]` apart. */
function associated(about: About): Buffer {
  return Buffer.from(JSON.stringify([VERSION, ...about]));
}
