import { fromBase64, toBase64 } from "./base64.ts";
import { Misread } from "../terms/problem.ts";
import { HASH_BYTES, nodeHash } from "./tree.ts";

// Proofs of RFC 6962 §2.1.1 and §2.1.2, verified as RFC 9162 §2.1.3.2 and §2.1.4.2 say.

/** The hashes of a proof, in the order of the standard. */
export type Proof = readonly Uint8Array[];

/** Where a complete subtree stands in the tree. */
export interface NodeId {
  level: number;
  index: number;
}

/** The hash of a complete subtree. */
export type HashAt = (level: number, index: number) => Uint8Array;

/** Leaves from `from`, up to `until` excluded: a subtree of the standard's recursion, complete or not. */
interface Span {
  from: number;
  until: number;
}

/** That leaf `index` is in the tree of the first `size` leaves. Throws RangeError for a leaf the tree does not have. */
export function inclusionProof(hashAt: HashAt, index: number, size: number): Proof {
  return inclusionSpans(index, size).map((span) => hashOf(span, hashAt));
}

/** That the tree of `size` leaves begins with the tree of the first `old`. Throws RangeError unless 0 < old ≤ size. */
export function consistencyProof(hashAt: HashAt, old: number, size: number): Proof {
  return consistencySpans(old, size).map((span) => hashOf(span, hashAt));
}

/** The complete subtrees that an inclusion proof asks for. */
export function inclusionNodes(index: number, size: number): NodeId[] {
  return inclusionSpans(index, size).flatMap(nodesOf);
}

/** The complete subtrees that a consistency proof asks for. */
export function consistencyNodes(old: number, size: number): NodeId[] {
  return consistencySpans(old, size).flatMap(nodesOf);
}

/** RFC 9162 §2.1.3.2. */
export function verifyInclusion(claim: { index: number; size: number; leaf: Uint8Array; root: Uint8Array; proof: Proof }): boolean {
  let [at, last, hash] = [claim.index, claim.size - 1, claim.leaf];
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(last) || at < 0 || at > last) return false;
  for (const sibling of claim.proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else hash = nodeHash(hash, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(hash, claim.root);
}

/** RFC 9162 §2.1.4.2. */
export function verifyConsistency(claim: { old: number; size: number; oldRoot: Uint8Array; root: Uint8Array; proof: Proof }): boolean {
  const { old, size, oldRoot, root, proof } = claim;
  if (!Number.isSafeInteger(old) || !Number.isSafeInteger(size) || old < 1 || old > size) return false;
  if (old === size) return proof.length === 0 && sameHash(oldRoot, root);
  let [at, last] = [old - 1, size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  const [first, ...rest] = at === 0 ? [oldRoot, ...proof] : proof;
  if (first === undefined) return false;
  let [before, now] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [before, now] = [nodeHash(sibling, before), nodeHash(sibling, now)];
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else now = nodeHash(now, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(before, oldRoot) && sameHash(now, root);
}

export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a.length === b.length && at === a.length;
}

/** As it stands in a file: base 64 of each hash. */
export function proofToText(proof: Proof): string[] {
  return proof.map(toBase64);
}

/** Throws Misread `base64` or `proof`. */
export function proofFromText(texts: readonly string[]): Proof {
  return texts.map((text) => {
    const hash = fromBase64(text);
    if (hash.length !== HASH_BYTES) throw new Misread("proof", { got: text });
    return hash;
  });
}

function inclusionSpans(index: number, size: number): Span[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const spans: Span[] = [];
  let [from, until] = [0, size];
  while (until - from > 1) {
    const middle = from + splitOf(until - from);
    if (index < middle) {
      spans.push({ from: middle, until });
      until = middle;
    } else {
      spans.push({ from, until: middle });
      from = middle;
    }
  }
  return spans.reverse();
}

function consistencySpans(old: number, size: number): Span[] {
  if (!Number.isSafeInteger(old) || old < 1 || old > size) throw new RangeError(`no tree of ${old} at the beginning of one of ${size}`);
  const spans: Span[] = [];
  let [from, until] = [0, size];
  while (until !== old) {
    const middle = from + splitOf(until - from);
    if (old <= middle) {
      spans.push({ from: middle, until });
      until = middle;
    } else {
      spans.push({ from, until: middle });
      from = middle;
    }
  }
  // The verifier has the old root; only where it is no subtree of the new one must its last part be told.
  if (from > 0) spans.push({ from, until });
  return spans.reverse();
}

/** The complete subtrees that make up a span, from the left. */
function nodesOf({ from, until }: Span): NodeId[] {
  const nodes: NodeId[] = [];
  for (let at = from; at < until;) {
    let [level, width] = [0, 1];
    while (at % (width * 2) === 0 && at + width * 2 <= until) [level, width] = [level + 1, width * 2];
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

function hashOf(span: Span, hashAt: HashAt): Uint8Array {
  const hashes = nodesOf(span).map(({ level, index }) => hashAt(level, index));
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** The largest power of two below a size of two or more. */
function splitOf(size: number): number {
  let width = 1;
  while (width * 2 < size) width *= 2;
  return width;
}

function half(n: number): number {
  return Math.floor(n / 2);
}
