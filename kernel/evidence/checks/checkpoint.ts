import { type Checkpoint, readCheckpoint } from "../checkpoint.ts";
import { type Note, noteFromText } from "../note.ts";
import { type Verified, verifyNote } from "../signature.ts";
import type { Pack } from "../pack.ts";
import { at, type Check, type PackPlace, Unsound } from "../verdict.ts";
import { type VerifierKey, verifierKeyFromText } from "../verifier-key.ts";

const place: PackPlace = { part: "checkpoint" };

/** The keys to verify by: those believed, or for want of an author's among them, those that the pack brings. */
export function keysBelieved(
  { keys: brought = [] }: Pack,
  keys: readonly VerifierKey[],
  ofPack = false,
): { keys: readonly VerifierKey[]; pinned: boolean } {
  if (!ofPack || keys.some(({ use }) => use === "note")) return { keys, pinned: true };
  const authors = at({ part: "pack" }, () => brought.map(verifierKeyFromText)).filter(({ use }) => use === "note");
  return { keys: [...keys, ...authors], pinned: false };
}

/** The checkpoint, signed by a key we know; before that its size and root count for nothing. By a key not pinned it is `partial`. */
export function signedCheckpoint(
  written: string,
  keys: readonly VerifierKey[],
  pinned = true,
): { note: Note; checkpoint: Checkpoint; check: Check } {
  return at(place, () => {
    const note = noteFromText(written);
    const signed = verifyNote(
      note,
      keys.filter(({ use }) => use === "note"),
    );
    const checkpoint = readCheckpoint(note.text);
    const args = { names: namesOf(signed), origin: checkpoint.origin, size: String(checkpoint.size) };
    const came: Pick<Check, "state" | "code"> = pinned ? { state: "ok", code: "signed" } : { state: "partial", code: "signed-unpinned" };
    return { note, checkpoint, check: { check: "signature", ...came, args } };
  });
}

/** Enough witnesses whom we know have cosigned. */
export function cosigned(note: Note, keys: readonly VerifierKey[], quorum: number | undefined): Check {
  const witnesses = keys.filter(({ use }) => use === "cosignature");
  const needed = quorum ?? witnesses.length;
  if (witnesses.length === 0 && needed === 0) return { check: "cosignatures", state: "skipped", code: "no-witness-known", args: {} };
  const lines = note.signatures.some(({ name }) => witnesses.some((key) => key.name === name));
  const verified = lines ? at(place, () => verifyNote(note, witnesses)) : [];
  const signed = new Set(verified.map(({ key }) => key));
  const missing = witnesses.filter((key) => !signed.has(key)).map(({ name }) => name);
  const [expected, got] = [String(needed), String(signed.size)];
  if (signed.size < needed)
    throw new Unsound({ place, code: "cosignatures-few", args: { expected, got, missing: missing.join(", ") }, expected, got });
  return {
    check: "cosignatures",
    state: "ok",
    code: "cosigned",
    args: { count: got, of: String(witnesses.length), names: namesOf(verified) },
  };
}

function namesOf(verified: readonly Verified[]): string {
  return [...new Set(verified.map(({ key }) => key.name))].join(", ");
}
