import { follow } from "../engine/effect.ts";
import type { Event } from "../engine/event.ts";
import { type Item, WHOLE } from "../engine/item.ts";
import { instantOf, matches, resolve } from "../engine/resolve.ts";
import type { Timer } from "../engine/state.ts";
import {
  asOpened,
  both,
  changeItem,
  closeItem,
  itemOf,
  itemsAbout,
  itemsOf,
  openItem,
  replaceItem,
  schedule,
  type Step,
  tellOf,
  unschedule,
  withClause,
} from "../engine/step.ts";
import type { Clause } from "../terms/clause.ts";
import { ofStep, told } from "./shared/about.ts";
import { movedBy } from "./duty/clock.ts";
import { blank, deadline, openDuty } from "./duty/obligation.ts";
import { nextPeriod, openPeriod } from "./duty/periodic.ts";
import { type Duty, dutyShape } from "./duty/keys.ts";
import type { Heard, Kind } from "./kind.ts";
import { waitsForEnd } from "./shared/far-end.ts";
import { inForm } from "./shared/forms.ts";

/** A party must act within a time of a trigger; or in every period; or must never break (`broken-by`). */
export const duty: Kind<Clause<Duty>> = {
  name: "duty",
  shape: dutyShape,
  figures: ["every", "after", "within", "until", "target", "inForm"],
  hears(clause) {
    const [start = "contract.accepted", stop] = clause.during ?? [];
    const heard: Heard[] = [];
    const add = (events: readonly string[] | undefined, role: string, opens = false) => {
      for (const event of events ?? []) heard.push({ event, role, ...(opens && { opens }) });
    };
    add(clause.when, "when", true);
    if (clause.every) {
      add([start], "periods", true);
      if (stop !== undefined && stop !== "contract.ended") add([stop], "periods-end");
    }
    if (clause.brokenBy && !clause.when) add([start], "standing", true);
    if (clause.brokenBy && clause.until) add(["contract.ended"], "runs-out");
    add(clause.brokenBy, "broken", true);
    add(clause.keptBy, "kept");
    add(clause.excusedBy, "excused");
    add(clause.revisedBy, "revised");
    if (!clause.brokenBy && waitsForEnd(clause.until)) add(["contract.ends"], "end-known");
    return heard;
  },
  tells: ({ id, then, otherwise }) => [`${id}.opened`, `${id}.kept`, `${id}.missed`, `${id}.excused`, ...told(then), ...told(otherwise)],

  on(step, clause, role, event) {
    switch (role) {
      case "when":
        if (matches(step, clause.where, event)) begin(step, clause, event);
        return;
      case "periods":
        // The duty runs already: told to start again, it goes on.
        if (!step.state.timers.some((timer) => timer.clause === clause.id && timer.purpose === "occurrence"))
          openPeriod(step, clause, event);
        return;
      case "periods-end":
        unschedule(step, clause.id, "occurrence");
        for (const item of itemsOf(step, clause.id)) closeItem(step, item, "kept", { done: step.at });
        return;
      case "standing":
        if (itemsOf(step, clause.id).some(({ data }) => data === "standing")) return;
        openItem(step, { ...blank(step, clause, event), subject: WHOLE, whole: true, data: "standing" });
        watchOver(step, clause, event);
        return;
      case "runs-out":
        watchOver(step, clause, event);
        return;
      case "broken":
        if (matches(step, clause.where, event) && (clause.when || itemsOf(step, clause.id).some(({ data }) => data === "standing")))
          breakIt(step, clause, event);
        return;
      case "end-known":
        for (const item of itemsOf(step, clause.id))
          if (item.state === "open" && item.due === undefined) revise(step, clause, item, { ...event, fields: {} });
        return;
      case "kept":
        keep(step, clause, event);
        return;
      case "excused":
        for (const item of itemsAbout(step, clause.id, event.subject)) {
          if (item.state === "missed" || item.data === "standing") continue;
          closeItem(step, item, "excused", {
            done: event.at,
            reason: { code: "excused-by", args: { event: event.name, ...causeOf(event) } },
            because: both(item.because, event.because),
          });
          tellOf(step, clause, "excused", event);
        }
        return;
      case "revised":
        for (const item of itemsAbout(step, clause.id, event.subject)) revise(step, clause, item, event);
    }
  },

  fire(step, clause, timer) {
    if (timer.purpose === "begin") {
      if (step.state.ended === undefined || step.world.contract.afterEnd.has(clause.id)) openDuty(step, clause, eventOf(step, timer));
      return;
    }
    if (timer.purpose === "over") {
      for (const item of itemsOf(step, clause.id)) if (item.data === "standing") closeItem(step, item, "kept", { done: step.at });
      return;
    }
    if (timer.purpose === "occurrence") {
      nextPeriod(step, clause, timer);
      return;
    }
    const item = itemOf(step, timer);
    if (timer.purpose !== "due" || !item || item.state !== "open") return;
    const missed = changeItem(step, item, { state: "missed" });
    const event = ofStep(step, item, { clause: clause.id });
    tellOf(step, clause, "missed", event, { fields: missed.fields });
    follow(step, clause, asOpened(step, clause, item).otherwise, event);
  },
};

