import { partyNames } from "./parties.ts";
import type { Clause } from "../clause.ts";
import type { Effect } from "../grammar.ts";
import { nearest } from "../problem.ts";
import { documentOf } from "./events.ts";
import { onClause } from "./finding.ts";
import type { Check } from "./review.ts";

interface Names {
  contradicts?: string[];
  whileOpen?: string[];
  notWhileOpen?: string[];
  during?: string | string[];
  hours?: string;
  stops?: string[];
  quantity?: { is: string; value?: { limit?: string } };
  then?: Effect[];
  otherwise?: Effect[] | string;
}

/** A clause that another names and that is not there. */
export const namedClauses: Check = ({ contract, own }) =>
  own.flatMap((clause) =>
    [...namedBy(clause)].flatMap(([id, key]) => {
      const dropped = contract.decisions.some((decision) => decision.clause === id);
      if (contract.byId.has(id) || dropped) return [];
      const document = documentOf(contract.library, id, contract);
      // What a clause contradicts may stand in a document that this contract does not have.
      if (document !== undefined && key === "contradicts") return [];
      return [
        onClause(clause, "clause-unknown", document === undefined ? "error" : "warning", {
          key,
          name: id,
          document,
          near: document === undefined ? nearest(id, contract.byId.keys()) : undefined,
        }),
      ];
    }),
  );

function namedBy(clause: Clause): Map<string, string> {
  const {
    contradicts = [],
    whileOpen = [],
    notWhileOpen = [],
    during,
    hours,
    stops = [],
    quantity,
    then,
    otherwise,
  } = clause as unknown as Names;
  const names = new Map<string, string>();
  const add = (key: string, ids: readonly string[]) => ids.forEach((id) => names.set(id, key));
  add("contradicts", contradicts);
  add("while-open", whileOpen);
  add("not-while-open", notWhileOpen);
  if (clause.kind === "limit" && typeof during === "string") add("during", [during]);
  if (hours !== undefined) add("hours", [hours]);
  add(
    "stops",
    stops.filter((one) => !partyNames.has(one)),
  );
  if (quantity?.value?.limit !== undefined) add("quantity", [quantity.value.limit]);
  for (const effect of [...(then ?? []), ...(Array.isArray(otherwise) ? otherwise : [])])
    if (effect.do === "set") add("then", [effect.address.split(".")[0]!]);
  return names;
}
