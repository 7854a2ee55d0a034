import type { Readable } from "node:stream";

/** What is known of a stored object without reading it. */
export interface StoredFile {
  key: string;
  /** SHA-256 of the bytes (FIPS 180-4), 64 lower-case hexadecimal digits. */
  sha256: string;
  /** In bytes. */
  size: number;
  /** A media type, as given when it was stored. */
  contentType: string;
  /** Where the bytes lie, as the configuration said when they were stored. */
  region: string;
}

/**
 * A stored object being read. `body` gives the bytes once, and keeps its last piece back until the checksum is verified: it ends in
 * CorruptedFile, before the end, when the bytes are not those that were stored.
 */
export interface ReadFile extends StoredFile {
  body: Readable;
}

/** Bytes at hand, or coming (a Readable is such a stream). */
export type FileContent = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * A store of byte objects under keys (see `checkKey`). An object is whole or absent: a reader sees the old one or the new one, and what
 * `put` has confirmed survives a power cut.
 */
export interface Files {
  /** Where everything put here lies: a name of the configuration, such as `fr-paris`. */
  region: string;
  /** Stores, in the place of what was under the key. Throws RangeError for a bad key; a stream that fails stores nothing. */
  put(key: string, content: FileContent, about: { contentType: string }): Promise<StoredFile>;
  /** Undefined where there is nothing under the key. */
  get(key: string): Promise<ReadFile | undefined>;
  has(key: string): Promise<boolean>;
  /** False where there was nothing to remove. */
  remove(key: string): Promise<boolean>;
  /** The keys that begin so, ascending by code unit; all of them for an empty prefix. */
  list(prefix: string): Promise<string[]>;
}
