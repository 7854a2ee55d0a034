import type { HashAt, NodeId } from "./proofs.ts";
import { nodeHash } from "./tree.ts";

/**
 * Storage keeps the leaves and every eighth level: one more hash for 255 entries. A proof in a log of 100,000 then reads nine
 * hundred hashes at most, nearly all of them side by side.
 */
export const STORED_EVERY = 8;

export function isStored({ level }: Pick<NodeId, "level">): boolean {
  return level % STORED_EVERY === 0;
}

/** The stored nodes from which complete subtrees are computed: at most 128 for each, each named once. */
export function storedNodesFor(nodes: readonly NodeId[]): NodeId[] {
  const stored = new Map<string, NodeId>();
  for (const { level, index } of nodes) {
    const below = level % STORED_EVERY;
    const width = 2 ** below;
    for (let n = 0; n < width; n += 1) {
      const node = { level: level - below, index: index * width + n };
      stored.set(`${node.level}/${node.index}`, node);
    }
  }
  return [...stored.values()];
}

/** The hash of any complete subtree, from those that are stored. */
export function hashFromStored(stored: HashAt): HashAt {
  return function hashAt(level: number, index: number): Uint8Array {
    return isStored({ level }) ? stored(level, index) : nodeHash(hashAt(level - 1, index * 2), hashAt(level - 1, index * 2 + 1));
  };
}
