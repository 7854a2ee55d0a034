import type { Fault } from "#ledger/audit/fault.ts";
import { faultWords, mendOf } from "../show/fault-words.ts";

/** A fault for machines: kind and place stay; words may improve. Absent values: there is nothing, or nothing was expected. */
export function faultJson({ kind, place, expected, found }: Fault, contract: string): Record<string, unknown> {
  return {
    kind,
    place,
    ...(expected !== undefined && { expected }),
    ...(found !== undefined && { found }),
    words: faultWords[kind],
    mend: mendOf(kind, contract),
  };
}
