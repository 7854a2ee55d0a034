import { follow } from "../../engine/effect.ts";
import type { Event } from "../../engine/event.ts";
import type { Reason } from "../../engine/item.ts";
import { openItem, type Step, tellOf, withClause } from "../../engine/step.ts";
import type { Clause } from "../../terms/clause.ts";
import type { Limit } from "./keys.ts";

/** Records an effective act that a limit forbids: a miss that is over as soon as it happened. */
export function recordBreach(step: Step, clause: Clause<Limit>, act: Event, reason: Reason): void {
  openItem(step, {
    type: "obligation",
    clause: clause.id,
    subject: act.subject,
    state: "missed",
    party: act.by ?? clause.party ?? "",
    opened: act.at,
    due: act.at,
    done: act.at,
    closed: act.at,
    reason,
    because: withClause(act.because, clause.id),
    fields: { act: act.name },
    version: step.state.amendments.length,
  });
  tellOf(step, clause, "exceeded", act);
}

export function exceed(step: Step, clause: Clause<Limit>, act: Event): void {
  tellOf(step, clause, "exceeded", act);
  if (Array.isArray(clause.otherwise)) follow(step, clause, clause.otherwise, act);
}
