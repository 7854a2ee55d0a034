import { z } from "zod";
import type { Bilingual } from "./fact-kind.ts";
import * as grammar from "./grammar.ts";
import { Misread, type Place } from "./problem.ts";
import { bilingual, isRecord, type Paragraph } from "./source.ts";
import { stated } from "./stated.ts";

/** Where a clause stands, and the words around it. */
export interface Home {
  document: string;
  rank: "law" | "terms" | "annex";
  article: string;
  place: Place;
  /** The paragraphs that announce the clause. */
  prose: readonly Paragraph[];
  /** The deed's name on screens, from `[[…]]`. */
  deed?: Bilingual;
  /** Names of the examples that follow the clause in its article. */
  examples: readonly string[];
  zone: string;
  holidays?: string;
  drafter: string;
  language: "fr" | "en" | "both";
  /** The keys as written, after particulars and amendments: what bounds and comparisons read. */
  raw: Readonly<Record<string, unknown>>;
}

/** A clause as its kind's shape types it, each alternative of its reading typed too. */
export type Clause<K extends Keys = Keys> = Home & K & { kind: string; variants: Readonly<Record<string, Clause<K>>> };

export type Keys = z.infer<typeof common>;

/** Forms an act may be asked in; what satisfies what, `kinds/shared/forms.ts` says. */
export const forms = ["e-mail", "writing", "letter", "registered letter"] as const;

/** Those, and what else an act may be asked to come as. */
export const knownForms = [...forms, "electronic registered letter", "account closure"] as const;

/** A value read by one of the terms language's grammars; its JSON Schema is what an editor may offer. */
export function as<T>(read: (raw: unknown) => T, editor: Record<string, unknown> = { type: "string" }): z.ZodType<T> {
  return z
    .unknown()
    .meta(editor)
    .transform((raw, context): T => {
      try {
        return read(raw);
      } catch (error) {
        if (!(error instanceof Misread)) throw error;
        context.addIssue({ code: "custom", message: error.code, params: error.args });
        return z.NEVER;
      }
    }) as unknown as z.ZodType<T>;
}

/** Grammars that also read a YAML list. */
const several: readonly unknown[] = [grammar.list, grammar.weekdays, grammar.openingTimes];

/** A figure: a plain value, or a table, a divergence, `as ordered`, `left blank`. */
export function figure<T>(read: (raw: unknown) => T, examples: string[]): z.ZodType<ReturnType<ReturnType<typeof stated<T>>>> {
  return as(stated(read), {
    type: ["string", "object", ...(several.includes(read) ? ["array"] : [])],
    examples: [...examples, "as ordered", "left blank"],
  });
}

export const word = as(grammar.text);
export const words = as(grammar.list, { type: ["string", "array"], items: { type: "string" } });
export const condition = as(grammar.condition, { type: "object" });
export const effects = as(grammar.effects, { type: ["string", "array"], examples: ["contract.ends at end", "term.extended"] });
export const time = figure(grammar.time, ["48 hours", "10 working days", "1 month", "without delay"]);
export const moment = figure(grammar.moment, ["1 month before end", "day 60", "end of next month"]);
export const yes = as(grammar.yes, { enum: ["yes", "no"] });

export interface Doubt {
  fr: string;
  en: string;
  mend: Bilingual;
}

function doubts(raw: unknown): Doubt[] {
  return (Array.isArray(raw) ? raw : [raw]).map((one) => {
    if (!isRecord(one)) throw new Misread("expected-doubt", { got: grammar.show(one) });
    return { ...bilingual(one), mend: bilingual({ fr: one["mend-fr"], en: one["mend-en"] }) };
  });
}

/** Keys that every clause may carry. */
export const common = z.strictObject({
  id: as((raw) => {
    const id = grammar.text(raw);
    if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new Misread("expected-id", { got: id });
    return id;
  }),
  source: words.optional(),
  party: word.optional(),
  to: word.optional(),
  where: condition.optional(),
  inForm: figure(grammar.text, [...knownForms]).optional(),
  degree: as(grammar.text, { enum: ["means", "result"] }).optional(),
  survives: yes.optional(),
  topic: word.optional(),
  reading: word.optional(),
  alternatives: z.unknown().optional(),
  because: as(plain, { type: ["string", "object"] }).optional(),
  chosenBy: as(plain, { type: ["string", "object"] }).optional(),
  contradicts: words.optional(),
  doubt: as(doubts, { type: ["object", "array"] }).optional(),
  cites: words.optional(),
  refersTo: words.optional(),
  suppletive: yes.optional(),
  applies: as(grammar.span, { type: "string", examples: ["from 2026-08-11", "2025-09-12 to 2027-01-11"] }).optional(),
  setsAside: words.optional(),
});

/** Words for people, in one or both languages. */
function plain(raw: unknown): Bilingual {
  if (typeof raw !== "string" && !isRecord(raw)) throw new Misread("expected-text", { got: grammar.show(raw) });
  return bilingual(raw);
}

/** `kept-by` ↔ `keptBy`. */
export function camel(key: string): string {
  return key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
