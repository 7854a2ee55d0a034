import type { z } from "zod";
import type { Event } from "../engine/event.ts";
import { announceEnd, reachEnd } from "../engine/end.ts";
import { undated } from "../engine/effect.ts";
import { counted, resolve } from "../engine/resolve.ts";
import { schedule, type Step, tell, withClause } from "../engine/step.ts";
import { type Clause, common, figure } from "../terms/clause.ts";
import { duration, text } from "../terms/grammar.ts";
import { Misread } from "../terms/problem.ts";
import { addPeriods } from "../time/counting.ts";
import { type Day, parseDay } from "../time/day.ts";
import type { Duration } from "../time/duration.ts";
import { localOf, midnight } from "../time/zone.ts";
import type { Kind } from "./kind.ts";

const shape = common.extend({
  starts: figure(start, ["contract.accepted", "service.activated", "2025-01-01"]).optional(),
  initial: figure(duration, ["1 year"]),
  renewal: figure((raw) => (raw === "none" ? ("none" as const) : duration(raw)), ["1 year", "none"]).optional(),
});

export type Term = z.infer<typeof shape>;

function start(raw: unknown): string {
  const words = text(raw);
  if (parseDay(words) === undefined && !/^[a-z][a-z-]*\.[a-z-]+$/.test(words)) throw new Misread("expected-start", { got: words });
  return words;
}

/** The contract's periods, counted from the day the term starts; tacit renewal follows without a gap. */
export const term: Kind<Clause<Term>> = {
  name: "term",
  shape,
  figures: ["starts", "initial", "renewal"],
  hears(clause) {
    const event = startOf(clause);
    return [{ event: parseDay(event) === undefined ? event : "contract.accepted", role: "starts", opens: true }];
  },
  tells: () => ["period.started", "period.ended", "contract.ends", "contract.ended"],
  on(step, clause, _role, event) {
    if (step.state.term) return;
    const { zone } = step.world;
    const fixed = clause.starts ? resolve(step, clause, clause.starts, event) : undefined;
    if (fixed && "missing" in fixed) return;
    const day = fixed && "value" in fixed ? parseDay(fixed.value) : undefined;
    const anchor = day ?? localOf(zone, event.at).day;
    const data = { facts: [...event.because.facts], clauses: [...event.because.clauses], anchor };
    if (day !== undefined && midnight(zone, day) > step.at)
      schedule(step, { at: midnight(zone, day), clause: clause.id, purpose: "starts", data });
    else begin(step, clause, event, anchor);
  },
  fire(step, clause, timer) {
    const { facts, clauses, anchor } = timer.data as { facts: string[]; clauses: string[]; anchor: number };
    begin(
      step,
      clause,
      { name: "term.starts", subject: "contract", at: step.at, fields: {}, because: { facts, clauses }, depth: 0 },
      anchor,
    );
  },
};

function startOf(clause: Clause<Term>): string {
  return clause.starts?.is === "value" ? clause.starts.value : "contract.accepted";
}

function begin(step: Step, clause: Clause<Term>, event: Event, anchor: number): void {
  openPeriod(step, clause, anchor, undefined, 1, withClause(event.because, clause.id));
}

/**
 * The nth period. Its end counts from the anchor over all that has run since, never from the last end (31 January, 28 February,
 * 31 March); where the lengths cannot be added, and where an amendment changed them, what has run stays as it ran.
 */
function openPeriod(
  step: Step,
  clause: Clause<Term>,
  anchor: Day,
  spent: Duration | undefined,
  period: number,
  because: Event["because"],
): void {
  const { state, world } = step;
  const blank = { at: step.at, fields: {} };
  const initial = resolve(step, clause, clause.initial, blank);
  const renewal = clause.renewal ? resolve(step, clause, clause.renewal, blank) : { value: "none" as const };
  const length = period === 1 ? initial : renewal;
  if (!("value" in length) || length.value === "none") return;
  const run = length.value;
  const total = spent ? together(spent, run) : run;
  const from = total ? anchor : addPeriods(anchor, 1, spent!);
  const end = counted(step, () => midnight(world.zone, addPeriods(from, 1, total ?? run)));
  if (end === undefined) {
    undated(step, clause, { at: step.at, subject: "contract", because });
    return;
  }
  state.term = { anchor: from, spent: total ?? run, period, start: step.at, end, because };
  schedule(step, { at: end, clause: "engine", purpose: "period" });
  const event: Event = { name: "period.started", subject: "contract", at: step.at, fields: { period }, because, depth: 0 };
  tell(step, event);
  if (!("value" in renewal) || renewal.value === "none") announceEnd(step, clause, end, true, event);
}

/** Two lengths as one, where they add up to one: months with quarters and years, days with weeks. */
function together(a: Duration, b: Duration): Duration | undefined {
  if (a.unit === b.unit) return { count: a.count + b.count, unit: a.unit };
  const [x, y] = [inMonths(a), inMonths(b)];
  return x === undefined || y === undefined ? undefined : { count: x + y, unit: "month" };
}

function inMonths({ count, unit }: Duration): number | undefined {
  return unit === "month" ? count : unit === "quarter" ? 3 * count : unit === "year" ? 12 * count : undefined;
}

/** A period's last midnight: the contract ends if that was announced, else the next period starts. */
export function turnPeriod(step: Step): void {
  const { state, world } = step;
  const current = state.term;
  if (!current || state.ended !== undefined) return;
  tell(step, {
    name: "period.ended",
    subject: "contract",
    at: step.at,
    fields: { period: current.period },
    because: current.because,
    closesDay: true,
    depth: 0,
  });
  if (state.ends && state.ends.at <= step.at) {
    reachEnd(step);
    return;
  }
  if (state.ends?.byTerm) return;
  const clause = world.contract.clauses.find((one): one is Clause<Term> => one.kind === "term");
  if (clause) openPeriod(step, clause, current.anchor, current.spent, current.period + 1, current.because);
}
