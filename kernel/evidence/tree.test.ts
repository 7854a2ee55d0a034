import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  append,
  emptyFrontier,
  type Frontier,
  frontierFromBytes,
  frontierToBytes,
  leafHash,
  leafHashOfText,
  nodeHash,
  rootOf,
  rootOfLeaves,
} from "./tree.ts";

// The reference tree of Certificate Transparency: its eight leaves and the roots of their beginnings.
const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map(hexToBytes);
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const grown = (leaves: readonly Uint8Array[]) =>
  leaves.reduce<Frontier>((frontier, leaf) => append(frontier, leafHash(leaf)), emptyFrontier);

/** RFC 6962 §2.1, word for word. */
function rootByTheStandard(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length < 2) return leaves.length === 0 ? rootOf(emptyFrontier) : leafHash(leaves[0]!);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(rootByTheStandard(leaves.slice(0, k)), rootByTheStandard(leaves.slice(k)));
}

describe("the tree of RFC 6962", () => {
  test.each(ROOTS.map((root, size) => [size, root] as const))("of %i reference leaves has its published root", (size, root) => {
    expect(bytesToHex(rootOf(grown(LEAVES.slice(0, size))))).toBe(root);
  });

  test("grown leaf by leaf it has the root that the standard defines", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 }), (leaves) => {
        expect(rootOf(grown(leaves))).toEqual(rootByTheStandard(leaves));
        expect(rootOfLeaves(leaves.map(leafHash))).toEqual(rootByTheStandard(leaves));
      }),
    );
  });

  test("each inner node is told once, when its last leaf comes", () => {
    const told: string[] = [];
    let frontier = emptyFrontier;
    for (const leaf of LEAVES) frontier = append(frontier, leafHash(leaf), ({ level, index }) => told.push(`${level}/${index}`));
    expect(told).toEqual(["1/0", "1/1", "2/0", "1/2", "1/3", "2/1", "3/0"]);
  });

  test("a text is hashed as its bytes are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(leafHashOfText(text)).toEqual(leafHash(new TextEncoder().encode(text)));
      }),
    );
  });

  test("a leaf is never taken for a node", () => {
    const [left, right] = [leafHash(LEAVES[0]!), leafHash(LEAVES[1]!)];
    expect(leafHash(Uint8Array.from([...left, ...right]))).not.toEqual(nodeHash(left, right));
  });
});

describe("a frontier in storage", () => {
  test("comes back as it was", () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), (size) => {
        const frontier = grown(Array.from({ length: size }, (_, n) => Uint8Array.of(n % 256)));
        expect(frontierFromBytes(frontierToBytes(frontier))).toEqual(frontier);
      }),
    );
  });

  test("of another length than its size says is refused", () => {
    const bytes = frontierToBytes(grown(LEAVES.slice(0, 5)));
    for (const wrong of [bytes.slice(0, -1), bytes.slice(0, 7), new Uint8Array(), Uint8Array.from([...bytes, 0]), bytes.with(7, 7)])
      expect(() => frontierFromBytes(wrong)).toThrow("frontier");
  });
});
