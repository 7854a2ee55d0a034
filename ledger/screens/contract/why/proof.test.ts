import { expect, test } from "vitest";
import { checkpointText } from "#kernel/evidence/checkpoint.ts";
import { entryToText } from "#kernel/evidence/entry.ts";
import { noteToText } from "#kernel/evidence/note.ts";
import { inclusionProof, proofToText } from "#kernel/evidence/proofs.ts";
import { signerOf, signNote } from "#kernel/evidence/signature.ts";
import { leafHashOfText, nodeHash, rootOfLeaves } from "#kernel/evidence/tree.ts";
import { verifierKeyToText } from "#kernel/evidence/verifier-key.ts";
import { type ProofTold, verifyEntry } from "./proof.ts";

const contract = "0199-contract";
const signer = signerOf("provider.example", new Uint8Array(32).fill(7));
const key = verifierKeyToText(signer.key);
const entries = Array.from({ length: 4 }, (_, index) =>
  entryToText({
    contract,
    index,
    version: 1,
    fact: {
      source: "desk",
      id: `F${index}`,
      kind: "a.happened",
      subject: "contract",
      by: "provider",
      occurred: 0,
      recorded: 1,
      fields: {},
    },
  }),
);
const leaves = entries.map(leafHashOfText);
const root = rootOfLeaves(leaves);
const used = { position: 2, entry: entries[2]! };

function told(changed: Partial<ProofTold> = {}, origin = `provider.example/${contract}`): ProofTold {
  const note = signNote({ text: checkpointText({ origin, size: 4, root }), signatures: [] }, signer);
  const hashAt = (level: number, index: number): Uint8Array =>
    level === 0 ? leaves[index]! : nodeHash(hashAt(level - 1, index * 2), hashAt(level - 1, index * 2 + 1));
  const proof = proofToText(inclusionProof(hashAt, 2, 4));
  return { entry: 2, size: 4, text: entries[2]!, proof, checkpoint: noteToText(note), ...changed };
}

test("an entry on its way to the signed root holds", () =>
  expect(verifyEntry(told(), used, contract, key)).toMatchObject({ holds: true, size: 4, signer: "provider.example" }));

test("each thing that does not hold is named", () => {
  const faultOf = (proof: ProofTold, by = key, entry = used) => {
    const proven = verifyEntry(proof, entry, contract, by);
    return proven.holds ? "holds" : proven.fault;
  };
  const { checkpoint: _, ...unsigned } = told();
  const other = verifierKeyToText(signerOf("somebody.example", new Uint8Array(32).fill(8)).key);
  expect([
    faultOf(unsigned),
    faultOf(told(), other),
    faultOf(told({}, "provider.example/another")),
    faultOf(told({ size: 3 })),
    faultOf(told({ proof: told().proof.toReversed() })),
    faultOf(told(), key, { position: 2, entry: entries[1]! }),
    faultOf(told({ checkpoint: "nothing" })),
  ]).toEqual(["unsigned", "signature", "other-log", "size", "not-in-log", "other-entry", "unreadable"]);
});
