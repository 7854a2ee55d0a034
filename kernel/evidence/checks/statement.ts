import type { Checkpoint } from "../checkpoint.ts";
import type { Entry } from "../entry.ts";
import { noteFromText } from "../note.ts";
import { type Pack, termsDigest } from "../pack.ts";
import { verifyNote } from "../signature.ts";
import { readStatement, standingDigest } from "../statement.ts";
import { at, type Check, type PackPlace, same, Unsound } from "../verdict.ts";
import type { VerifierKey } from "../verifier-key.ts";
import { composed, type Means, otherEdition, recomputed } from "./recomputing.ts";
import type { Document } from "../../terms/read.ts";

const place: PackPlace = { part: "statement" };

/** The signed statement is about these terms and this log, and the standing it names is the one that follows from them. */
export function checkStatement(
  pack: Pack,
  entries: readonly Entry[],
  documents: ReadonlyMap<string, Document>,
  { size }: Checkpoint,
  keys: readonly VerifierKey[],
  means: Means,
): Check {
  const skipped = (code: string, args: Record<string, string> = {}): Check => ({ check: "statement", state: "skipped", code, args });
  const { statement: written } = pack;
  if (written === undefined) return skipped("no-statement");
  const note = at(place, () => noteFromText(written));
  const own = keys.filter(({ use }) => use === "note");
  at(place, () => verifyNote(note, own));
  const statement = at(place, () => readStatement(note.text));
  same(place, "statement-contract", statement.contract, pack.contract);
  same({ part: "pack" }, "terms-digest", statement.terms, termsDigest(pack));
  if (statement.size > size) {
    const [expected, got] = [`≤ ${size}`, String(statement.size)];
    throw new Unsound({ place, code: "statement-size", args: { expected, got }, expected, got });
  }
  const other = otherEdition(statement.engine, pack, means);
  if (other) return skipped(other.code, other.args);
  if (pack.proofs) return skipped("part-only", { count: String(entries.length), size: String(size) });
  const standing = recomputed(place, composed(pack, documents, means), entries.slice(0, statement.size), means, statement);
  same(place, "standing", statement.standing, standingDigest(standing));
  return { check: "statement", state: "ok", code: "standing-recomputed", args: { items: String(standing.items.length) } };
}
