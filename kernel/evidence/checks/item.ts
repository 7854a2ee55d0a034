import type { Document } from "../../terms/read.ts";
import { isRecord } from "../../terms/source.ts";
import { parseInstant } from "../../time/instant.ts";
import { canonical } from "../canonical.ts";
import type { Checkpoint } from "../checkpoint.ts";
import type { Entry } from "../entry.ts";
import type { Pack } from "../pack.ts";
import { type Check, type PackPlace, same, Unsound } from "../verdict.ts";
import { composed, type Means, otherEdition, recomputed } from "./recomputing.ts";

/**
 * The claimed item is the one that follows from terms and entries. From a part of the log it is at best `partial`: an entry that
 * is not here could change it, and a part that does not give it proves nothing against it.
 */
export function checkItem(
  pack: Pack,
  entries: readonly Entry[],
  documents: ReadonlyMap<string, Document>,
  { size }: Checkpoint,
  means: Means,
): Check {
  const skipped = (code: string, args: Record<string, string> = {}): Check => ({ check: "item", state: "skipped", code, args });
  const { item: claim } = pack;
  if (!claim) return skipped("no-item");
  const { id } = claim;
  const place: PackPlace = { part: "item", name: id };
  const [at, knownAt] = [parseInstant(claim.at), parseInstant(claim.knownAt)];
  if (at === undefined || knownAt === undefined)
    throw new Unsound({ place, code: "item-instant", args: { at: claim.at, known: claim.knownAt } });
  const other = otherEdition(claim.engine, pack, means);
  if (other) return skipped(other.code, other.args);
  const standing = recomputed(place, composed(pack, documents, means), entries, means, { at, knownAt });
  const item = standing.items.find((one) => one.id === id);
  const holds = item !== undefined && canonical(item) === canonical(claim.says);
  const args = { id, count: String(entries.length), size: String(size) };
  if (pack.proofs) return holds ? { check: "item", state: "partial", code: "item-from-part", args } : skipped("part-only", args);
  if (!item) throw new Unsound({ place, code: "item-absent", args: { id } });
  if (!holds) compareItems(place, item as unknown as Record<string, unknown>, claim.says);
  return { check: "item", state: "ok", code: "item-recomputed", args };
}

/** Names the first key that differs. */
function compareItems(place: PackPlace, item: Record<string, unknown>, says: unknown): void {
  const claimed = isRecord(says) ? says : {};
  const shown = (value: unknown) => (value === undefined ? "—" : canonical(value).slice(0, 200));
  for (const key of new Set([...Object.keys(item), ...Object.keys(claimed)]))
    same(place, "item-differs", shown(item[key]), shown(claimed[key]), { key });
  same(place, "item-differs", canonical(item), canonical(says), { key: "" });
}
