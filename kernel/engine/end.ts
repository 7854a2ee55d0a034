import type { Clause } from "../terms/clause.ts";
import type { Effect } from "../terms/grammar.ts";
import type { Instant } from "../time/instant.ts";
import { localOf, midnight } from "../time/zone.ts";
import type { Event } from "./event.ts";
import type { Because } from "./item.ts";
import { both, changeItem, clauseNamed, itemsOf, schedule, type Step, tell, unschedule, withClause } from "./step.ts";

/**
 * The contract is told to end at an instant; an earlier end already announced stands. An instant reached ends it now. At the
 * term's own end credit days are added (S-1.2: they lengthen the contract, and only there).
 */
export function announceEnd(step: Step, clause: Clause, at: Instant, byTerm: boolean, event: Event): void {
  const { state } = step;
  if (state.ended !== undefined || (state.ends && state.ends.at <= at)) return;
  const because = withClause(event.because, clause.id);
  state.ends = { at: byTerm ? lengthened(step, at) : Math.max(at, step.at), byTerm, because, ...(byTerm && { term: at }) };
  tellEnd(step, { ...event, fields: { ...event.fields, clause: clause.id }, because });
}

/** New credit days move an end that the term brings. */
export function moveEnd(step: Step, event: Event): void {
  const { ends } = step.state;
  if (ends?.term === undefined || step.state.ended !== undefined) return;
  step.state.ends = { ...ends, at: lengthened(step, ends.term), because: both(ends.because, event.because) };
  tellEnd(step, { ...event, subject: "contract", fields: { clause: ends.because.clauses.at(-1) ?? "" } });
}

function lengthened(step: Step, at: Instant): Instant {
  const { zone } = step.world;
  return step.state.creditDays === 0 ? at : midnight(zone, localOf(zone, at - 1).day + 1 + step.state.creditDays);
}

function tellEnd(step: Step, { by, fields, because, depth }: Event): void {
  const { at } = step.state.ends!;
  unschedule(step, "engine", "end");
  tell(step, {
    name: "contract.ends",
    subject: "contract",
    at: step.at,
    ...(by !== undefined && { by }),
    fields,
    because,
    depth: depth + 1,
  });
  if (at <= step.at) finish(step);
  else schedule(step, { at, clause: "engine", purpose: "end" });
}

/** At the end announced, credit days have been used. */
export function reachEnd(step: Step): void {
  const { state } = step;
  if (!state.ends || state.ends.at > step.at || state.ended !== undefined) return;
  if (state.ends.byTerm && state.creditDays > 0) {
    settleCredits(step);
    state.creditDays = 0;
  }
  finish(step);
}

/** The days that lengthened the contract have been given; days granted otherwise are still due. */
function settleCredits(step: Step): void {
  for (const id of Object.keys(step.state.items)) {
    const { then } = (clauseNamed(step, id) ?? {}) as { then?: readonly Effect[] };
    if (!then?.some((effect) => effect.do === "extend")) continue;
    for (const item of itemsOf(step, id))
      if (item.state === "due" && item.figure?.unit === "days") changeItem(step, item, { state: "settled", done: step.at });
  }
}

function finish(step: Step): void {
  const { state } = step;
  const because: Because = state.ends?.because ?? { facts: [], clauses: [] };
  state.ended = step.at;
  unschedule(step, "engine", "end");
  unschedule(step, "engine", "period");
  const { zone } = step.world;
  const closesDay = localOf(zone, step.at).ms === 0;
  tell(step, {
    name: "contract.ended",
    subject: "contract",
    at: step.at,
    fields: { clause: because.clauses.at(-1) ?? "" },
    because,
    closesDay,
    depth: 0,
  });
}

/** What the end does to what stood open: rights lapse unless they survive or the end opened them; duties stay; running ones have run their course. */
export function closeAfterEnd(step: Step): void {
  const { contract } = step.world;
  for (const id of Object.keys(step.state.items)) {
    const clause = contract.byId.get(id);
    if (clause?.survives) continue;
    for (const item of itemsOf(step, id)) {
      if (item.type === "right" && item.opened < step.at)
        changeItem(step, item, { state: "lapsed", reason: { code: "contract-ended", args: {} } });
      else if (item.type === "obligation" && (item.data === "standing" || item.data === "periodic") && item.state !== "missed")
        changeItem(step, item, { state: "kept", done: step.at });
    }
  }
}
