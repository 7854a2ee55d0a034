import type { z } from "zod";
import { follow } from "../engine/effect.ts";
import type { Event } from "../engine/event.ts";
import { type Item, type Reason, textOf, WHOLE } from "../engine/item.ts";
import { after, instantOf, matches, resolve } from "../engine/resolve.ts";
import type { Timer } from "../engine/state.ts";
import { both, changeItem, closeItem, itemOf, itemsAbout, itemsOf, openItem, type Step, tellOf, withClause } from "../engine/step.ts";
import { as, type Clause, common, effects, moment, time, word, words, yes } from "../terms/clause.ts";
import { text } from "../terms/grammar.ts";
import { Misread } from "../terms/problem.ts";
import { formatInstant, type Instant } from "../time/instant.ts";
import { ofStep, told } from "./shared/about.ts";
import type { Heard, Kind } from "./kind.ts";
import { waitsForEnd } from "./shared/far-end.ts";
import { needsMet, rememberNeed } from "./shared/needs.ts";

const shape = common.extend({
  party: word,
  when: words.optional(),
  times: as(times).optional(),
  resetBy: words.optional(),
  after: moment.optional(),
  within: time.optional(),
  until: moment.optional(),
  closedBy: words.optional(),
  usedBy: words,
  addressedTo: words.optional(),
  needs: words.optional(),
  releasedBy: words.optional(),
  repeatable: yes.optional(),
  hours: word.optional(),
  notice: time.optional(),
  then: effects.optional(),
  otherwise: effects.optional(),
});

export type Right = z.infer<typeof shape>;

function times(raw: unknown): number {
  const read = Number(text(raw));
  if (!Number.isInteger(read) || read < 1) throw new Misread("expected-number", { got: text(raw) });
  return read;
}

/** A party may act inside a window: exits, objections, claims, disputes, suspension. Outside it, the act is refused. */
export const right: Kind<Clause<Right>> = {
  name: "right",
  shape,
  figures: ["after", "within", "until", "notice", "inForm", "times"],
  hears(clause) {
    const heard: Heard[] = (clause.when ?? ["contract.accepted"]).map((event) => ({ event, role: "when", opens: true }));
    for (const event of clause.resetBy ?? []) heard.push({ event, role: "reset" });
    for (const event of clause.closedBy ?? []) heard.push({ event, role: "closed" });
    for (const event of clause.needs ?? []) heard.push({ event, role: `need:${event}` });
    for (const event of clause.releasedBy ?? []) heard.push({ event, role: "released" });
    if (waitsForEnd(clause.until)) heard.push({ event: "contract.ends", role: "end-known" });
    return heard;
  },
  governs: (clause) => [...clause.usedBy],
  tells: ({ id, usedBy, then, otherwise }) => [`${id}.opened`, `${id}.used`, `${id}.lapsed`, ...usedBy, ...told(then), ...told(otherwise)],

  on(step, clause, role, event) {
    if (role === "when") {
      if (!matches(step, clause.where, event)) return;
      if (clause.times === undefined) openRight(step, clause, event);
      else countUp(step, clause, event, clause.times);
    } else if (role === "reset") delete step.state.memory[clause.id];
    else if (role === "closed") {
      for (const item of itemsAbout(step, clause.id, event.subject)) {
        closeItem(step, item, "lapsed", {
          reason: { code: "closed-by", args: { event: event.name } },
          because: both(item.because, event.because),
        });
      }
    } else if (role === "end-known") {
      for (const item of itemsOf(step, clause.id)) {
        const until = windowEnd(step, clause, { ...event, at: item.opened, fields: item.fields });
        if (until !== undefined && until !== item.until) changeItem(step, item, { until });
      }
    } else rememberNeed(step, clause, role, event);
  },

  fire(step, clause, timer: Timer) {
    const item = itemOf(step, timer);
    if (!item) return;
    if (timer.purpose === "opens") {
      changeItem(step, item, { state: "open" });
      tellOf(step, clause, "opened", ofStep(step, item, { clause: clause.id }));
    } else if (timer.purpose === "lapses") {
      const event = ofStep(step, item, { clause: clause.id });
      closeItem(step, item, "lapsed");
      tellOf(step, clause, "lapsed", event);
      follow(step, clause, clause.otherwise, event);
    }
  },
};

/** Consecutive events: the nth opens the right, one of `reset-by` starts the count again. */
function countUp(step: Step, clause: Clause<Right>, event: Event, needed: number): void {
  const before = (step.state.memory[clause.id] as { count: number; facts: string[] } | undefined) ?? { count: 0, facts: [] };
  const facts = [...before.facts, ...event.because.facts].slice(-40);
  const counted = { count: before.count + 1, facts };
  step.state.memory[clause.id] = counted;
  if (counted.count >= needed) openRight(step, clause, { ...event, subject: WHOLE, because: { facts, clauses: event.because.clauses } });
}

