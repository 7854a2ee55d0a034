import { readCheckpoint } from "#kernel/evidence/checkpoint.ts";
import { noteFromText } from "#kernel/evidence/note.ts";
import { proofFromText, verifyInclusion } from "#kernel/evidence/proofs.ts";
import { verifyNote } from "#kernel/evidence/signature.ts";
import { leafHashOfText } from "#kernel/evidence/tree.ts";
import { toBase64 } from "#kernel/evidence/base64.ts";
import { verifierKeyFromText } from "#kernel/evidence/verifier-key.ts";
import { Misread } from "#kernel/terms/problem.ts";

/** A proof as the server hands it over: an entry, its path to the root, and the signed checkpoint. */
export interface ProofTold {
  entry: number;
  size: number;
  text: string;
  proof: readonly string[];
  checkpoint?: string;
}

/** An entry as it was computed with. */
export interface Used {
  position: number;
  entry: string;
}

/** What does not hold of it, or the root and size by which it was verified. */
export type Proven = { holds: true; root: string; size: number; signer: string } | { holds: false; fault: ProofFault };

export type ProofFault = "unsigned" | "signature" | "other-log" | "size" | "not-in-log" | "other-entry" | "unreadable";

/**
 * Verifies that the log holds the very entry that the screen computed with, at its place, by nothing but the bytes and the installation's
 * key.
 */
export function verifyEntry({ entry, size, text, proof, checkpoint: note }: ProofTold, used: Used, contract: string, key: string): Proven {
  try {
    if (note === undefined) return fault("unsigned");
    if (entry !== used.position || text !== used.entry) return fault("other-entry");
    const signed = noteFromText(note);
    const [by] = verifyNote(signed, [verifierKeyFromText(key.trim())]);
    const { origin, size: stated, root } = readCheckpoint(signed.text);
    if (!origin.endsWith(`/${contract}`)) return fault("other-log");
    if (stated !== size) return fault("size");
    if (!verifyInclusion({ index: entry, size, leaf: leafHashOfText(text), root, proof: proofFromText(proof) })) return fault("not-in-log");
    return { holds: true, root: toBase64(root), size, signer: by!.key.name };
  } catch (error) {
    if (error instanceof Misread) return fault(error.code.startsWith("signature") ? "signature" : "unreadable");
    throw error;
  }
}

function fault(code: ProofFault): Proven {
  return { holds: false, fault: code };
}
