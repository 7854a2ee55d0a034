import { cosigned, keysBelieved, signedCheckpoint } from "./checks/checkpoint.ts";
import { documentsOf } from "./checks/documents.ts";
import { checkEarlier } from "./checks/earlier.ts";
import { compareProofs, countIndexes, readEntries } from "./checks/entries.ts";
import { checkItem } from "./checks/item.ts";
import { compareRoot } from "./checks/root.ts";
import type { Means } from "./checks/recomputing.ts";
import { checkStatement } from "./checks/statement.ts";
import { readPack } from "./pack.ts";
import type { Sha256 } from "./hashing.ts";
import { at, type Check, type CheckName, Unsound, type Verdict } from "./verdict.ts";
import type { VerifierKey } from "./verifier-key.ts";

/** What the reader of a pack believes beforehand, and computes with. */
export interface Trust extends Means {
  /** Of the log's author, one of whom must have signed; of witnesses. */
  keys: readonly VerifierKey[];
  /** Where no author's key is believed: take those that the pack brings, which prove nothing about who signed. */
  keysOfPack?: boolean;
  /** Checkpoints of the same log that the reader kept from before, as signed notes: the log must go on from them. */
  earlier?: readonly string[];
  /** How many of these witnesses must have cosigned; all, where it is not said. */
  quorum?: number;
  /** A faster SHA-256 than the kernel's own, where there is one. */
  sha256?: Sha256;
}

/**
 * Verifies a pack from its parsed JSON, and names the first thing that does not hold. The signature comes before what it signs:
 * entries are measured against a checkpoint only once somebody we know has signed it.
 */
export function verifyPack(raw: unknown, trust: Trust): Verdict {
  const checks: Check[] = [];
  let check: CheckName = "format";
  const told = (code: string, args: Record<string, string> = {}) => checks.push({ check, state: "ok", code, args });
  try {
    const pack = at({ part: "pack" }, () => readPack(raw));
    told("format", { format: pack.format });
    check = "documents";
    const documents = documentsOf(pack);
    told("documents", { count: String(documents.size) });
    check = "signature";
    const { keys, pinned } = keysBelieved(pack, trust.keys, trust.keysOfPack);
    const { note, checkpoint, check: signed } = signedCheckpoint(pack.checkpoint, keys, pinned);
    checks.push(signed);
    check = "cosignatures";
    checks.push(cosigned(note, trust.keys, trust.quorum));
    check = "entries";
    const entries = readEntries(pack);
    told("entries", { count: String(entries.length) });
    check = "indexes";
    countIndexes(pack, entries, checkpoint);
    told("indexes");
    check = "root";
    if (pack.proofs) compareProofs(pack, entries, checkpoint);
    else compareRoot(pack, checkpoint, trust.sha256);
    told(pack.proofs ? "included" : "root-same", { count: String(entries.length), size: String(checkpoint.size) });
    check = "earlier";
    checks.push(checkEarlier(pack, checkpoint, trust.earlier ?? [], keys, trust.sha256));
    check = "statement";
    checks.push(checkStatement(pack, entries, documents, checkpoint, keys, trust));
    check = "item";
    checks.push(checkItem(pack, entries, documents, checkpoint, trust));
    return { ok: true, checks };
  } catch (error) {
    if (error instanceof Unsound) return { ok: false, checks, check, ...error.fault };
    throw error;
  }
}
