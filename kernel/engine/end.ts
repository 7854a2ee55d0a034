import type { Clause } from "../terms/clause.ts";
import type { Instant } from "../time/instant.ts";
import { localOf, midnight } from "../time/zone.ts";
import type { Event } from "./event.ts";
import type { Because } from "./item.ts";
import { changeItem, itemsOf, schedule, type Step, tell, unschedule, withClause } from "./step.ts";

/** The contract is told to end at an instant; an earlier end already announced stands. An instant reached ends it now. */
export function announceEnd(step: Step, clause: Clause, at: Instant, byTerm: boolean, event: Event): void {
  const { state } = step;
  if (state.ended !== undefined || (state.ends && state.ends.at <= at)) return;
  const because = withClause(event.because, clause.id);
  state.ends = { at: Math.max(at, step.at), byTerm, because };
  unschedule(step, "engine", "end");
  const { by, fields } = event;
  tell(step, { name: "contract.ends", subject: "contract", at: step.at, ...(by !== undefined && { by }), fields: { ...fields, clause: clause.id }, because, depth: event.depth + 1 });
  if (at <= step.at) finish(step);
  else schedule(step, { at, clause: "engine", purpose: "end" });
}

/** At the end announced: credit days earned come first (S-1.2: only at the term of the contract), then the contract ends. */
export function reachEnd(step: Step): void {
  const { state } = step;
  if (!state.ends || state.ends.at > step.at || state.ended !== undefined) return;
  if (state.ends.byTerm && state.creditDays > 0) {
    const { zone } = step.world;
    const at = midnight(zone, localOf(zone, state.ends.at - 1).day + 1 + state.creditDays);
    settleCredits(step);
    state.creditDays = 0;
    state.ends = { ...state.ends, at };
    schedule(step, { at, clause: "engine", purpose: "end" });
    return;
  }
  finish(step);
}

function settleCredits(step: Step): void {
  for (const clause of Object.keys(step.state.items)) {
    for (const item of itemsOf(step, clause)) {
      if (item.type === "amount" && item.state === "due" && item.figure?.unit === "days") changeItem(step, item, { state: "settled", done: step.at });
    }
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
  tell(step, { name: "contract.ended", subject: "contract", at: step.at, fields: { clause: because.clauses.at(-1) ?? "" }, because, closesDay, depth: 0 });
}

/** What the end does to what stood open: rights lapse unless they survive or the end opened them; duties stay; running ones have run their course. */
export function closeAfterEnd(step: Step): void {
  const { contract } = step.world;
  for (const id of Object.keys(step.state.items)) {
    const clause = contract.byId.get(id);
    if (clause?.survives) continue;
    for (const item of itemsOf(step, id)) {
      if (item.type === "right" && item.opened < step.at) changeItem(step, item, { state: "lapsed", reason: { code: "contract-ended", args: {} } });
      else if (item.type === "obligation" && (item.data === "standing" || item.data === "periodic") && item.state !== "missed") changeItem(step, item, { state: "kept", done: step.at });
    }
  }
}
