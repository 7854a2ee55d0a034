import { z } from "zod";
import type { Json } from "../engine/item.ts";
import type { Particulars } from "../terms/contract.ts";
import { Misread } from "../terms/problem.ts";
import { toBase64 } from "./base64.ts";
import { digestOf, digestOfText } from "./canonical.ts";
import { type Proof, proofToText } from "./proofs.ts";
import { HASH_BYTES, leafHashOfText } from "./tree.ts";

export const PACK_FORMAT = "tenu-evidence/1";

/** What a contract says, with what it needs of the world: all that its log does not hold. */
export interface Terms {
  /** The contract as its entries call it. */
  contract: string;
  particulars: Particulars;
  /** Each with SHA-256, in hex, of its text in UTF-8. */
  documents: readonly { id: string; version: string; digest: string; text: string }[];
  /** The references' edition and `digestOf` their raw data, which is not in the pack. */
  references: { edition: string; digest: string };
}

/** Evidence in one JSON file, for somebody who trusts a public key and this program, and neither server nor sender. */
export interface Pack extends Terms {
  format: typeof PACK_FORMAT;
  /** Entries of the log, as they were hashed (`entry.ts`), by their index. */
  entries: readonly string[];
  /** Where the whole log is here: base 64 of all leaf hashes one after another, which tell the entry that was altered. */
  leaves?: string;
  /** Where a part of it is here: the inclusion proof of each entry, in base 64. */
  proofs?: readonly (readonly string[])[];
  /** A C2SP tlog-checkpoint of the log as a signed note, with the cosignatures of witnesses. */
  checkpoint: string;
  /** Verifier keys of author and witnesses as the sender says them (`verifier-key.ts`): they prove nothing about who signed. */
  keys?: readonly string[];
  /** What stood, as a signed note (`statement.ts`). */
  statement?: string;
  /** One item that stands, as claimed. */
  item?: ItemClaim;
}

export interface ItemClaim {
  id: string;
  /** ISO 8601, as in entries. */
  at: string;
  knownAt: string;
  /** The engine's edition. */
  engine: string;
  /** The item's JSON. */
  says: Json;
}

/** A pack of the whole log. */
export function packLog(terms: Omit<Terms, "documents"> & Unhashed, entries: readonly string[], checkpoint: string): Pack {
  const leaves = new Uint8Array(entries.length * HASH_BYTES);
  for (const [index, entry] of entries.entries()) leaves.set(leafHashOfText(entry), index * HASH_BYTES);
  return { format: PACK_FORMAT, ...hashed(terms), entries, leaves: toBase64(leaves), checkpoint };
}

/** A pack of some entries of a log, each with its inclusion proof for the checkpoint's size. */
export function packPart(
  terms: Omit<Terms, "documents"> & Unhashed,
  entries: readonly { text: string; proof: Proof }[],
  checkpoint: string,
): Pack {
  const proofs = entries.map(({ proof }) => proofToText(proof));
  return { format: PACK_FORMAT, ...hashed(terms), entries: entries.map(({ text }) => text), proofs, checkpoint };
}

interface Unhashed {
  documents: readonly { id: string; version: string; text: string }[];
}

function hashed({ contract, particulars, documents, references }: Omit<Terms, "documents"> & Unhashed): Terms {
  return {
    contract,
    particulars,
    documents: documents.map(({ id, version, text }) => ({ id, version, digest: digestOfText(text), text })),
    references,
  };
}

/** One digest for all that a contract says, so that a signature can name it. The texts count by their digests. */
export function termsDigest({ contract, particulars, documents, references }: Terms): string {
  return digestOf({ contract, particulars, documents: documents.map(({ id, version, digest }) => ({ id, version, digest })), references });
}

const texts = z.record(z.string(), z.string());
const digest = z.string().regex(/^[0-9a-f]{64}$/);
/** The shape of a pack in JSON. */
export const packSchema = z.strictObject({
  format: z.literal(PACK_FORMAT),
  contract: z.string().min(1),
  particulars: z.strictObject({
    contract: z.string(),
    documents: z.array(z.string()),
    parties: texts,
    figures: z.record(z.string(), z.unknown()),
    readings: texts,
    order: texts,
  }),
  documents: z.array(z.strictObject({ id: z.string(), version: z.string(), digest, text: z.string() })),
  references: z.strictObject({ edition: z.string(), digest }),
  entries: z.array(z.string()),
  leaves: z.string().optional(),
  proofs: z.array(z.array(z.string())).optional(),
  checkpoint: z.string(),
  keys: z.array(z.string()).optional(),
  statement: z.string().optional(),
  item: z.strictObject({ id: z.string(), at: z.string(), knownAt: z.string(), engine: z.string(), says: z.json() }).optional(),
});

/** Parsed JSON as a pack. Throws Misread `pack-form` with the path of what is not as it must be, or `pack-extent`. */
export function readPack(raw: unknown): Pack {
  const read = packSchema.safeParse(raw);
  if (!read.success) {
    const { path, code, keys } = read.error.issues[0] as { path: PropertyKey[]; code: string; keys?: string[] };
    throw new Misread("pack-form", { path: [...path, ...(keys ?? [])].join("."), got: code });
  }
  const pack = read.data as Pack;
  if ((pack.leaves === undefined) === (pack.proofs === undefined)) throw new Misread("pack-extent", {});
  if (pack.proofs && pack.proofs.length !== pack.entries.length)
    throw new Misread("pack-form", { path: "proofs", got: String(pack.proofs.length) });
  return pack;
}