/** Why a right's window cannot be told, where a figure is missing. */
function untold(step: Step, clause: Clause<Right>, event: Event): Reason | undefined {
  for (const [name, stated] of [
    ["within", clause.within],
    ["until", clause.until],
    ["after", clause.after],
  ] as const) {
    const found = stated && resolve<unknown>(step, clause, stated, event);
    if (found && "missing" in found) return { code: `figure-${found.missing}`, args: { figure: name, path: found.path.join(".") } };
  }
  return undefined;
}

function windowEnd(step: Step, clause: Clause<Right>, event: Event): Instant | undefined {
  if (clause.within) {
    const found = resolve(step, clause, clause.within, event);
    return "value" in found ? after(step, clause, found.value, event, clause.hours) : undefined;
  }
  if (!clause.until) return undefined;
  const found = resolve(step, clause, clause.until, event);
  return "value" in found ? instantOf(step, clause, found.value, event, clause.hours) : undefined;
}

function openRight(step: Step, clause: Clause<Right>, event: Event): void {
  if (itemsAbout(step, clause.id, event.subject).some(({ subject }) => subject === event.subject)) return;
  const start = clause.after && resolve(step, clause, clause.after, event);
  const from = start && "value" in start ? instantOf(step, clause, start.value, event, clause.hours) : undefined;
  const until = windowEnd(step, clause, event);
  const pending = from !== undefined && from > step.at;
  const shut = until !== undefined && until <= Math.max(step.at, from ?? step.at);
  const reason = shut ? { code: "window-shut-before-it-opened", args: {} } : (untold(step, clause, event) ?? step.unknown);
  const other = Object.entries(clause.variants).flatMap(([name, variant]) => {
    const otherwise = windowEnd(step, variant, event);
    return otherwise === undefined || otherwise === until ? [] : [[name, { until: otherwise }] as const];
  });
  // A reading not chosen that the calendar cannot tell says nothing about the window.
  delete step.unknown;
  openItem(step, {
    type: "right",
    clause: clause.id,
    subject: event.subject,
    state: shut ? "lapsed" : pending ? "pending" : "open",
    party: holderOf(clause, event),
    ...(clause.to !== undefined && { to: clause.to }),
    opened: event.at,
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(shut && { closed: step.at }),
    ...(reason && { reason }),
    because: withClause(event.because, clause.id),
    fields: event.fields,
    version: step.state.amendments.length,
    ...(event.subject === WHOLE && { whole: true }),
    ...(other.length > 0 && { otherwise: Object.fromEntries(other) }),
  });
  if (!shut && !pending) tellOf(step, clause, "opened", event);
}

/** Who has been told so far, and how often a repeatable right was used. */
type Use = { readonly told?: readonly string[]; readonly uses?: number };

/** Who may use a right: the party the clause names, or the one a field of the trigger names (`.sent-by`). */
function holderOf({ party }: Clause<Right>, event: Event): string {
  return party.startsWith(".") ? textOf(event.fields[party.slice(1)]) || "either" : party;
}

/** Uses an open right by an act that the engine found fit for it. All addressees must have been told before it counts as used. */
export function useRight(step: Step, clause: Clause<Right>, item: Item, act: Event): void {
  const because = both(item.because, act.because);
  const { told = [], uses = 0 } = (item.data as Use | undefined) ?? {};
  if (clause.addressedTo) {
    const now = [...new Set([...told, ...addressees(act)])];
    if (!clause.addressedTo.every((party) => now.includes(party))) {
      changeItem(step, item, { data: { told: now, uses }, because });
      return;
    }
  }
  const used: Event = {
    ...act,
    subject: item.subject,
    fields: { ...item.fields, ...act.fields, ...(item.until !== undefined && { "window-end": formatInstant(item.until) }) },
  };
  if (clause.repeatable) changeItem(step, item, { data: { told: [], uses: uses + 1 }, because });
  else closeItem(step, item, "used", { done: act.at, because, fields: used.fields });
  tellOf(step, clause, "used", used);
  follow(step, clause, clause.then, used);
}

function addressees({ fields }: Event): string[] {
  const told = fields["to"];
  return Array.isArray(told) ? told.map(String) : told === undefined || told === null ? [] : [textOf(told)];
}

/** Whether what the right needs has happened on its subject. */
export function rightNeedsMet(step: Step, clause: Clause<Right>, item: Item): string | undefined {
  return needsMet(step, clause, item.subject);
}
