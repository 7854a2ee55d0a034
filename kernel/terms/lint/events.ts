import type { Clause } from "../clause.ts";
import type { Contract } from "../contract.ts";
import { nearest } from "../problem.ts";
import type { WrittenClause } from "../read.ts";

/** Which events can come about in a composition, and which clauses they can reach. */
export interface Told {
  /** Events that facts, the engine and reachable clauses can tell. */
  possible: ReadonlySet<string>;
  /** Clauses that some possible event opens, or that need none. */
  live: ReadonlySet<string>;
  /** Every event that the composition knows of, reachable or not. */
  known: ReadonlySet<string>;
}

/** Events that the engine tells by itself, whatever the clauses say. */
const ownEvents = ["contract.ends", "contract.ended", "invoice.overdue", "invoice.settled", "invoice.paid-in-part"];

/** The fixpoint: facts may always be stated; a clause tells its events once something can open it. */
export function tellings(contract: Contract): Told {
  const { clauses, factKinds } = contract;
  const possible = new Set([...factKinds.keys(), ...ownEvents]);
  const live = new Set<string>();
  for (let grew = true; grew;) {
    grew = false;
    for (const clause of clauses) {
      if (live.has(clause.id) || !canOpen(contract, clause, possible)) continue;
      live.add(clause.id);
      for (const event of tells(contract, clause)) possible.add(event);
      grew = true;
    }
  }
  return { possible, live, known: new Set([...possible, ...clauses.flatMap((clause) => tells(contract, clause))]) };
}

function canOpen(contract: Contract, clause: Clause, possible: ReadonlySet<string>): boolean {
  const kind = contract.kinds.get(clause.kind)!;
  const openers = openersOf(contract, clause);
  if (openers.length > 0) return openers.some((event) => possible.has(event));
  return clause.kind !== "limit" || (kind.governs?.(clause) ?? []).some((act) => possible.has(act));
}

/** The events that can open something under the clause. */
export function openersOf(contract: Contract, clause: Clause): string[] {
  return contract.kinds
    .get(clause.kind)!
    .hears(clause)
    .filter(({ opens }) => opens)
    .map(({ event }) => event);
}

/** What the clause itself brings about. A right's act is told by whoever acts, not by the right. */
export function tells(contract: Contract, clause: Clause): string[] {
  const acts = clause.kind === "right" ? new Set((clause as Clause & { usedBy: string[] }).usedBy) : new Set<string>();
  return contract.kinds
    .get(clause.kind)!
    .tells(clause)
    .filter((event) => !acts.has(event))
    .concat(clause.kind === "limit" ? [`${clause.id}.held`] : []);
}

/** The document of the library that would tell the event if it were attached. */
export function elsewhere(contract: Contract, event: string): string | undefined {
  return unattached(contract, ({ id, kind }) => {
    if (!event.startsWith(`${id}.`) || !contract.kinds.has(kind)) return false;
    // Its id is all that a clause needs to say what it tells under its own name.
    return tells(contract, { id, kind, usedBy: [] } as unknown as Clause).includes(event);
  });
}

/** The document, not attached, that holds a clause of this id. */
export function documentOf(contract: Contract, id: string): string | undefined {
  return unattached(contract, (clause) => clause.id === id);
}

function unattached({ documents, library }: Contract, holds: (clause: WrittenClause) => boolean): string | undefined {
  const attached = new Set(documents.map(({ id }) => id));
  return [...library.documents.values()].find(({ id, clauses }) => !attached.has(id) && clauses.some(holds))?.id;
}

export function nearEvent({ known }: Told, event: string): string | undefined {
  return nearest(event, known);
}
