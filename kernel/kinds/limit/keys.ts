import type { z } from "zod";
import type { Fraction } from "../../money/fraction.ts";
import { as, common, condition, figure, moment, word, words } from "../../terms/clause.ts";
import { type AmountRule, amountRule, effects as readEffects, fraction, text } from "../../terms/grammar.ts";
import { bilingual, isRecord } from "../../terms/source.ts";

/** What a limit says. */
export const limitShape = common.extend({
  act: words,
  by: words.optional(),
  only: condition.optional(),
  needs: words.optional(),
  releasedBy: words.optional(),
  since: words.optional(),
  after: moment.optional(),
  until: moment.optional(),
  during: word.optional(),
  whileOpen: words.optional(),
  notWhileOpen: words.optional(),
  atMost: figure(most, ["3", "5 %", "500 EUR"]).optional(),
  measure: as(measure).optional(),
  unit: as(bilingual, { type: ["string", "object"] }).optional(),
  validUntil: as((raw) => text(raw).replace(/^\./, "")).optional(),
  unless: condition.optional(),
  hours: word.optional(),
  otherwise: as((raw) => (raw === "refused" || raw === "breach" ? (raw as "refused" | "breach") : readEffects(raw)), {
    type: ["string", "array"],
    examples: ["refused", "breach"],
  }).optional(),
});

export type Limit = z.infer<typeof limitShape>;

/** How an act is measured against the most allowed. */
type Measure =
  | { is: "count"; per: "year" | "month" | "contract" }
  | { is: "held"; plus: string; minus: string }
  | { is: "field"; field: string }
  | { is: "sum"; field: string };

/** The most allowed: a number, a percentage, or an amount that is worked out. */
function most(raw: unknown): { number: Fraction } | { rule: AmountRule } {
  return isRecord(raw) || (typeof raw === "string" && /[A-Z]{3}$|^as quoted$/.test(raw))
    ? { rule: amountRule(raw) }
    : { number: fraction(raw) };
}

/** Reads `count per year`, `seat.assigned minus seat.released`, `sum .amount`, `.quantity`. */
function measure(raw: unknown): Measure {
  const words = text(raw);
  const count = /^count per (year|month|contract)$/.exec(words);
  if (count) return { is: "count", per: count[1] as "year" };
  const held = /^(\S+) minus (\S+)$/.exec(words);
  if (held) return { is: "held", plus: held[1]!, minus: held[2]! };
  const sum = /^sum \.(\S+)$/.exec(words);
  if (sum) return { is: "sum", field: sum[1]! };
  return { is: "field", field: words.replace(/^\./, "") };
}

/** What a limit remembers between acts. */
export interface LimitMemory {
  /** How many subjects are held; which, the state's `subjects` say. */
  held?: number;
  count?: { period: string; n: number };
  /** What has been counted so far of a field, over the contract's life. */
  sum?: string;
}
