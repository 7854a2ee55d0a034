import type { Instant } from "../time/instant.ts";
import type { Versions } from "./apply.ts";
import type { Item } from "./item.ts";
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

/** An item under its name: clause / subject / opening number. */
export interface NumberedItem extends Item {
  id: string;
  /** Where the contract's clause stands. */
  document: string;
  article: string;
}

/** A change to this changes what is computed from the same input: raise it with every correction of the engine. */
export const ENGINE_EDITION = "1";

/** Reads a state and the items that have left it. Growing amounts are worked out to the instant. */
export function readStanding(versions: Versions, state: State, closed: readonly Item[], at: Instant, knownAt: Instant): Standing {
  const world = versions.of(state);
  const { contract, references } = world;
  const step: Step = { world, state, at, closed: [], queue: [] };
  const open = Object.values(state.items).flatMap((items) => items.map((item) => grown(step, item)));
  const { term } = state;
  const ends = state.ended ?? state.ends?.at;
  return {
    contract: contract.name,
    at,
    knownAt,
    edition: { engine: ENGINE_EDITION, references: references.edition, documents: Object.fromEntries(contract.documents.map(({ id, version }) => [id, version])) },
    phase: state.ended !== undefined ? "ended" : state.suspended !== undefined ? "suspended" : state.accepted ? "running" : "not accepted",
    ...(state.accepted && { accepted: state.accepted.at }),
    ...(state.activated !== undefined && { activated: state.activated }),
    ...(term && { term: { period: term.period, start: term.start, end: term.end } }),
    ...(ends !== undefined && { ends }),
    creditDays: state.creditDays,
    items: numbered(step, [...closed, ...open]),
  };
}

function grown(step: Step, item: Item): Item {
  if (item.state !== "accruing" && item.state !== "unknown") return item;
  const clause = step.world.contract.byId.get(item.clause);
  const kind = clause && step.world.contract.kinds.get(clause.kind);
  return (clause && kind?.accrue?.(step, clause, item, step.at)) ?? item;
}

/** Opening numbers count the openings of one clause about one subject, in order; the state does not have to remember them. */
function numbered(step: Step, items: readonly Item[]): NumberedItem[] {
  const { byId } = step.world.contract;
  const counts = new Map<string, number>();
  const sorted = items.toSorted((a, b) => a.opened - b.opened || (a.twin ?? 0) - (b.twin ?? 0));
  return sorted.map((item) => {
    const key = `${item.clause}/${item.subject}${item.type === "refusal" ? "/refused" : ""}`;
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    const clause = byId.get(item.clause);
    return { ...item, id: `${key}/${number}`, document: clause?.document ?? "", article: clause?.article ?? "" };
  });
}
