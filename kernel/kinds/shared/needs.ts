import { subjectsToChange } from "../../engine/state.ts";
import type { Event } from "../../engine/event.ts";
import { type Json, WHOLE } from "../../engine/item.ts";
import type { Step } from "../../engine/step.ts";
import type { Clause } from "../../terms/clause.ts";
import type { Instant } from "../../time/instant.ts";

/** When a needed event last happened on a subject, and how long it is valid where a field says so. */
interface Happened {
  at: Instant;
  closesDay?: boolean;
  until?: string;
}

type Needing = Clause & { needs?: readonly string[] | undefined; since?: readonly string[] | undefined };

/** The heard events of roles `need:EVENT` are remembered by subject; `released` forgets a subject's. */
export function rememberNeed(step: Step, clause: Needing, role: string, event: Event, validity?: string): void {
  const known = subjectsToChange(step.state, clause.id);
  if (role === "released") {
    for (const name of [...(clause.needs ?? []), ...(clause.since ?? [])]) delete known[keyOf(name, event.subject)];
    return;
  }
  const told = validity === undefined ? undefined : event.fields[validity];
  const entry: Happened = { at: event.at, ...(event.closesDay && { closesDay: true }), ...(typeof told === "string" && { until: told }) };
  known[keyOf(role.slice(role.indexOf(":") + 1), event.subject)] = entry as unknown as Json;
}

function keyOf(name: string, subject: string): string {
  return `${name} ${subject}`;
}

/** What happened of a needed event on a subject, or on the contract as a whole. */
export function happened(step: Step, clause: Clause, name: string, subject: string): Happened | undefined {
  const known = step.state.subjects[clause.id];
  return (known?.[keyOf(name, subject)] ?? known?.[keyOf(name, WHOLE)]) as Happened | undefined;
}

/** The first needed event that has not happened, or undefined when all have. */
export function needsMet(step: Step, clause: Needing, subject: string): string | undefined {
  return clause.needs?.find((name) => happened(step, clause, name, subject) === undefined);
}
