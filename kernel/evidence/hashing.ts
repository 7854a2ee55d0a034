import { sha256 } from "@noble/hashes/sha2.js";
import { HASH_BYTES } from "./tree.ts";
import { utf8Into } from "./utf8.ts";

/** SHA-256. The kernel has its own; who hashes a hundred thousand entries may bring a faster one. It must not keep its argument. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** The hashes of `tree.ts` for many at a time: all go through one buffer, which halves the time. */
export interface Hashing {
  leaf: (text: string) => Uint8Array;
  node: (left: Uint8Array, right: Uint8Array) => Uint8Array;
}

export function openHashing(hash: Sha256 = sha256): Hashing {
  let room = new Uint8Array(4096);
  const pair = new Uint8Array(1 + 2 * HASH_BYTES);
  pair[0] = 1;
  return {
    leaf(text) {
      if (room.length <= text.length * 3) room = new Uint8Array(text.length * 6 + 1);
      room[0] = 0;
      return hash(room.subarray(0, utf8Into(text, room, 1)));
    },
    node(left, right) {
      pair.set(left, 1);
      pair.set(right, 1 + HASH_BYTES);
      return hash(pair);
    },
  };
}
