import type { Agreement } from "../../kinds/agreement.ts";
import type { Kind } from "../../kinds/kind.ts";
import type { Clause } from "../clause.ts";
import { type Contract, type Decision, isFiled, type Library, type Listener, type Particulars } from "../contract.ts";
import { type Problem, problem } from "../problem.ts";
import type { Document } from "../read.ts";

export interface Parts {
  library: Library;
  particulars: Particulars;
  documents: readonly Document[];
  clauses: readonly Clause[];
  decisions: Decision[];
  problems: Problem[];
}

/** Finds once what the engine asks at every event: who hears it, who decides on it, what lives after the end. */
export function indexed({ library, particulars, documents, clauses, decisions, problems }: Parts): Contract {
  const { kinds } = library;
  const byId = new Map<string, Clause>();
  const listeners = new Map<string, Listener[]>();
  const limits = new Map<string, Clause[]>();
  const rights = new Map<string, Clause[]>();
  // Periods are known before what counts from them, wherever the term stands in the text.
  for (const clause of [...clauses.filter(({ kind }) => kind === "term"), ...clauses.filter(({ kind }) => kind !== "term")]) {
    const twin = byId.get(clause.id);
    if (twin)
      problems.push(
        problem("id-twice", clause.place, { clause: clause.id, document: twin.document, first: `${twin.place.file}:${twin.place.line}` }),
      );
    byId.set(clause.id, clause);
    const kind = kinds.get(clause.kind)!;
    for (const { event, role } of kind.hears(clause)) push(listeners, event, { clause, kind, role });
  }
  // The contract's own clauses answer an act before the law's: a refusal names what the parties wrote where both refuse.
  for (const clause of [...clauses.filter(({ rank }) => rank !== "law"), ...clauses.filter(({ rank }) => rank === "law")]) {
    for (const act of kinds.get(clause.kind)!.governs?.(clause) ?? []) push(clause.kind === "right" ? rights : limits, act, clause);
  }
  const agreement = clauses.find(
    (clause): clause is Clause<Agreement> => clause.kind === "agreement" && (clause as Clause<Agreement>).annexes !== undefined,
  );
  for (const annex of agreement?.annexes ?? []) {
    if (!isFiled(particulars, annex)) decisions.push({ code: "annex-missing", clause: agreement!.id, args: { annex } });
  }
  const first = documents.find(({ rank }) => rank !== "law");
  const factKinds = new Map(library.factKinds);
  for (const document of documents) for (const kind of document.factKinds) factKinds.set(kind.kind, kind);
  const holidays = first?.source.front.holidays;
  return {
    name: particulars.contract,
    documents,
    clauses,
    byId,
    kinds,
    factKinds,
    particulars,
    zone: first?.source.front.zone ?? "Europe/Paris",
    ...(holidays !== undefined && { holidays }),
    listeners,
    limits,
    rights,
    afterEnd: reachableFromEnd(clauses, kinds),
    decisions,
    problems,
    library,
  };
}

/** Clauses that survive, and those that the contract's end leads to, step by step. */
function reachableFromEnd(clauses: readonly Clause[], kinds: ReadonlyMap<string, Kind>): Set<string> {
  const reached = new Set(clauses.filter(({ survives }) => survives).map(({ id }) => id));
  const events = new Set(["contract.ends", "contract.ended"]);
  for (let grew = true; grew;) {
    grew = false;
    for (const clause of clauses) {
      const kind = kinds.get(clause.kind)!;
      if (!reached.has(clause.id)) {
        if (!kind.hears(clause).some(({ event, opens }) => (opens ?? false) && events.has(event))) continue;
        reached.add(clause.id);
      }
      for (const told of kind.tells(clause)) {
        if (events.has(told)) continue;
        events.add(told);
        grew = true;
      }
    }
  }
  return reached;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
