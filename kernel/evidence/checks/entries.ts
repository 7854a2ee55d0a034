import type { Checkpoint } from "../checkpoint.ts";
import { type Entry, entryFromText } from "../entry.ts";
import type { Pack } from "../pack.ts";
import { proofFromText, verifyInclusion } from "../proofs.ts";
import { leafHashOfText } from "../tree.ts";
import { at, type PackPlace, same, Unsound } from "../verdict.ts";
import { firstAltered } from "./root.ts";

/** The entries, each canonical, well formed, and of this contract. One that cannot be read is named by where it stands in the pack. */
export function readEntries({ contract, entries }: Pack): Entry[] {
  return entries.map((text, n) => {
    const entry = at(entryAt(n), () => entryFromText(text));
    if (entry.contract !== contract) same(entryAt(n), "entry-contract", contract, entry.contract);
    return entry;
  });
}

/** No entry twice, missing, or out of place. Of a part of a log, none twice, out of order, or beyond its end. */
export function countIndexes(pack: Pack, entries: readonly Entry[], checkpoint: Checkpoint): void {
  const { size } = checkpoint;
  const whole = !pack.proofs;
  let next = 0;
  for (const [n, { index }] of entries.entries()) {
    if (index >= size || (whole ? index !== next : index < next)) {
      const expected = whole && next < size ? String(next) : `${next} … ${size - 1}`;
      const place = entryAt(whole ? (firstAltered(pack, checkpoint)?.n ?? n) : index);
      const got = String(index);
      throw new Unsound({ place, code: "entry-index", args: { expected, got }, expected, got });
    }
    next = index + 1;
  }
  if (whole && next < size) same(entryAt(next), "entry-missing", String(size), String(next));
}

/** Each entry of a part is in the log that was signed. */
export function compareProofs({ entries: texts, proofs = [] }: Pack, entries: readonly Entry[], { root, size }: Checkpoint): void {
  for (const [n, { index }] of entries.entries()) {
    const place = entryAt(index);
    const proof = at(place, () => proofFromText(proofs[n]!));
    const leaf = leafHashOfText(texts[n]!);
    if (!verifyInclusion({ index, size, leaf, root, proof }))
      throw new Unsound({ place, code: "entry-not-included", args: { size: String(size) } });
  }
}

function entryAt(index: number): PackPlace {
  return { part: "entry", name: String(index) };
}
