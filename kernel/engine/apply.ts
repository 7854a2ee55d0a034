import type { Kind } from "../kinds/kind.ts";
import { inForm } from "../kinds/forms.ts";
import { exceed, type Limit, recordBreach } from "../kinds/limit.ts";
import { type Right, rightNeedsMet, useRight } from "../kinds/right.ts";
import { turnPeriod } from "../kinds/term.ts";
import type { Clause } from "../terms/clause.ts";
import { Unusable, problem } from "../terms/problem.ts";
import { type Instant, parseInstant } from "../time/instant.ts";
import { account, fallOverdue, forgetSettled } from "./accounts.ts";
import { closeAfterEnd, reachEnd } from "./end.ts";
import type { Event } from "./event.ts";
import { type Fact, factName } from "./fact.ts";
import { type Item, type Json, type Reason, WHOLE } from "./item.ts";
import { resolve } from "./resolve.ts";
import { closeItem, itemsOf, refuse, schedule, type Step, tell } from "./step.ts";
import type { State, Timer } from "./state.ts";
import type { World } from "./world.ts";
import { localOf } from "../time/zone.ts";

/** Where the contract version that holds at a state is found. */
export interface Versions {
  /** The world of a state, by the amendments it names. */
  of(state: State): World;
  /** The world after one more amendment; a change that cannot be composed throws Unusable. */
  amended(state: State, name: string, event: Event): World;
}

const DEEPEST = 40;

/** Fires the timers due up to and including an instant, in order. The state rests at the last of them. */
export function advance(versions: Versions, state: State, until: Instant, closed: Item[]): void {
  while (state.timers.length > 0 && state.timers[0]!.at <= until) {
    const timer = state.timers.shift()!;
    const step = begin(versions, state, Math.max(timer.at, state.at), closed);
    fire(step, timer);
    drain(versions, step);
  }
}

/** Lets a fact take effect at the instant it occurred, timers due before it first. The fact is not before the state's own instant. */
export function apply(versions: Versions, state: State, fact: Fact, closed: Item[]): void {
  advance(versions, state, fact.occurred, closed);
  const step = begin(versions, state, fact.occurred, closed);
  const event: Event = { name: fact.kind, subject: fact.subject, at: fact.occurred, by: fact.by, fields: fact.fields, because: { facts: [factName(fact)], clauses: [] }, depth: 0 };
  const objection = permit(step, event);
  if (objection) {
    refuse(step, objection.clause, event, objection.reason);
    return;
  }
  if (event.name === "obligation.waived") waive(step, event);
  if (!waits(step, event)) tell(step, event);
  drain(versions, step);
}

/** An amendment signed ahead of its effective date is known from its signature and takes effect at that date. */
function waits(step: Step, event: Event): boolean {
  const effective = event.name === "contract.amended" ? parseInstant(String(event.fields["effective"])) : undefined;
  if (effective === undefined || effective <= step.at) return false;
  schedule(step, { at: effective, clause: "engine", purpose: "tell", subject: event.subject, data: { event: event.name, fields: event.fields, by: event.by ?? null, facts: [...event.because.facts], clauses: [] } });
  return true;
}

function begin(versions: Versions, state: State, at: Instant, closed: Item[]): Step {
  state.at = at;
  return { world: versions.of(state), state, at, closed, queue: [] };
}

function fire(step: Step, timer: Timer): void {
  if (timer.purpose === "tell") {
    const { event, fields, by, facts, clauses } = timer.data as { event: string; fields: Record<string, Json>; by: string | null; facts: string[]; clauses: string[] };
    tell(step, { name: event, subject: timer.subject ?? WHOLE, at: step.at, ...(by !== null && { by }), fields, because: { facts, clauses }, closesDay: timer.clause !== "engine", depth: 0 });
    return;
  }
  if (timer.clause === "engine") {
    if (timer.purpose === "period") turnPeriod(step);
    else if (timer.purpose === "end") reachEnd(step);
    else if (timer.purpose === "overdue") fallOverdue(step, timer.subject ?? "");
    return;
  }
  const clause = step.world.contract.byId.get(timer.clause);
  if (!clause) return;
  step.world.contract.kinds.get(clause.kind)?.fire?.(step, clause, timer);
}

