import { bytesToHex } from "@noble/hashes/utils.js";
import { fromBase64 } from "../base64.ts";
import type { Checkpoint } from "../checkpoint.ts";
import type { Pack } from "../pack.ts";
import { sameHash } from "../proofs.ts";
import { HASH_BYTES, leafHashOfText, rootOfLeaves, type Sha256 } from "../tree.ts";
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
  const leaves = pack.entries.map((text) => leafHashOfText(text, hash));
  const root = rootOfLeaves(leaves, hash);
  if (sameHash(root, checkpoint.root)) {
    const wrong = leaves.findIndex((leaf, n) => !sameHash(leaf, leafAt(told, n)));
    if (wrong >= 0) same({ part: "leaves", name: String(wrong) }, "leaf", bytesToHex(leaves[wrong]!), bytesToHex(leafAt(told, wrong)));
    return;
  }
  const altered = firstAltered(pack, checkpoint);
  if (altered) same({ part: "entry", name: String(altered.n) }, "entry-altered", altered.expected, altered.got);
  same({ part: "pack" }, "root", bytesToHex(checkpoint.root), bytesToHex(root));
}

/** The first entry that is not the one signed, by leaf hashes that have the signed root; undefined where nothing tells. */
export function firstAltered({ entries, leaves = "" }: Pack, { root, size }: Checkpoint): Altered | undefined {
  const told = at({ part: "leaves" }, () => fromBase64(leaves));
  const signed = Array.from({ length: told.length / HASH_BYTES }, (_, n) => leafAt(told, n));
  if (signed.length !== size || !sameHash(rootOfLeaves(signed), root)) return undefined;
  for (const [n, text] of entries.entries()) {
    const leaf = leafHashOfText(text);
    const expected = signed[n] ?? new Uint8Array();
    if (!sameHash(leaf, expected)) return { n, expected: bytesToHex(expected), got: bytesToHex(leaf) };
  }
  return undefined;
}

function leafAt(leaves: Uint8Array, n: number): Uint8Array {
  return leaves.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES);
}
