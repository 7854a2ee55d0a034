import { exceed, recordBreach } from "../kinds/limit/breach.ts";
import { inForm } from "../kinds/shared/forms.ts";
import { speaksFor } from "../kinds/shared/parties.ts";
import type { Limit } from "../kinds/limit/keys.ts";
import { type Right, rightNeedsMet, useRight } from "../kinds/right.ts";
import type { Clause } from "../terms/clause.ts";
import { formatInstant } from "../time/instant.ts";
import { localOf } from "../time/zone.ts";
import type { Event } from "./event.ts";
import { type Reason, textOf, WHOLE } from "./item.ts";
import { resolve } from "./resolve.ts";
import { closeItem, itemsAbout, itemsOf, refuse, type Step } from "./step.ts";

/** Whether the clause is in force on the step's day (dates of effect of a law). */
export function applies(step: Step, { applies: span }: Clause): boolean {
  if (!span) return true;
  const { day } = localOf(step.world.zone, step.at);
  return (span.from ?? -Infinity) <= day && day <= (span.until ?? Infinity);
}

export interface Refusal {
  clause: string;
  reason: Reason;
}

/** Limits first, then rights: what speaks against the act. An act that a right allows is used at once. */
export function permit(step: Step, act: Event): Refusal | undefined {
  const { state, world } = step;
  const { contract } = world;
  const sort = contract.factKinds.get(act.name);
  const isAct = sort?.sort === "act";
  if (!state.accepted && act.name !== "contract.accepted")
    return { clause: "engine", reason: { code: "before-acceptance", args: { act: act.name } } };
  if (state.accepted && act.name === "contract.accepted") return { clause: "engine", reason: { code: "accepted-already", args: {} } };
  const over: { clause: Clause<Limit>; reason: Reason; effect: string }[] = [];
  for (const clause of contract.limits.get(act.name) ?? []) {
    if (!applies(step, clause)) continue;
    const objection = contract.kinds.get(clause.kind)!.object?.(step, clause, act);
    if (!objection) continue;
    // What happened has happened: only an act can be refused.
    if (objection.effect === "refused" && !isAct)
      over.push({ clause: clause as Clause<Limit>, reason: objection.reason, effect: "breach" });
    else if (objection.effect === "refused") return { clause: clause.id, reason: objection.reason };
    else over.push({ clause: clause as Clause<Limit>, ...objection });
  }
  const detached = (step.detached ?? []).filter((clause) => clause.kind === "right" && (clause as Clause<Right>).usedBy.includes(act.name));
  const rights = [...(contract.rights.get(act.name) ?? []), ...detached].filter((clause) => applies(step, clause)) as Clause<Right>[];
  const refused = rights.length > 0 ? exercise(step, rights, act, isAct) : undefined;
  if (refused) return refused;
  if (isAct && rights.length === 0 && state.ended !== undefined && !heardAfterEnd(step, act))
    return { clause: "engine", reason: { code: "after-the-end", args: { act: act.name } } };
  for (const { clause, reason, effect } of over) {
    if (effect === "breach") recordBreach(step, clause, act, reason);
    else exceed(step, clause, act);
  }
  return undefined;
}

function heardAfterEnd(step: Step, act: Event): boolean {
  const { contract } = step.world;
  const decided = contract.limits.has(act.name);
  return (
    decided ||
    (contract.listeners.get(act.name) ?? []).some(
      ({ clause, role }) => role !== "when" || contract.afterEnd.has(clause.id) || clause.kind === "late-payment",
    ) ||
    act.name.startsWith("invoice.")
  );
}

