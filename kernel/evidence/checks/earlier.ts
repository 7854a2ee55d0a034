import { bytesToHex } from "@noble/hashes/utils.js";
import { type Checkpoint, readCheckpoint } from "../checkpoint.ts";
import { openHashing, type Sha256 } from "../hashing.ts";
import { noteFromText } from "../note.ts";
import type { Pack } from "../pack.ts";
import { verifyNote } from "../signature.ts";
import { rootOfLeaves } from "../tree.ts";
import { at, type Check, type PackPlace, same, Unsound } from "../verdict.ts";
import type { VerifierKey } from "../verifier-key.ts";

/**
 * The log goes on from checkpoints that the reader kept: nothing that they signed was changed, dropped or moved since. A part of a
 * log shows that only for a checkpoint of its own size; for others a consistency proof must be asked for.
 */
export function checkEarlier(
  pack: Pack,
  checkpoint: Checkpoint,
  notes: readonly string[],
  keys: readonly VerifierKey[],
  hash?: Sha256,
): Check {
  const told = (state: Check["state"], code: string, args: Record<string, string> = {}): Check => ({ check: "earlier", state, code, args });
  if (notes.length === 0) return told("skipped", "no-earlier");
  const earlier = notes.map((note) => signedEarlier(note, keys));
  for (const one of earlier) {
    const place = placeOf(one);
    same(place, "earlier-origin", checkpoint.origin, one.origin);
    if (one.size > checkpoint.size) {
      const [expected, got] = [`≥ ${one.size}`, String(checkpoint.size)];
      throw new Unsound({ place, code: "earlier-larger", args: { expected, got }, expected, got });
    }
    if (one.size === checkpoint.size) compare(one, checkpoint.root);
    else if (!pack.proofs) compare(one, rootOfFirst(pack, one.size, hash));
  }
  const sizes = earlier.map(({ size }) => size).join(", ");
  const open = pack.proofs ? earlier.filter(({ size }) => size !== checkpoint.size) : [];
  if (open.length > 0) return told("skipped", "earlier-part", { sizes: open.map(({ size }) => size).join(", ") });
  return told("ok", "earlier-same", { sizes });
}

function signedEarlier(written: string, keys: readonly VerifierKey[]): Checkpoint {
  return at({ part: "earlier" }, () => {
    const note = noteFromText(written);
    verifyNote(
      note,
      keys.filter(({ use }) => use === "note"),
    );
    return readCheckpoint(note.text);
  });
}

function compare(earlier: Checkpoint, root: Uint8Array): void {
  same(placeOf(earlier), "earlier-root", bytesToHex(earlier.root), bytesToHex(root), { size: String(earlier.size) });
}

function rootOfFirst({ entries }: Pack, size: number, hash?: Sha256): Uint8Array {
  const { leaf, node } = openHashing(hash);
  return rootOfLeaves(entries.slice(0, size).map(leaf), node);
}

function placeOf({ size }: Checkpoint): PackPlace {
  return { part: "earlier", name: String(size) };
}
