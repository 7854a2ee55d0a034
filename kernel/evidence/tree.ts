import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { Misread } from "../terms/problem.ts";

// The Merkle tree of RFC 6962 §2.1 over SHA-256. A node of level 0 is a leaf; node (level, index) spans the leaves from
// index · 2^level to (index + 1) · 2^level, the end excluded, and exists once all of them do.

/** A complete subtree. */
export interface TreeNode {
  level: number;
  index: number;
  hash: Uint8Array;
}

/** All that a log must keep of its tree to grow: the roots of its complete subtrees, the largest first, one for each bit of the size. */
export interface Frontier {
  size: number;
  peaks: readonly Uint8Array[];
}

export const HASH_BYTES = 32;

export const emptyFrontier: Frontier = { size: 0, peaks: [] };

const INNER = 1;

export function leafHash(entry: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(entry.length + 1);
  bytes.set(entry, 1);
  return sha256(bytes);
}

/** The leaf hash of an entry's UTF-8 text. */
export function leafHashOfText(entry: string): Uint8Array {
  return sha256(utf8ToBytes(`\0${entry}`)); // the leaf's prefix, a zero byte, is U+0000
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + 2 * HASH_BYTES);
  bytes[0] = INNER;
  bytes.set(left, 1);
  bytes.set(right, 1 + HASH_BYTES);
  return sha256(bytes);
}

/** The tree with one more leaf hash. `completed` hears of each inner node that it makes complete, from the lowest level up. */
export function append({ size, peaks }: Frontier, leaf: Uint8Array, completed?: (node: TreeNode) => void): Frontier {
  let hash = leaf;
  let kept = peaks.length;
  for (let [level, index] = [1, size]; index % 2 === 1; level += 1) {
    index = (index - 1) / 2;
    kept -= 1;
    hash = nodeHash(peaks[kept]!, hash);
    completed?.({ level, index, hash });
  }
  return { size: size + 1, peaks: [...peaks.slice(0, kept), hash] };
}

/** The tree's root, as a checkpoint states it; of an empty tree the hash of nothing. */
export function rootOf({ peaks }: Frontier): Uint8Array {
  return peaks.length === 0 ? sha256(new Uint8Array()) : peaks.reduceRight((right, left) => nodeHash(left, right));
}

/** The root of a tree whose leaf hashes are all at hand. */
export function rootOfLeaves(leaves: Iterable<Uint8Array>, inner: typeof nodeHash = nodeHash): Uint8Array {
  const peaks: Uint8Array[] = [];
  let size = 0;
  for (const leaf of leaves) {
    let node = leaf;
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) node = inner(peaks.pop()!, node);
    peaks.push(node);
    size += 1;
  }
  return rootOf({ size, peaks });
}

/** Eight bytes of size, the highest first, then 32 bytes a peak. */
export function frontierToBytes({ size, peaks }: Frontier): Uint8Array {
  const head = new Uint8Array(8);
  for (let [at, rest] = [7, size]; at >= 0; at -= 1, rest = Math.floor(rest / 256)) head[at] = rest % 256;
  return concatBytes(head, ...peaks);
}

/** Reads what `frontierToBytes` wrote. Throws Misread `frontier` where the bytes cannot be one. */
export function frontierFromBytes(bytes: Uint8Array): Frontier {
  const size = bytes.subarray(0, 8).reduce((sum, byte) => sum * 256 + byte, 0);
  const count = peaksOf(size);
  if (bytes.length < 8 || !Number.isSafeInteger(size) || bytes.length !== 8 + count * HASH_BYTES)
    throw new Misread("frontier", { bytes: String(bytes.length), size: String(size) });
  return { size, peaks: Array.from({ length: count }, (_, n) => bytes.slice(8 + n * HASH_BYTES, 8 + (n + 1) * HASH_BYTES)) };
}

function peaksOf(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
