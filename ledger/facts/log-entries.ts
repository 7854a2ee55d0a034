import { hash } from "node:crypto";
import type { Fact } from "#kernel/engine/fact.ts";
import { entryToText } from "#kernel/evidence/entry.ts";
import { append as grow, type TreeNode } from "#kernel/evidence/tree.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import type { Fold } from "../fold/folds.ts";
import type { FactRow } from "../fold/write.ts";
import type { ContractName } from "../ledger.ts";
import type { SortedOut } from "./told.ts";

/** What goes before an entry whose leaf hash is taken (RFC 6962). The kernel's own hash is for where there is no Node. */
const LEAF = Buffer.from([0]);

/** Facts as entries of the log, and the log grown by them. */
export interface Logged {
  rows: FactRow[];
  /** Inner nodes to keep: those of every eighth level that became complete. */
  nodes: TreeNode[];
  grown: Pick<Fold, "frontier" | "facts">;
}

/** Writes facts as log entries. `counted` says where each now stands in the life; undefined for one that stands nowhere. */
export function logEntries(
  { contract }: ContractName,
  fold: Fold,
  { fresh, texts }: Pick<SortedOut, "fresh" | "texts">,
  counted: readonly (Fact | undefined)[],
): Logged {
  const nodes: TreeNode[] = [];
  let { frontier } = fold;
  const rows = fresh.map((fact, index): FactRow => {
    const position = fold.facts + index;
    const version = fold.contract.factKinds.get(fact.kind)?.version ?? 1;
    const sealed = texts.get(fact) ?? [];
    const lived = counted[index];
    const personal = Object.fromEntries(sealed.map(({ field, commitment }) => [field, commitment]));
    const entry = Buffer.from(entryToText({ contract, index: position, fact, version, ...(sealed.length > 0 && { personal }) }), "utf8");
    const leaf = hash("sha256", Buffer.concat([LEAF, entry]), "buffer");
    frontier = grow(frontier, leaf, (node) => {
      if (node.level % 8 === 0) nodes.push(node);
    });
    const { source, id, kind, subject, by, occurred, recorded } = fact;
    return {
      position,
      source,
      id,
      kind,
      subject,
      party: by,
      occurred: formatInstant(occurred),
      recorded: formatInstant(recorded),
      ...(lived && { lived: formatInstant(lived.occurred) }),
      entry,
      leaf,
      ...(sealed.length > 0 && { personal: sealed.map(({ field, person, sealed: kept }) => ({ field, person, sealed: kept })) }),
    };
  });
  return { rows, nodes, grown: { frontier, facts: fold.facts + fresh.length } };
}
