import { bytesToHex } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  consistencyNodes,
  consistencyProof,
  type HashAt,
  inclusionNodes,
  inclusionProof,
  proofFromText,
  proofToText,
  verifyConsistency,
  verifyInclusion,
} from "./proofs.ts";
import { hashFromStored, isStored, storedNodesFor } from "./stored-nodes.ts";
import { append, emptyFrontier, leafHash, rootOf } from "./tree.ts";

const LARGEST = 1100; // more than four stored nodes of level 8

/** A log with every root it ever had, and every complete node. */
const log = (() => {
  const nodes = new Map<string, Uint8Array>();
  const roots = [rootOf(emptyFrontier)];
  let frontier = emptyFrontier;
  for (let index = 0; index < LARGEST; index += 1) {
    const leaf = leafHash(Uint8Array.of(index >> 8, index & 255));
    nodes.set(`0/${index}`, leaf);
    frontier = append(frontier, leaf, ({ level, index: place, hash }) => nodes.set(`${level}/${place}`, hash));
    roots.push(rootOf(frontier));
  }
  const hashAt: HashAt = (level, index) => nodes.get(`${level}/${index}`)!;
  return { nodes, roots, hashAt };
})();

const sizes = fc.integer({ min: 1, max: LARGEST });
const inTree = sizes.chain((size) => fc.record({ size: fc.constant(size), index: fc.nat({ max: size - 1 }) }));
const twoTrees = sizes.chain((size) => fc.record({ size: fc.constant(size), old: fc.integer({ min: 1, max: size }) }));
const flips = fc.record({ hash: fc.nat(), bit: fc.nat({ max: 255 }) });

function flipped(hash: Uint8Array, bit: number): Uint8Array {
  return hash.with(bit >> 3, hash[bit >> 3]! ^ (1 << (bit & 7)));
}

describe("published proofs of the reference tree", () => {
  const HEX = {
    leaf1: "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    node23: "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    node4567: "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    leaf4: "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    node45: "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    node67: "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    node0123: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    leaf6: "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
  };
  const inputs = [[], [0], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57]];
  const leaves = [...inputs, Array.from({ length: 16 }, (_, n) => 0x60 + n)].map((bytes) => Uint8Array.from(bytes));
  const nodes = new Map<string, Uint8Array>();
  let frontier = emptyFrontier;
  for (const [index, leaf] of leaves.entries()) {
    nodes.set(`0/${index}`, leafHash(leaf));
    frontier = append(frontier, leafHash(leaf), ({ level, index: place, hash }) => nodes.set(`${level}/${place}`, hash));
  }
  const hashAt: HashAt = (level, index) => nodes.get(`${level}/${index}`)!;

  test.each([
    [0, 8, [HEX.leaf1, HEX.node23, HEX.node4567]],
    [5, 8, [HEX.leaf4, HEX.node67, HEX.node0123]],
    [0, 1, []],
  ])("leaf %i in the tree of %i", (index, size, proof) => {
    expect(inclusionProof(hashAt, index, size).map(bytesToHex)).toEqual(proof);
  });

  test.each([
    [1, 8, [HEX.leaf1, HEX.node23, HEX.node4567]],
    [6, 8, [HEX.node45, HEX.node67, HEX.node0123]],
    [2, 5, [HEX.node23, HEX.leaf4]],
    [6, 7, [HEX.node45, HEX.leaf6, HEX.node0123]],
    [1, 1, []],
  ])("the tree of %i at the beginning of that of %i", (old, size, proof) => {
    expect(consistencyProof(hashAt, old, size).map(bytesToHex)).toEqual(proof);
  });
});