/** Lets the clauses hear what waits, until nothing more is told at this instant. */
function drain(versions: Versions, step: Step): void {
  for (let event = step.queue.shift(); event; event = step.queue.shift()) {
    if (event.depth > DEEPEST) {
      const clause = step.world.contract.byId.get(event.because.clauses.at(-1) ?? "");
      throw new Unusable([problem("cycle", clause?.place ?? { file: step.world.contract.name, line: 1, column: 1 }, { trail: trail(event).join(" → ") })]);
    }
    hear(versions, step, event);
  }
}

/** The last events that led to one, the oldest first. */
function trail(event: Event, most = 8): string[] {
  return event.from && most > 1 ? [...trail(event.from, most - 1), event.name] : [event.name];
}

function hear(versions: Versions, step: Step, event: Event): void {
  const { state } = step;
  builtIn(versions, step, event);
  const over = state.ended !== undefined;
  for (const { clause, kind, role } of step.world.contract.listeners.get(event.name) ?? []) {
    if (!applies(step, clause) || (over && !livesOn(step, clause, kind, role, event))) continue;
    kind.on?.(step, clause, role, event);
  }
  if (event.name === "contract.ended") closeAfterEnd(step);
  else if (event.name === "invoice.settled") forgetSettled(step, event.subject);
}

/** Whether the clause is in force on the step's day (dates of effect of a law). */
function applies(step: Step, { applies: span }: Clause): boolean {
  if (!span) return true;
  const { day } = localOf(step.world.zone, step.at);
  return (span.from ?? -Infinity) <= day && day <= (span.until ?? Infinity);
}

/** After the end only what survives, or what the end led to, opens anything; what stood open may still be kept, missed or settled. */
function livesOn(step: Step, clause: Clause, kind: Kind, role: string, event: Event): boolean {
  if (event.name === "contract.ended" || event.name === "contract.ends") return true;
  if (clause.kind === "late-payment" || step.world.contract.afterEnd.has(clause.id)) return true;
  return !kind.hears(clause).some((heard) => heard.event === event.name && heard.role === role && heard.opens);
}

/** What the engine itself does with an event, before the clauses hear it. */
function builtIn(versions: Versions, step: Step, event: Event): void {
  const { state } = step;
  switch (event.name) {
    case "contract.accepted":
      state.accepted = { at: event.at, because: event.because };
      return;
    case "service.activated":
      state.activated ??= event.at;
      return;
    case "service.suspended":
      state.suspended = event.at;
      return;
    case "service.resumed":
      delete state.suspended;
      return;
    case "contract.amended": {
      // An effect of a clause amends too: its own name keeps it apart from the fact behind it.
      const name = `${event.because.facts.at(-1) ?? "engine"}${event.depth > 0 ? `#${event.because.clauses.at(-1)}` : ""}`;
      step.world = versions.amended(state, name, event);
      state.amendments = [...state.amendments, name];
      return;
    }
    default:
      account(step, event);
  }
}

interface Refusal {
  clause: string;
  reason: Reason;
}

/** Limits first, then rights: what speaks against the act. An act that a right allows is used at once. */
function permit(step: Step, act: Event): Refusal | undefined {
  const { state, world } = step;
  const { contract } = world;
  const sort = contract.factKinds.get(act.name);
  const isAct = sort?.sort === "act";
  if (!state.accepted && act.name !== "contract.accepted") return { clause: "engine", reason: { code: "before-acceptance", args: { act: act.name } } };
  if (state.accepted && act.name === "contract.accepted") return { clause: "engine", reason: { code: "accepted-already", args: {} } };
  const over: { clause: Clause<Limit>; reason: Reason; effect: string }[] = [];
  for (const clause of contract.limits.get(act.name) ?? []) {
    if (!applies(step, clause)) continue;
    const objection = contract.kinds.get(clause.kind)!.object?.(step, clause, act);
    if (!objection) continue;
    if (objection.effect === "refused") return { clause: clause.id, reason: objection.reason };
    over.push({ clause: clause as Clause<Limit>, ...objection });
  }
  const rights = (contract.rights.get(act.name) ?? []).filter((clause) => applies(step, clause)) as Clause<Right>[];
  const refused = rights.length > 0 ? exercise(step, rights, act, isAct) : undefined;
  if (refused) return refused;
  if (isAct && rights.length === 0 && state.ended !== undefined && !heardAfterEnd(step, act)) return { clause: "engine", reason: { code: "after-the-end", args: { act: act.name } } };
  for (const { clause, reason, effect } of over) {
    if (effect === "breach") recordBreach(step, clause, act, reason);
    else exceed(step, clause, act);
  }
  return undefined;
}

