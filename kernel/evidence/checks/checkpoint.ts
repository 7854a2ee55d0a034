import { type Checkpoint, readCheckpoint } from "../checkpoint.ts";
import { type Note, noteFromText } from "../note.ts";
import { type Verified, verifyNote } from "../signature.ts";
import { at, type Check, type PackPlace, Unsound } from "../verdict.ts";
import type { VerifierKey } from "../verifier-key.ts";

const place: PackPlace = { part: "checkpoint" };

/** The checkpoint, signed by a key we know; before that its size and root count for nothing. */
export function signedCheckpoint(written: string, keys: readonly VerifierKey[]): { note: Note; checkpoint: Checkpoint; check: Check } {
  return at(place, () => {
    const note = noteFromText(written);
    const signed = verifyNote(
      note,
      keys.filter(({ use }) => use === "note"),
    );
    const checkpoint = readCheckpoint(note.text);
    const args = { names: namesOf(signed), origin: checkpoint.origin, size: String(checkpoint.size) };
    return { note, checkpoint, check: { check: "signature", state: "ok", code: "signed", args } };
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
