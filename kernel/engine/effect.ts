import type { Clause } from "../terms/clause.ts";
import { compare } from "../money/fraction.ts";
import { type Effect, type Moment, number, type Time } from "../terms/grammar.ts";
import { announceEnd, moveEnd } from "./end.ts";
import type { Event } from "./event.ts";
import { textOf, WHOLE } from "./item.ts";
import type { Stated } from "../terms/stated.ts";
import type { Instant } from "../time/instant.ts";
import { after, instantOf, resolve } from "./resolve.ts";
import { born, openItem, schedule, type Step, tell, withClause } from "./step.ts";

/** Carries out what a clause says follows: ends, extensions, figures set, events told now or later. */
export function follow(step: Step, clause: Clause, effects: readonly Effect[] | undefined, event: Event): void {
  for (const effect of effects ?? []) one(step, clause, effect, event);
}

function one(step: Step, clause: Clause, effect: Effect, event: Event): void {
  switch (effect.do) {
    case "end": {
      const at = endOf(step, clause, effect.at, event);
      if (at === undefined) undated(step, clause, event);
      else announceEnd(step, clause, at, effect.at !== "after notice" && effect.at.anchor === "end", event);
      return;
    }
    case "extend": {
      const days = event.fields["days"];
      step.state.creditDays += typeof days === "number" ? days : 0;
      moveEnd(step, event);
      tell(step, born(event, "term.extended", clause));
      return;
    }
    case "set": {
      const value = event.fields[effect.field];
      if (value === undefined || (effect.onlyUp && !raises(step, effect.address, textOf(value)))) return;
      tell(
        step,
        born(event, "contract.amended", clause, { subject: WHOLE, fields: { ...event.fields, sets: { [effect.address]: textOf(value) } } }),
      );
      return;
    }
    case "tell": {
      const at = effect.at ? instantOf(step, clause, effect.at, event) : event.at;
      if (at === undefined) undated(step, clause, event);
      else if (at <= step.at) tell(step, born(event, effect.event, clause));
      else {
        const { subject, fields, because } = born(event, effect.event, clause);
        schedule(step, {
          at,
          clause: clause.id,
          purpose: "tell",
          subject,
          data: { event: effect.event, fields, by: event.by ?? null, facts: [...because.facts], clauses: [...because.clauses] },
        });
      }
    }
  }
}

/** When the contract ends: after the clause's notice, or at a moment; the act's own instant where the date was the party's to state and it stated none. */
function endOf(step: Step, clause: Clause, at: Moment | "after notice", event: Event): Instant | undefined {
  if (at !== "after notice") return instantOf(step, clause, at, event) ?? (typeof at.anchor === "object" ? event.at : undefined);
  const { notice } = clause as Clause & { notice?: Stated<Time> };
  const found = notice && resolve(step, clause, notice, event);
  return found && "value" in found ? after(step, clause, found.value, event) : undefined;
}

/** A consequence that cannot be dated is unknown: it stands, and does not happen. */
export function undated(step: Step, clause: Clause, event: Pick<Event, "at" | "subject" | "because">): void {
  const reason = step.unknown ?? { code: "effect-undated", args: {} };
  delete step.unknown;
  openItem(step, {
    type: "obligation",
    clause: clause.id,
    subject: event.subject,
    state: "unknown",
    party: clause.party ?? "",
    opened: event.at,
    closed: event.at,
    reason,
    because: withClause(event.because, clause.id),
    fields: {},
    version: step.state.amendments.length,
  });
}

/** Whether a value is above what the figure says now; a figure not given yet is raised by anything. */
function raises(step: Step, address: string, value: string): boolean {
  const [id = "", figure = ""] = address.split(".");
  const stated = step.world.contract.byId.get(id)?.raw[figure];
  const [now, next] = [typeof stated === "string" ? number(stated) : undefined, number(value)];
  return next !== undefined && (now === undefined || compare(next, now) > 0);
}
