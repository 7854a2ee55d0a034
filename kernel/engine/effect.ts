import type { Clause } from "../terms/clause.ts";
import type { Effect, Time } from "../terms/grammar.ts";
import { announceEnd } from "./end.ts";
import type { Event } from "./event.ts";
import { textOf, WHOLE } from "./item.ts";
import type { Stated } from "../terms/stated.ts";
import type { Instant } from "../time/instant.ts";
import { after, instantOf, resolve } from "./resolve.ts";
import { born, schedule, type Step, tell } from "./step.ts";

/** Carries out what a clause says follows: ends, extensions, figures set, events told now or later. */
export function follow(step: Step, clause: Clause, effects: readonly Effect[] | undefined, event: Event): void {
  for (const effect of effects ?? []) one(step, clause, effect, event);
}

function one(step: Step, clause: Clause, effect: Effect, event: Event): void {
  switch (effect.do) {
    case "end": {
      // Where the text leaves the date open and none is stated, the act itself is the date.
      const at = (effect.at === "after notice" ? afterNotice(step, clause, event) : instantOf(step, clause, effect.at, event)) ?? event.at;
      announceEnd(step, clause, at, effect.at !== "after notice" && effect.at.anchor === "end", event);
      return;
    }
    case "extend": {
      const days = event.fields["days"];
      step.state.creditDays += typeof days === "number" ? days : 0;
      tell(step, born(event, "term.extended", clause));
      return;
    }
    case "set": {
      const value = event.fields[effect.field];
      if (value === undefined) return;
      tell(step, born(event, "contract.amended", clause, { subject: WHOLE, fields: { ...event.fields, sets: { [effect.address]: textOf(value) } } }));
      return;
    }
    case "tell": {
      const at = effect.at ? instantOf(step, clause, effect.at, event) : event.at;
      if (at === undefined || at <= step.at) tell(step, born(event, effect.event, clause));
      else {
        const { subject, fields, because } = born(event, effect.event, clause);
        schedule(step, { at, clause: clause.id, purpose: "tell", subject, data: { event: effect.event, fields, by: event.by ?? null, facts: [...because.facts], clauses: [...because.clauses] } });
      }
    }
  }
}

/** The clause's own notice period, counted from the act. */
function afterNotice(step: Step, clause: Clause, event: Event): Instant | undefined {
  const { notice } = clause as Clause & { notice?: Stated<Time> };
  const found = notice && resolve(step, clause, notice, event);
  return found && "value" in found ? after(step, clause, found.value, event) : undefined;
}
