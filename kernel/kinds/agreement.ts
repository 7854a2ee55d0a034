import type { z } from "zod";
import type { Event } from "../engine/event.ts";
import { type Json, textOf } from "../engine/item.ts";
import { as, type Clause, common, figure, forms, word, words, yes } from "../terms/clause.ts";
import { list, text } from "../terms/grammar.ts";
import { Misread } from "../terms/problem.ts";
import { isRecord } from "../terms/source.ts";
import { inForm } from "./shared/forms.ts";
import { isFiled } from "../terms/contract.ts";
import type { Kind, Objection } from "./kind.ts";
import type { Step } from "../engine/step.ts";

const shape = common.extend({
  parties: words.optional(),
  answersFor: as(answersFor, { type: "object" }).optional(),
  order: figure(list, ["terms, annexes, particulars"]).optional(),
  annexes: words.optional(),
  formedBy: word.optional(),
  changedBy: as(changedBy, { type: "object" }).optional(),
  entire: yes.optional(),
});

export type Agreement = z.infer<typeof shape>;

function answersFor(raw: unknown): Record<string, string[]> {
  if (!isRecord(raw)) throw new Misread("expected-condition", { got: JSON.stringify(raw) });
  return Object.fromEntries(Object.entries(raw).map(([party, others]) => [party, list(others)]));
}

function changedBy(raw: unknown): { form?: string; by: string[] } {
  if (!isRecord(raw)) throw new Misread("expected-condition", { got: JSON.stringify(raw) });
  const form = raw["in-form"] === undefined ? undefined : text(raw["in-form"]);
  if (form !== undefined && !(forms as readonly string[]).includes(form))
    throw new Misread("expected-form", { got: form, known: forms.join(", ") });
  return { ...(form !== undefined && { form }), by: raw["by"] === undefined ? [] : list(raw["by"]) };
}

/** Composition, order of precedence, formation, and what a change needs to bind. */
export const agreement: Kind<Clause<Agreement>> = {
  name: "agreement",
  shape,
  figures: ["order"],
  hears: () => [],
  tells: () => [],
  governs: (clause) => [...(clause.annexes ? ["contract.accepted"] : []), ...(clause.changedBy ? ["contract.amended"] : [])],
  object(step, clause, act) {
    return act.name === "contract.accepted" ? lacksAnnex(step, clause) : notOpposable(clause, act);
  },
};

/** An annex may be a terms file, or a document filed under its name in the particulars. */
function lacksAnnex(step: Step, clause: Clause<Agreement>): Objection | undefined {
  const { particulars } = step.world.contract;
  const missing = clause.annexes?.find((annex) => !isFiled(particulars, annex));
  return missing === undefined ? undefined : { reason: { code: "annex-missing", args: { annex: missing } }, effect: "refused" };
}

/** A change without the signatures or the validation that the agreement asks for binds nobody it protects. */
function notOpposable(clause: Clause<Agreement>, act: Event): Objection | undefined {
  const { form, by } = clause.changedBy!;
  if (form !== undefined && !inForm(form, act.fields["in-form"]))
    return { reason: { code: "wrong-form", args: { form, got: textOf(act.fields["in-form"]) } }, effect: "refused" };
  const given = new Set([...parties(act.fields["signed-by"]), ...parties(act.fields["validated-by"])]);
  const missing = by.filter((party) => !given.has(party));
  return missing.length === 0 ? undefined : { reason: { code: "not-opposable", args: { party: missing.join(", ") } }, effect: "refused" };
}

function parties(told: Json | undefined): string[] {
  return Array.isArray(told) ? told.map(String) : typeof told === "string" ? list(told) : [];
}