function begin(step: Step, clause: Clause<Duty>, event: Event): void {
  const start = clause.after && resolve(step, clause, clause.after, event);
  const at = start && "value" in start ? instantOf(step, clause, start.value, event, clause.hours) : undefined;
  if (at === undefined || at <= step.at) openDuty(step, clause, event);
  else {
    const { subject, fields, because } = event;
    schedule(step, {
      at,
      clause: clause.id,
      purpose: "begin",
      subject,
      data: {
        fields,
        by: event.by ?? null,
        facts: [...because.facts],
        clauses: [...because.clauses],
        name: event.name,
        opensDay: start !== undefined && "value" in start && start.value.day !== undefined,
      },
    });
  }
}

/** The trigger of a duty that starts later, as it was. */
function eventOf(step: Step, { subject, data, at }: Timer): Event {
  const kept = data as { fields: Event["fields"]; by: string | null; facts: string[]; clauses: string[]; name: string; opensDay: boolean };
  return {
    name: kept.name,
    subject: subject ?? WHOLE,
    at,
    ...(kept.by !== null && { by: kept.by }),
    fields: kept.fields,
    because: { facts: kept.facts, clauses: kept.clauses },
    closesDay: !kept.opensDay,
    depth: 0,
  };
}

/** A duty that must never be broken may run out, at a moment that the contract's end may have to tell first. */
function watchOver(step: Step, clause: Clause<Duty>, event: Event): void {
  const until = clause.until && resolve(step, clause, clause.until, event);
  const at = until && "value" in until ? instantOf(step, clause, until.value, event) : undefined;
  const [item] = itemsOf(step, clause.id).filter(({ data }) => data === "standing");
  if (at === undefined || !item) return;
  changeItem(step, item, { until: at });
  unschedule(step, clause.id, "over");
  schedule(step, { at, clause: clause.id, purpose: "over" });
}

function breakIt(step: Step, clause: Clause<Duty>, event: Event): void {
  const done = clause.keptBy ? {} : { done: event.at, closed: event.at };
  openItem(step, { ...blank(step, clause, event), state: "missed", due: event.at, ...done });
  tellOf(step, clause, "missed", event);
  follow(step, clause, clause.otherwise, event);
}

function keep(step: Step, clause: Clause<Duty>, event: Event): void {
  // A duty kept and then triggered by the same fact would close what it just opened: only what stood before counts.
  if (clause.inForm?.is === "value" && !inForm(clause.inForm.value, event.fields["in-form"])) return;
  keepEarly(step, clause, event);
  // A duty of every period has no trigger: its condition is about the act that keeps it.
  if (clause.every && !matches(step, clause.where, event)) return;
  for (const item of itemsAbout(step, clause.id, event.subject)) {
    if (item.data === "standing") continue;
    if (item.data === "periodic" && event.at < item.opened) continue;
    const because = both(item.because, event.because);
    if (item.state === "missed") closeItem(step, item, "missed", { done: event.at, because });
    else {
      const late = item.target !== undefined && event.at >= item.target;
      closeItem(step, item, "kept", {
        done: event.at,
        because,
        ...(late && { reason: { code: "target-passed", args: reasonGiven(event) } }),
      });
      tellOf(step, clause, "kept", event, { fields: { ...item.fields, ...event.fields } });
      follow(step, clause, asOpened(step, clause, item).then, { ...event, fields: { ...item.fields, ...event.fields } });
    }
  }
}

/** An act done before its duty starts to run keeps it: nothing is left to open. */
function keepEarly(step: Step, clause: Clause<Duty>, event: Event): void {
  const waiting = step.state.timers.find(
    ({ clause: of, purpose, subject }) => of === clause.id && purpose === "begin" && (subject === event.subject || subject === WHOLE),
  );
  if (!waiting) return;
  step.state.timers.splice(step.state.timers.indexOf(waiting), 1);
  const trigger = eventOf(step, waiting);
  openItem(step, {
    ...blank(step, clause, { ...trigger, at: event.at }),
    state: "kept",
    done: event.at,
    closed: event.at,
    because: both(withClause(trigger.because, clause.id), event.because),
  });
  tellOf(step, clause, "kept", event);
  follow(step, clause, clause.then, { ...event, fields: { ...trigger.fields, ...event.fields } });
}

function reasonGiven({ fields }: Event): Record<string, string> {
  return typeof fields["reason"] === "string" ? { reason: fields["reason"] } : {};
}

function causeOf({ fields }: Event): Record<string, string> {
  return typeof fields["cause"] === "string" ? { cause: fields["cause"] } : {};
}

/** New fields recompute the deadline from the trigger, time paused added. */
function revise(step: Step, clause: Clause<Duty>, item: Item, event: Event): void {
  if (item.state === "missed" || item.data === "standing") return;
  const fields = { ...item.fields, ...event.fields };
  const { due, target, reason } = deadline(step, asOpened(step, clause, item), {
    ...event,
    at: item.opened,
    fields,
    closesDay: item.closesDay ?? false,
  });
  const { due: _due, target: _target, reason: _reason, unpaused, ...rest } = item;
  const base = { ...(due !== undefined && { due }), ...(target !== undefined && { target }) };
  const changed: Item = {
    ...rest,
    fields,
    because: both(item.because, event.because),
    ...(reason && { reason }),
    ...(unpaused && { unpaused: base }),
  };
  replaceItem(step, item, { ...changed, ...base, ...movedBy(step, clause, item, base, item) });
}
