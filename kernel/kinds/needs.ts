import type { Event } from "../engine/event.ts";
import { WHOLE } from "../engine/item.ts";
import type { Step } from "../engine/step.ts";
import type { Clause } from "../terms/clause.ts";
import type { Instant } from "../time/instant.ts";

/** When each needed event last happened, by event and subject, with the fields a validity may depend on. */
export type Needs = Readonly<Record<string, Readonly<Record<string, { at: Instant; closesDay?: boolean; until?: string }>>>>;

type Needing = Clause & { needs?: readonly string[] | undefined; since?: readonly string[] | undefined };

/** Remembers a needed event, or forgets the subject's when `released`. */
export function rememberNeed(step: Step, clause: Needing, role: string, event: Event, validity?: string): void {
  const memory = (step.state.memory[clause.id] as { needs?: Needs } | undefined) ?? {};
  const needs = memory.needs ?? {};
  if (role === "released") {
    const left = Object.fromEntries(Object.entries(needs).map(([name, bySubject]) => [name, Object.fromEntries(Object.entries(bySubject).filter(([subject]) => subject !== event.subject))]));
    step.state.memory[clause.id] = { ...memory, needs: left };
    return;
  }
  const name = role.slice(role.indexOf(":") + 1);
  const told = validity === undefined ? undefined : event.fields[validity];
  const entry = { at: event.at, ...(event.closesDay && { closesDay: true }), ...(typeof told === "string" && { until: told }) };
  step.state.memory[clause.id] = { ...memory, needs: { ...needs, [name]: { ...needs[name], [event.subject]: entry } } };
}

/** What happened of a needed event on a subject, or on the contract as a whole. */
export function happened(step: Step, clause: Clause, name: string, subject: string): { at: Instant; closesDay?: boolean; until?: string } | undefined {
  const bySubject = (step.state.memory[clause.id] as { needs?: Needs } | undefined)?.needs?.[name];
  return bySubject?.[subject] ?? bySubject?.[WHOLE];
}

/** The first needed event that has not happened, or undefined when all have. */
export function needsMet(step: Step, clause: Needing, subject: string): string | undefined {
  return clause.needs?.find((name) => happened(step, clause, name, subject) === undefined);
}
