import type { Clause } from "../clause.ts";
import { onClause } from "./finding.ts";
import { namesIn } from "./names.ts";
import type { Check } from "./review.ts";

const withoutMechanics = new Set(["hours", "agreement", "statement", "bound"]);

/** A clause with mechanics that no worked example shows: its name stands in no line of any. */
export const unshown: Check = ({ contract, own }) => {
  const told = new Set(
    [...contract.library.documents.values()].flatMap(({ examples }) =>
      examples.flatMap(({ body }) => body.match(/[a-z][a-z0-9.-]*/g) ?? []),
    ),
  );
  const names = new Set([...told].flatMap((word) => [word, word.split(".")[0]!]));
  return own.flatMap((clause) =>
    withoutMechanics.has(clause.kind) || names.has(clause.id) || pauses(clause, told)
      ? []
      : [onClause(clause, "no-example", "note", { kind: clause.kind })],
  );
};

/** A pause has no state of its own: what starts and ends it shows it. */
function pauses(clause: Clause, told: ReadonlySet<string>): boolean {
  return (
    clause.kind === "pause" &&
    namesIn(clause, "event")
      .filter(({ key }) => key === "from")
      .some(({ name }) => told.has(name))
  );
}
