import type { Comparison } from "../../engine/compare.ts";
import type { Contract } from "../../terms/contract.ts";
import type { Voice } from "../voice.ts";
import { itemJson } from "./standing.ts";

/** What differs, each item before and after. */
export function comparisonJson({ contract: keys, changes }: Comparison, contract: Contract, voice: Voice) {
  return {
    contract: keys,
    changes: changes.map(({ id, sort, before, after, keys: differing }) => ({
      id,
      sort,
      keys: differing,
      ...(before && { before: itemJson(before, contract, voice) }),
      ...(after && { after: itemJson(after, contract, voice) }),
    })),
  };
}
