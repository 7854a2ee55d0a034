import fc from "fast-check";
import { expect, test } from "vitest";
import { openHashing } from "./hashing.ts";
import { leafHash, leafHashOfText, nodeHash, rootOfLeaves } from "./tree.ts";

const texts = fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.string({ minLength: 1400, maxLength: 3000 })), {
  maxLength: 6,
});

test("many hashed through one buffer have the hashes of one by one", () => {
  fc.assert(
    fc.property(texts, (all) => {
      const { leaf, node } = openHashing();
      const leaves = all.map(leaf);
      expect(leaves).toEqual(all.map((text) => leafHash(new TextEncoder().encode(text))));
      expect(leaves).toEqual(all.map((text) => leafHashOfText(text)));
      expect(rootOfLeaves(leaves, node)).toEqual(rootOfLeaves(leaves));
    }),
  );
});

test("half a character is hashed as the sign that stands for one", () => {
  const { leaf } = openHashing();
  for (const text of ["\ud800", "a\udfffb", "\ud83dx", "\udc00\ud800", "😀\ud83d"])
    expect(leaf(text)).toEqual(leafHash(new TextEncoder().encode(text)));
});

test("a node is hashed as ever", () => {
  const [left, right] = [leafHashOfText("a"), leafHashOfText("b")];
  expect(openHashing().node(left, right)).toEqual(nodeHash(left, right));
});
