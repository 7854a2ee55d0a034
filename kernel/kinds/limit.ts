import { subjectsToChange } from "../engine/state.ts";
import type { Event } from "../engine/event.ts";
import { type Json, type Reason, textOf, WHOLE } from "../engine/item.ts";
import { fieldOf, instantOf, matches, openOrNot, resolve } from "../engine/resolve.ts";
import { itemsAbout, itemsOf, type Step, tellOf } from "../engine/step.ts";
import { formatFraction } from "../money/fraction.ts";
import type { Clause } from "../terms/clause.ts";
import { parseDay } from "../time/day.ts";
import { formatInstant, type Instant, parseInstant } from "../time/instant.ts";
import { midnight } from "../time/zone.ts";
import { isRecord } from "../terms/source.ts";
import { told } from "./shared/about.ts";
import { lookedBackTo } from "./shared/amount.ts";
import { inForm } from "./shared/forms.ts";
import { speaksFor } from "./shared/parties.ts";
import { countingPeriod, overMost, totalWith } from "./limit/measure.ts";
import { type Limit, type LimitMemory, limitShape } from "./limit/keys.ts";
import type { Heard, Kind, Objection } from "./kind.ts";
import { happened, needsMet, rememberNeed } from "./shared/needs.ts";

/** An act is allowed only if. What it refuses has no effect; a breach is effective and recorded. */
export const limit: Kind<Clause<Limit>> = {
  name: "limit",
  shape: limitShape,
  figures: ["atMost", "after", "until", "inForm"],
  hears(clause) {
    const heard: Heard[] = [];
    for (const event of clause.needs ?? []) heard.push({ event, role: `need:${event}` });
    for (const event of clause.since ?? []) heard.push({ event, role: `need:${event}` });
    for (const event of clause.releasedBy ?? []) heard.push({ event, role: "released" });
    if (clause.measure?.is === "held")
      heard.push({ event: clause.measure.plus, role: "plus" }, { event: clause.measure.minus, role: "minus" });
    for (const event of lookedBackTo(clause.atMost)) heard.push({ event, role: `need:${event}` });
    if (clause.measure?.is === "sum") for (const event of clause.act) heard.push({ event, role: "sum" });
    if (clause.measure?.is === "count") for (const event of clause.act) heard.push({ event, role: "count" });
    return heard;
  },
  governs: (clause) => [...clause.act],
  tells: ({ id, otherwise }) => [`${id}.exceeded`, ...(Array.isArray(otherwise) ? told(otherwise) : [])],

  on(step, clause, role, event) {
    const memory = (step.state.memory[clause.id] as LimitMemory | undefined) ?? {};
    if (role === "plus" && !matches(step, clause.where, event)) return;
    if (role === "plus" || role === "minus") {
      const held = subjectsToChange(step.state, clause.id);
      const was = event.subject in held;
      if (role === "plus") held[event.subject] = true;
      else delete held[event.subject];
      const n = (memory.held ?? 0) + (role === "plus" ? 1 : 0) - (was ? 1 : 0);
      step.state.memory[clause.id] = { ...memory, held: n } as Json;
      if (role === "plus" || was) tellOf(step, clause, "held", event, { fields: { ...event.fields, held: n } });
    } else if (role === "count" && matches(step, clause.where, event) && !(clause.unless && matches(step, clause.unless, event))) {
      const period = countingPeriod(step, clause, event);
      const n = memory.count?.period === period ? memory.count.n + 1 : 1;
      step.state.memory[clause.id] = { ...memory, count: { period, n } } as Json;
    } else if (role === "sum") {
      if (matches(step, clause.where, event) && !(clause.unless && matches(step, clause.unless, event)))
        step.state.memory[clause.id] = { ...memory, sum: formatFraction(totalWith(clause, memory, event)) } as Json;
    } else if (role !== "count") rememberNeed(step, clause, role, event, clause.validUntil);
  },

  object(step, clause, act): Objection | undefined {
    if (!matches(step, clause.where, act)) return undefined;
    if (clause.unless && matches(step, clause.unless, act)) return undefined;
    const reason = firstReason(step, clause, act);
    if (!reason) return undefined;
    const effect = clause.otherwise === "breach" ? "breach" : Array.isArray(clause.otherwise) ? "tell" : "refused";
    return { reason, effect };
  },
};

