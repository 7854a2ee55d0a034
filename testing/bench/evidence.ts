import { hash } from "node:crypto";
import { factCatalogue } from "#catalogue";
import { loadReferences, rawReferences } from "#references/load.ts";
import { digestOf } from "#kernel/evidence/canonical.ts";
import { checkpointText } from "#kernel/evidence/checkpoint.ts";
import { entryToText } from "#kernel/evidence/entry.ts";
import { noteToText } from "#kernel/evidence/note.ts";
import { type Pack, packLog, packPart } from "#kernel/evidence/pack.ts";
import { consistencyNodes, type HashAt, inclusionNodes, inclusionProof, proofToText } from "#kernel/evidence/proofs.ts";
import { signerOf, signNote } from "#kernel/evidence/signature.ts";
import { storedNodesFor } from "#kernel/evidence/stored-nodes.ts";
import { append, emptyFrontier, leafHashOfText, rootOf } from "#kernel/evidence/tree.ts";
import { verifyPack } from "#kernel/evidence/verify.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { MINUTE } from "#kernel/time/instant.ts";
import { count, median, milliseconds, type Row, times } from "./measure.ts";

const ENTRIES = 100_000;
const FROM = 1_735_689_600_000; // 2025-01-01

/** Verifying a log of 100,000 entries, whole and in part, and what its proofs need. */
export function measureEvidence(): Row[] {
  const log = signerOf("provider.example/log", new Uint8Array(32).fill(1));
  const entries = Array.from({ length: ENTRIES }, (_, index) => entryOf(index));
  const nodes = new Map<string, Uint8Array>();
  let frontier = emptyFrontier;
  for (const [index, entry] of entries.entries()) {
    const leaf = leafHashOfText(entry);
    nodes.set(`0/${index}`, leaf);
    frontier = append(frontier, leaf, ({ level, index: place, hash }) => nodes.set(`${level}/${place}`, hash));
  }
  const text = checkpointText({ origin: "provider.example/log/4711", size: ENTRIES, root: rootOf(frontier) });
  const checkpoint = noteToText(signNote({ text, signatures: [] }, log));
  const references = { data: loadReferences(), digest: digestOf(rawReferences()) };
  const particulars = { contract: "4711", documents: [], parties: {}, figures: {}, readings: {}, order: {} };
  const edition = { edition: references.data.edition, digest: references.digest };
  const terms = { contract: "4711", particulars, documents: [], references: edition };
  const trust = { keys: [log.key], library: { factKinds: factCatalogue, kinds: clauseKinds }, references };
  const hashAt: HashAt = (level, index) => nodes.get(`${level}/${index}`)!;
  const proven = Array.from({ length: 100 }, (_, n) => n * 997).map((index) => ({
    text: entries[index]!,
    proof: inclusionProof(hashAt, index, ENTRIES),
  }));
  const whole = packLog(terms, entries, checkpoint);
  const part = packPart(terms, proven, checkpoint);
  const took = median(times(5, () => hold(whole, { ...trust, sha256: (all) => hash("sha256", all, "buffer") })));
  const alone = median(times(5, () => hold(whole, trust)));
  const bytes = entries.reduce((sum, entry) => sum + entry.length, 0) / ENTRIES;
  const reads = Array.from({ length: 2000 }, (_, n) => (n * 7919) % ENTRIES).flatMap((index) => [
    storedNodesFor(inclusionNodes(index, ENTRIES)).length,
    storedNodesFor(consistencyNodes(index + 1, ENTRIES)).length,
  ]);
  const longest = Math.max(...proven.map(({ proof }) => JSON.stringify(proofToText(proof)).length));
  return [
    {
      what: `evidence: ${count(ENTRIES)} entries of ${Math.round(bytes)} bytes verified`,
      measured: milliseconds(took),
      aim: "< 1 s",
      reached: took < 1000,
    },
    { what: "evidence: the same without Node's own SHA-256, as in a browser", measured: milliseconds(alone) },
    {
      what: `evidence: 100 entries of ${count(ENTRIES)} verified by their proofs`,
      measured: milliseconds(median(times(5, () => hold(part, trust)))),
    },
    {
      what: `evidence: stored hashes that a proof in ${count(ENTRIES)} reads, at most`,
      measured: count(Math.max(...reads)),
      aim: "≤ 1,500",
      reached: Math.max(...reads) <= 1500,
    },
    {
      what: `evidence: bytes of an inclusion proof in ${count(ENTRIES)}, at most`,
      measured: count(longest),
      aim: "≤ 2,048",
      reached: longest <= 2048,
    },
  ];
}

function hold(pack: Pack, trust: Parameters<typeof verifyPack>[1]): void {
  const verdict = verifyPack(pack, trust);
  if (!verdict.ok) throw new Error(`${verdict.check} ${verdict.code}`);
}

function entryOf(index: number): string {
  const occurred = FROM + index * MINUTE;
  const fields = { severity: index % 7 === 0 ? "critical" : "minor", channel: "portal" };
  const fact = {
    source: "desk",
    id: `F${index}`,
    kind: "support.requested",
    subject: `T-${index}`,
    occurred,
    recorded: occurred,
    by: "customer",
    fields,
  };
  return entryToText({ contract: "4711", index, fact, version: 1 });
}