/** Finds the right that an act uses: named by `under`, else by party, subject and form. */
function exercise(step: Step, rights: readonly Clause<Right>[], act: Event, isAct: boolean): Refusal | undefined {
  const under = act.fields["under"];
  const mine = rights
    .filter((clause) => typeof under !== "string" || clause.id === under)
    .filter(({ party }) => act.by === undefined || party.startsWith(".") || speaksFor(act.by, party));
  const open = mine.flatMap((clause) =>
    (act.subject === WHOLE ? itemsOf(step, clause.id) : itemsAbout(step, clause.id, act.subject))
      .filter(({ state, party }) => state === "open" && (act.by === undefined || speaksFor(act.by, party)))
      .map((item) => ({ clause, item })),
  );
  const fitting = open.filter(({ clause }) => formFits(step, clause, act));
  const ready = fitting.filter(({ clause, item }) => rightNeedsMet(step, clause, item) === undefined);
  if (ready.length > 0) {
    // Several open rights: the one the act names by subject, else the one that closes first.
    const exact = ready.filter(({ item }) => item.subject === act.subject);
    const named = exact.length > 0 ? exact : ready;
    const best = named.toSorted((a, b) => (a.item.until ?? Infinity) - (b.item.until ?? Infinity))[0]!;
    const rivals = named.filter(({ clause }) => clause.id !== best.clause.id);
    if (!rivals.every(({ clause }) => sameForce(best.clause, clause)))
      return {
        clause: best.clause.id,
        reason: { code: "ambiguous", args: { rights: [best, ...rivals].map(({ clause }) => clause.id).join(", ") } },
      };
    useRight(step, best.clause, best.item, act);
    return undefined;
  }
  if (!isAct) return undefined;
  const blocked = fitting[0];
  if (blocked)
    return {
      clause: blocked.clause.id,
      reason: { code: "needs", args: { event: rightNeedsMet(step, blocked.clause, blocked.item) ?? "" } },
    };
  const misformed = open[0];
  if (misformed)
    return {
      clause: misformed.clause.id,
      reason: { code: "wrong-form", args: { form: formOf(step, misformed.clause, act) ?? "", got: textOf(act.fields["in-form"]) } },
    };
  const pending = mine.flatMap((clause) => itemsOf(step, clause.id)).find(({ state }) => state === "pending");
  if (pending)
    return {
      clause: pending.clause,
      reason: { code: "window-not-open", args: { from: pending.from === undefined ? "" : formatInstant(pending.from) } },
    };
  if (mine.length === 0)
    return {
      clause: rights[0]!.id,
      reason: { code: "not-allowed-to", args: { by: act.by ?? "", allowed: [...new Set(rights.map(({ party }) => party))].join(", ") } },
    };
  return { clause: mine[0]!.id, reason: { code: "no-right-open", args: { right: mine.map(({ id }) => id).join(", ") } } };
}

/** Rights with the same consequence do not compete: either serves. */
function sameForce(a: Clause<Right>, b: Clause<Right>): boolean {
  return JSON.stringify(a.then) === JSON.stringify(b.then);
}

function formOf(step: Step, clause: Clause<Right>, act: Event): string | undefined {
  const form = clause.inForm && resolve(step, clause, clause.inForm, act);
  return form && "value" in form ? form.value : undefined;
}

function formFits(step: Step, clause: Clause<Right>, act: Event): boolean {
  const form = formOf(step, clause, act);
  return form === undefined || inForm(form, act.fields["in-form"]);
}

/** Only the creditor may waive; the obligation is named `clause`, `clause/subject` or by its full name. */
export function waive(step: Step, event: Event): void {
  const name = textOf(event.fields["item"]);
  const [clause = "", subject] = name.split("/");
  const named = itemsOf(step, clause).filter((item) => item.type === "obligation" && (subject === undefined || item.subject === subject));
  if (named.length === 0) refuse(step, "engine", event, { code: "nothing-to-waive", args: { item: name } });
  for (const item of named) {
    const creditor = item.to === undefined ? event.by !== item.party : speaksFor(event.by, item.to);
    if (creditor) closeItem(step, item, "waived", { done: event.at });
    else refuse(step, item.clause, event, { code: "creditor-only", args: { creditor: item.to ?? "" } });
  }
}
