import type { Kind } from "../kinds/kind.ts";
import { turnPeriod } from "../kinds/term.ts";
import type { Clause } from "../terms/clause.ts";
import type { Change } from "../terms/contract.ts";
import { type Problem, problem, Unusable } from "../terms/problem.ts";
import { type Instant, parseInstant } from "../time/instant.ts";
import { account, fallOverdue, forgetSettled } from "./accounts.ts";
import { closeAfterEnd, reachEnd } from "./end.ts";
import type { Event } from "./event.ts";
import { type Fact, factName } from "./fact.ts";
import { type Json, textOf, WHOLE } from "./item.ts";
import { applies, permit, waive } from "./permit.ts";
import { both, refuse, schedule, type Step, tell, turnOf } from "./step.ts";
import type { State, Timer } from "./state.ts";
import type { World } from "./world.ts";

/** A change of the contract, and the fact that made it. */
export interface Amendment {
  name: string;
  change: Change;
}

/** Where the contract version that holds at a state is found. */
export interface Versions {
  /** The world of a state, by the amendments it names. */
  of(state: State): World;
  /** The world after one more amendment; a change that cannot be composed throws Unusable. */
  amended(state: State, name: string, event: Event): World;
  /** The world in which an item opened, by the number of amendments there were. */
  at(state: State, version: number): World;
  /** The changes behind the amendments that a state names, in order. */
  history(state: State): Amendment[];
  /** A clause of the first version that has it: an amendment may since have detached its document. */
  clause(id: string): Clause | undefined;
}

/** What living leaves behind. */
export type Trace = Pick<Step, "closed" | "moved">;

const DEEPEST = 40;

/**
 * Fires the timers due up to and including an instant, in order. The state rests at the last of them. Short of `turning`,
 * the periods and bills of that very instant wait.
 */
export function advance(versions: Versions, state: State, until: Instant, trace: Trace, turning = true): void {
  while (
    state.timers.length > 0 &&
    (state.timers[0]!.at < until || (state.timers[0]!.at === until && (turning || turnOf(state.timers[0]!) === 0)))
  ) {
    const timer = state.timers.shift()!;
    const step = begin(versions, state, Math.max(timer.at, state.at), trace);
    fire(versions, step, timer);
    drain(versions, step);
  }
}

/** Lets a fact take effect at the instant it occurred, timers due before it first. The fact is not before the state's own instant. */
export function apply(versions: Versions, state: State, fact: Fact, trace: Trace): void {
  // A period that starts at the midnight an amendment takes effect starts under it.
  advance(versions, state, fact.occurred, trace, fact.kind !== "contract.amended");
  const step = begin(versions, state, fact.occurred, trace);
  const event: Event = {
    name: fact.kind,
    subject: fact.subject,
    at: fact.occurred,
    by: fact.by,
    fields: fact.fields,
    because: { facts: [factName(fact)], clauses: [] },
    depth: 0,
  };
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
  const effective = event.name === "contract.amended" ? parseInstant(textOf(event.fields["effective"])) : undefined;
  if (effective === undefined || effective <= step.at) return false;
  schedule(step, {
    at: effective,
    clause: "engine",
    purpose: "tell",
    subject: event.subject,
    data: { event: event.name, fields: event.fields, by: event.by ?? null, facts: [...event.because.facts], clauses: [] },
  });
  return true;
}

function begin(versions: Versions, state: State, at: Instant, { closed, moved }: Trace): Step {
  state.at = at;
  const detached = state.detached?.flatMap((id) => versions.clause(id) ?? []);
  return {
    world: versions.of(state),
    state,
    at,
    closed,
    ...(moved && { moved }),
    queue: [],
    clauseAt: (version, id) => versions.at(state, version).contract.byId.get(id),
    ...(detached && { detached }),
  };
}

function fire(versions: Versions, step: Step, timer: Timer): void {
  if (timer.purpose === "tell") {
    const { event, fields, by, facts, clauses } = timer.data as {
      event: string;
      fields: Record<string, Json>;
      by: string | null;
      facts: string[];
      clauses: string[];
    };
    tell(step, {
      name: event,
      subject: timer.subject ?? WHOLE,
      at: step.at,
      ...(by !== null && { by }),
      fields,
      because: { facts, clauses },
      closesDay: timer.clause !== "engine",
      depth: 0,
    });
    return;
  }
  if (timer.clause === "engine") {
    if (timer.purpose === "period") turnPeriod(step);
    else if (timer.purpose === "end") reachEnd(step);
    else if (timer.purpose === "overdue") fallOverdue(step, timer.subject ?? "");
    return;
  }
  const clause = step.world.contract.byId.get(timer.clause) ?? versions.clause(timer.clause);
  if (!clause) return;
  step.world.contract.kinds.get(clause.kind)?.fire?.(step, clause, timer);
}