describe("inclusion", () => {
  test("is proved for every leaf of every tree", () => {
    fc.assert(
      fc.property(inTree, ({ index, size }) => {
        const proof = inclusionProof(log.hashAt, index, size);
        expect(verifyInclusion({ index, size, leaf: log.hashAt(0, index), root: log.roots[size]!, proof })).toBe(true);
      }),
    );
  });

  test("is not proved for another leaf, place, root, or with a bit of the proof changed", () => {
    fc.assert(
      fc.property(inTree, inTree, flips, ({ index, size }, other, { hash, bit }) => {
        const proof = inclusionProof(log.hashAt, index, size);
        const claim = { index, size, leaf: log.hashAt(0, index), root: log.roots[size]!, proof };
        const wrong = [
          { ...claim, leaf: flipped(claim.leaf, bit) },
          { ...claim, root: flipped(claim.root, bit) },
          { ...claim, proof: [...proof, claim.leaf] },
          { ...claim, index: size },
          { ...claim, index: -1 },
          ...(other.index === index ? [] : [{ ...claim, index: other.index }]),
          ...(other.size === size ? [] : [{ ...claim, root: log.roots[other.size]! }]),
          ...(proof.length === 0 ? [] : [{ ...claim, proof: proof.slice(1) }]),
          ...(proof.length === 0 ? [] : [{ ...claim, proof: proof.with(hash % proof.length, flipped(proof[hash % proof.length]!, bit)) }]),
        ];
        expect(wrong.filter((one) => verifyInclusion(one))).toEqual([]);
      }),
    );
  });

  test("of a leaf the tree does not have cannot be asked for", () => {
    expect(() => inclusionProof(log.hashAt, 5, 5)).toThrow(RangeError);
    expect(() => inclusionProof(log.hashAt, -1, 5)).toThrow(RangeError);
  });
});

describe("consistency", () => {
  test("is proved between any two trees of one log", () => {
    fc.assert(
      fc.property(twoTrees, ({ old, size }) => {
        const proof = consistencyProof(log.hashAt, old, size);
        expect(verifyConsistency({ old, size, oldRoot: log.roots[old]!, root: log.roots[size]!, proof })).toBe(true);
      }),
    );
  });

  test("is not proved with a bit of a root or of the proof changed", () => {
    fc.assert(
      fc.property(twoTrees, flips, ({ old, size }, { hash, bit }) => {
        const proof = consistencyProof(log.hashAt, old, size);
        const claim = { old, size, oldRoot: log.roots[old]!, root: log.roots[size]!, proof };
        const wrong = [
          { ...claim, root: flipped(claim.root, bit) },
          { ...claim, oldRoot: flipped(claim.oldRoot, bit) },
          { ...claim, proof: [...proof, claim.root] },
          { ...claim, old: size + 1 },
          { ...claim, old: 0 },
          ...(proof.length === 0 ? [] : [{ ...claim, proof: proof.slice(0, -1) }]),
          ...(proof.length === 0 ? [] : [{ ...claim, proof: proof.with(hash % proof.length, flipped(proof[hash % proof.length]!, bit)) }]),
        ];
        expect(wrong.filter((one) => verifyConsistency(one))).toEqual([]);
      }),
    );
  });
});

describe("from storage, which keeps every eighth level", () => {
  test("the nodes named beforehand are all that a proof reads", () => {
    fc.assert(
      fc.property(inTree, fc.nat(), ({ index, size }, at) => {
        const old = (at % size) + 1;
        for (const [needed, prove] of [
          [inclusionNodes(index, size), (hashAt: HashAt) => inclusionProof(hashAt, index, size)],
          [consistencyNodes(old, size), (hashAt: HashAt) => consistencyProof(hashAt, old, size)],
        ] as const) {
          const loaded = new Map(
            storedNodesFor(needed).map((node) => [`${node.level}/${node.index}`, log.nodes.get(`${node.level}/${node.index}`)]),
          );
          expect([...loaded.values()].every((hash) => hash !== undefined)).toBe(true);
          const read = hashFromStored((level, place) => {
            expect(isStored({ level })).toBe(true);
            return loaded.get(`${level}/${place}`)!;
          });
          expect(prove(read)).toEqual(prove(log.hashAt));
        }
      }),
    );
  });

  test("no proof in a log of 100,000 reads 1,500 hashes or takes two kilobytes", () => {
    const size = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (of, a, b) => {
        const spans = [inclusionNodes(a % of, of), consistencyNodes((b % of) + 1, of)];
        expect(Math.max(...spans.map((needed) => storedNodesFor(needed).length))).toBeLessThan(1500);
        const proof = inclusionProof(() => new Uint8Array(32), a % of, of);
        expect(JSON.stringify(proofToText(proof)).length).toBeLessThan(2048);
      }),
      { numRuns: 500 },
    );
  });

  test("a proof's text is read back, and a hash of another length refused", () => {
    const proof = inclusionProof(log.hashAt, 77, 1000);
    expect(proofFromText(proofToText(proof))).toEqual(proof);
    expect(() => proofFromText(["AAAA"])).toThrow("proof");
  });
});