function heardAfterEnd(step: Step, act: Event): boolean {
  const { contract } = step.world;
  const decided = contract.limits.has(act.name);
  return decided || (contract.listeners.get(act.name) ?? []).some(({ clause, role }) => role !== "when" || contract.afterEnd.has(clause.id) || clause.kind === "late-payment") || act.name.startsWith("invoice.");
}

/** Finds the right that an act uses: named by `under`, else by party, subject and form. */
function exercise(step: Step, rights: readonly Clause<Right>[], act: Event, isAct: boolean): Refusal | undefined {
  const under = act.fields["under"];
  const mine = rights.filter((clause) => typeof under !== "string" || clause.id === under).filter(({ party }) => party === "either" || act.by === undefined || party === act.by || (party === "customer" && act.by === "administrator"));
  const open = mine.flatMap((clause) => itemsOf(step, clause.id).filter((item) => item.state === "open" && (item.subject === act.subject || item.whole || act.subject === WHOLE)).map((item) => ({ clause, item })));
  const fitting = open.filter(({ clause }) => formFits(step, clause, act));
  const ready = fitting.filter(({ clause, item }) => rightNeedsMet(step, clause, item) === undefined);
  if (ready.length > 0) {
    // Several open rights: the one the act names by subject, else the one that closes first.
    const exact = ready.filter(({ item }) => item.subject === act.subject);
    const best = (exact.length > 0 ? exact : ready).toSorted((a, b) => (a.item.until ?? Infinity) - (b.item.until ?? Infinity))[0]!;
    const rivals = (exact.length > 0 ? exact : ready).filter(({ clause }) => clause.id !== best.clause.id);
    if (rivals.length > 0 && typeof under !== "string" && sameForce(best.clause, rivals.map(({ clause }) => clause)) === false) {
      return { clause: best.clause.id, reason: { code: "ambiguous", args: { rights: [best, ...rivals].map(({ clause }) => clause.id).join(", ") } } };
    }
    useRight(step, best.clause, best.item, act);
    return undefined;
  }
  if (!isAct) return undefined;
  const blocked = fitting[0];
  if (blocked) return { clause: blocked.clause.id, reason: { code: "needs", args: { event: rightNeedsMet(step, blocked.clause, blocked.item) ?? "" } } };
  const misformed = open[0];
  if (misformed) return { clause: misformed.clause.id, reason: { code: "wrong-form", args: { form: formOf(step, misformed.clause, act) ?? "", got: String(act.fields["in-form"] ?? "") } } };
  const pending = mine.flatMap((clause) => itemsOf(step, clause.id)).find(({ state }) => state === "pending");
  if (pending) return { clause: pending.clause, reason: { code: "window-not-open", args: { from: String(pending.from ?? "") } } };
  if (mine.length === 0) return { clause: rights[0]!.id, reason: { code: "not-allowed-to", args: { by: act.by ?? "", allowed: [...new Set(rights.map(({ party }) => party))].join(", ") } } };
  return { clause: mine[0]!.id, reason: { code: "no-right-open", args: { right: mine.map(({ id }) => id).join(", ") } } };
}

/** Rights with the same consequence do not compete: either serves. */
function sameForce(best: Clause<Right>, others: readonly Clause<Right>[]): boolean {
  return others.every(({ then }) => JSON.stringify(then) === JSON.stringify(best.then));
}

function formOf(step: Step, clause: Clause<Right>, act: Event): string | undefined {
  const form = clause.inForm && resolve(step, clause, clause.inForm, act);
  return form && "value" in form ? form.value : undefined;
}

function formFits(step: Step, clause: Clause<Right>, act: Event): boolean {
  const form = formOf(step, clause, act);
  return form === undefined || inForm(form, act.fields["in-form"]);
}

/** Only the creditor may waive. */
function waive(step: Step, event: Event): void {
  const name = String(event.fields["item"]);
  for (const items of Object.values(step.state.items)) {
    for (const item of items) {
      const named = name === `${item.clause}/${item.subject}` || name === item.clause;
      if (!named || item.type !== "obligation") continue;
      if (event.by === item.party || (item.to !== undefined && event.by !== item.to)) refuse(step, item.clause, event, { code: "creditor-only", args: { creditor: item.to ?? "" } });
      else closeItem(step, item, "waived", { done: event.at });
    }
  }
}