/** Lets the clauses hear what waits, until nothing more is told at this instant. */
function drain(versions: Versions, step: Step): void {
  for (let event = step.queue.shift(); event; event = step.queue.shift()) {
    if (event.depth > DEEPEST) {
      const clause = step.world.contract.byId.get(event.because.clauses.at(-1) ?? "");
      throw new Unusable([
        problem("cycle", clause?.place ?? { file: step.world.contract.name, line: 1, column: 1 }, { trail: trail(event).join(" → ") }),
      ]);
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
  if (!builtIn(versions, step, event)) return;
  const over = state.ended !== undefined;
  for (const { clause, kind, role } of step.world.contract.listeners.get(event.name) ?? []) {
    if (!applies(step, clause) || (over && !livesOn(step, clause, kind, role, event))) continue;
    kind.on?.(step, clause, role, event);
  }
  for (const clause of step.detached ?? []) hearDetached(step, clause, event);
  if (event.name === "contract.ended") closeAfterEnd(step);
  else if (event.name === "invoice.settled") forgetSettled(step, event.subject);
}

/** What opened under a document since detached is still kept, missed or used under it; nothing new opens. */
function hearDetached(step: Step, clause: Clause, event: Event): void {
  if (!step.state.items[clause.id] && !step.state.pauses.some((pause) => pause.clause === clause.id)) return;
  const kind = step.world.contract.kinds.get(clause.kind);
  for (const { event: name, role, opens } of kind?.hears(clause) ?? [])
    if (name === event.name && !opens) kind?.on?.(step, clause, role, event);
}

/** After the end only what survives, or what the end led to, opens anything; what stood open may still be kept, missed or settled. */
function livesOn(step: Step, clause: Clause, kind: Kind, role: string, event: Event): boolean {
  if (event.name === "contract.ended" || event.name === "contract.ends") return true;
  if (clause.kind === "late-payment" || step.world.contract.afterEnd.has(clause.id)) return true;
  return !kind.hears(clause).some((heard) => heard.event === event.name && heard.role === role && heard.opens);
}

/** Refusals are results: a change that cannot be composed changes nothing, and says where it failed. */
function amendedOrRefused(versions: Versions, step: Step, name: string, event: Event): World | undefined {
  try {
    return versions.amended(step.state, name, event);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const [{ code, args }] = error.problems as [Problem, ...Problem[]];
    refuse(step, "engine", event, { code: "amendment-unusable", args: { ...args, problem: code } });
    return undefined;
  }
}

/** A clause that an amendment brings finds the contract accepted, running, activated: it hears so at the amendment's instant. */
function introduce(step: Step, before: World, event: Event): void {
  const { accepted, activated, term, ended } = step.state;
  if (ended !== undefined) return;
  const told = [
    ...(accepted ? [{ name: "contract.accepted", fields: {} }] : []),
    ...(activated === undefined ? [] : [{ name: "service.activated", fields: {} }]),
    ...(term ? [{ name: "period.started", fields: { period: term.period } }] : []),
  ];
  const because = both(accepted?.because ?? event.because, event.because);
  for (const clause of step.world.contract.clauses) {
    if (before.contract.byId.has(clause.id) || !applies(step, clause)) continue;
    const kind = step.world.contract.kinds.get(clause.kind);
    for (const { name, fields } of told) {
      for (const { event: heard, role } of kind?.hears(clause) ?? []) {
        if (heard === name) kind?.on?.(step, clause, role, { name, subject: WHOLE, at: step.at, fields, because, depth: event.depth + 1 });
      }
    }
  }
}

/** Notes the clauses that an amendment took away while they had something open. */
function detach(versions: Versions, step: Step): void {
  const { byId } = step.world.contract;
  const alive = [...Object.keys(step.state.items), ...step.state.pauses.map(({ clause }) => clause)];
  const gone = [...new Set(alive)].filter((id) => id !== "engine" && !byId.has(id));
  if (gone.length === 0) delete step.state.detached;
  else step.state.detached = gone;
  step.detached = gone.flatMap((id) => versions.clause(id) ?? []);
}

/** What the engine itself does with an event before the clauses hear it; false where they shall not. */
function builtIn(versions: Versions, step: Step, event: Event): boolean {
  const { state } = step;
  switch (event.name) {
    case "contract.accepted":
      state.accepted = { at: event.at, because: event.because };
      return true;
    case "service.activated":
      state.activated ??= event.at;
      return true;
    case "service.suspended":
      state.suspended = event.at;
      return true;
    case "service.resumed":
      delete state.suspended;
      return true;
    case "contract.amended": {
      // An effect of a clause amends too: its own name keeps it apart from the fact behind it.
      const name = `${event.because.facts.at(-1) ?? "engine"}${event.depth > 0 ? `#${event.because.clauses.at(-1)}` : ""}`;
      const world = amendedOrRefused(versions, step, name, event);
      if (!world) return false;
      const before = step.world;
      step.world = world;
      state.amendments = [...state.amendments, name];
      detach(versions, step);
      introduce(step, before, event);
      return true;
    }
    default:
      account(step, event);
      return true;
  }
}
