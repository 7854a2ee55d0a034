import { bytesToHex } from "@noble/hashes/utils.js";
import { fromBase64 } from "../base64.ts";
import type { Checkpoint } from "../checkpoint.ts";
import { openHashing, type Sha256 } from "../hashing.ts";
import type { Pack } from "../pack.ts";
import { sameHash } from "../proofs.ts";
import { HASH_BYTES, leafHashOfText, rootOfLeaves } from "../tree.ts";
import { at, same } from "../verdict.ts";

/** An entry whose leaf hash is not the one that was signed. */
interface Altered {
  n: number;
  expected: string;
  got: string;
}

/** The whole log has the root that was signed. Where it has not, the leaf hashes of the pack tell which entry was altered. */
export function compareRoot(pack: Pack, checkpoint: Checkpoint, hash?: Sha256): void {
  const told = at({ part: "leaves" }, () => fromBase64(pack.leaves ?? ""));
  same({ part: "leaves" }, "leaves-count", String(checkpoint.size * HASH_BYTES), String(told.length));
  const { leaf, node } = openHashing(hash);
  const leaves = new Uint8Array(pack.entries.length * HASH_BYTES);
  for (const [n, text] of pack.entries.entries()) leaves.set(leaf(text), n * HASH_BYTES);
  const root = rootOfLeaves(each(leaves), node);
  if (sameHash(root, checkpoint.root)) {
    if (sameHash(leaves, told)) return;
    const wrong = pack.entries.findIndex((_, n) => !sameHash(leafAt(leaves, n), leafAt(told, n)));
    same({ part: "leaves", name: String(wrong) }, "leaf", bytesToHex(leafAt(leaves, wrong)), bytesToHex(leafAt(told, wrong)));
  }
  const altered = firstAltered(pack, checkpoint);
  if (altered) same({ part: "entry", name: String(altered.n) }, "entry-altered", altered.expected, altered.got);
  same({ part: "pack" }, "root", bytesToHex(checkpoint.root), bytesToHex(root));
}

/** The first entry that is not the one signed, by leaf hashes that have the signed root; undefined where nothing tells. */
export function firstAltered({ entries, leaves = "" }: Pack, { root, size }: Checkpoint): Altered | undefined {
  const told = at({ part: "leaves" }, () => fromBase64(leaves));
  if (told.length !== size * HASH_BYTES || !sameHash(rootOfLeaves(each(told)), root)) return undefined;
  for (const [n, text] of entries.entries()) {
    const leaf = leafHashOfText(text);
    const expected = leafAt(told, n); // of one entry too many, nothing
    if (!sameHash(leaf, expected)) return { n, expected: bytesToHex(expected), got: bytesToHex(leaf) };
  }
  return undefined;
}

function* each(leaves: Uint8Array): Generator<Uint8Array> {
  for (let n = 0; n * HASH_BYTES < leaves.length; n += 1) yield leafAt(leaves, n);
}

function leafAt(leaves: Uint8Array, n: number): Uint8Array {
  return leaves.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES);
}