/** What speaks against the act, the first thing that does. */
function firstReason(step: Step, clause: Clause<Limit>, act: Event): Reason | undefined {
  const reason = (code: string, args: Record<string, string> = {}): Reason => ({ code, args });
  if (clause.by && !clause.by.some((party) => speaksFor(act.by, party)))
    return reason("not-allowed-to", { by: act.by ?? "", allowed: clause.by.join(", ") });
  if (clause.only && !matches(step, clause.only, act)) {
    const [field] = Object.entries(clause.only).find(([name, matcher]) => !matches(step, { [name]: matcher }, act))!;
    return reason("not-among", { field, got: textOf(fieldOf(step, act, field)), allowed: allowed(clause.only[field]!) });
  }
  const unmet = needsMet(step, clause, act.subject);
  if (unmet !== undefined) return reason("needs", { event: unmet });
  if (clause.validUntil !== undefined) {
    for (const name of clause.needs ?? []) {
      const until = lastInstant(step, happened(step, clause, name, act.subject)?.until ?? "");
      if (until === undefined || act.at >= until)
        return reason("no-longer-valid", { event: name, until: until === undefined ? "" : formatInstant(until) });
    }
  }
  if (clause.since) {
    const found = clause.since.map((name) => happened(step, clause, name, act.subject)).find((one) => one !== undefined);
    if (!found) return reason("needs", { event: clause.since.join(", ") });
    const anchor = { at: found.at, fields: act.fields, ...(found.closesDay && { closesDay: true }) };
    const from = clause.after && resolve(step, clause, clause.after, act);
    if (from && "missing" in from) return reason(`figure-${from.missing}`, { figure: "after", path: from.path.join(".") });
    const start = from && instantOf(step, clause, from.value, anchor, clause.hours);
    if (start !== undefined && act.at < start) return reason("too-early", { from: formatInstant(start) });
    const to = clause.until && resolve(step, clause, clause.until, act);
    if (to && "missing" in to) return reason(`figure-${to.missing}`, { figure: "until", path: to.path.join(".") });
    const end = to ? instantOf(step, clause, to.value, anchor, clause.hours) : undefined;
    if (end !== undefined && act.at >= end) return reason("too-late", { until: formatInstant(end) });
  }
  if (clause.during !== undefined) {
    const hours = step.world.hoursNamed(clause.during);
    const open = hours && openOrNot(step, hours, act.at);
    if (hours && open !== "inside") return open === undefined ? step.unknown : reason("outside-hours", { hours: clause.during });
  }
  if (clause.whileOpen && !clause.whileOpen.some((id) => stands(step, id, act.subject)))
    return reason("only-while", { clause: clause.whileOpen.join(", ") });
  const blocking = clause.notWhileOpen?.find((id) => stands(step, id, act.subject));
  if (blocking !== undefined) return reason("not-while", { clause: blocking });
  if (clause.inForm) {
    const form = resolve(step, clause, clause.inForm, act);
    if ("value" in form && !inForm(form.value, act.fields["in-form"]))
      return reason("wrong-form", { form: form.value, got: textOf(act.fields["in-form"]) });
  }
  return clause.atMost ? overMost(step, clause, act) : undefined;
}

/** A validity told as a day lasts to its end. */
function lastInstant(step: Step, told: string): Instant | undefined {
  const day = parseDay(told);
  return day === undefined ? parseInstant(told) : midnight(step.world.zone, day + 1);
}

function allowed(matcher: object): string {
  const words = Object.values(matcher)[0] as unknown;
  return Array.isArray(words) ? words.join(", ") : isRecord(words) && "n" in words ? formatFraction(words as never) : String(words);
}

function stands(step: Step, clause: string, subject: string): boolean {
  const items = subject === WHOLE ? itemsOf(step, clause) : itemsAbout(step, clause, subject);
  return items.some((item) => item.state !== "pending");
}
