import type { Instant } from "../time/instant.ts";
import type { Versions } from "./apply.ts";
import type { Item } from "./item.ts";
import type { NumberedItem, Register } from "./register.ts";
import type { State, Term } from "./state.ts";
import type { Step } from "./step.ts";

/** Everything that stands for one contract at one instant, as known at one instant. */
export interface Standing {
  contract: string;
  at: Instant;
  knownAt: Instant;
  /** What computed it: a corrected engine or new reference data restates with a visible difference. */
  edition: { engine: string; references: string; documents: Readonly<Record<string, string>> };
  phase: "not accepted" | "running" | "suspended" | "ended";
  accepted?: Instant;
  activated?: Instant;
  term?: Pick<Term, "period" | "start" | "end">;
  /** The end announced or reached. */
  ends?: Instant;
  creditDays: number;
  items: readonly NumberedItem[];
}

/** A change to this changes what is computed from the same input: raise it with every correction of the engine. */
export const ENGINE_EDITION = "1";

/** Reads a state, beside the items that have left it. Growing amounts are worked out to the instant. */
export function readStanding(
  versions: Versions,
  state: State,
  register: Pick<Register, "nameAll">,
  closed: readonly NumberedItem[],
  at: Instant,
  knownAt: Instant,
): Standing {
  const step = reading(versions, state, at);
  const { contract, references } = step.world;
  const open = Object.values(state.items).flatMap((slots) =>
    register.nameAll(Object.values(slots).flatMap((items) => items.map((item) => grown(step, item)))),
  );
  const { term } = state;
  const ends = state.ended ?? state.ends?.at;
  return {
    contract: contract.name,
    at,
    knownAt,
    edition: {
      engine: ENGINE_EDITION,
      references: references.edition,
      documents: Object.fromEntries(contract.documents.map(({ id, version }) => [id, version])),
    },
    phase: state.ended !== undefined ? "ended" : state.suspended !== undefined ? "suspended" : state.accepted ? "running" : "not accepted",
    ...(state.accepted && { accepted: state.accepted.at }),
    ...(state.activated !== undefined && { activated: state.activated }),
    ...(term && { term: { period: term.period, start: term.start, end: term.end } }),
    ...(ends !== undefined && { ends }),
    creditDays: state.creditDays,
    items: [...closed, ...open],
  };
}

/** A step in which nothing happens. */
function reading(versions: Versions, state: State, at: Instant): Step {
  return {
    world: versions.of(state),
    state,
    at,
    closed: [],
    queue: [],
    clauseAt: (version, id) => versions.at(state, version).contract.byId.get(id),
  };
}

/** An item of a life as it is at an instant: growing amounts are worked out to it. */
export function grownAt({ versions, state }: { versions: Versions; state: State }, item: Item, at: Instant): Item {
  return grown(reading(versions, state, at), item);
}

function grown(step: Step, item: Item): Item {
  if (item.state !== "accruing" && item.state !== "unknown") return item;
  const clause = step.clauseAt?.(item.version, item.clause);
  const kind = clause && step.world.contract.kinds.get(clause.kind);
  return (clause && kind?.accrue?.(step, clause, item, step.at)) ?? item;
}
