import { createHash } from "node:crypto";
import { CorruptedFile } from "./corrupted-file.ts";
import type { StoredFile } from "./files.ts";

/**
 * The same pieces, the last one only after all of them were found to have the size and the checksum that were stored.
 * Throws CorruptedFile instead of giving the last piece.
 */
export async function* verified(source: AsyncIterable<Uint8Array>, stored: StoredFile): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let size = 0;
  let held: Uint8Array | undefined;
  for await (const piece of source) {
    if (held !== undefined) yield held;
    hash.update(piece);
    size += piece.length;
    held = piece;
  }
  if (size !== stored.size) throw new CorruptedFile(stored.key, `${size} bytes were read and ${stored.size} were stored`);
  const sha256 = hash.digest("hex");
  if (sha256 !== stored.sha256) throw new CorruptedFile(stored.key, `the SHA-256 read is ${sha256} and the one stored is ${stored.sha256}`);
  if (held !== undefined) yield held;
}
