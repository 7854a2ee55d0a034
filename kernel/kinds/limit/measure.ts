import type { Event } from "../../engine/event.ts";
import { type Reason, textOf } from "../../engine/item.ts";
import { resolve } from "../../engine/resolve.ts";
import type { Step } from "../../engine/step.ts";
import { valueOf } from "../../money/figure.ts";
import { add, compare, decimal, type Fraction, parseFraction, zero } from "../../money/fraction.ts";
import type { Clause } from "../../terms/clause.ts";
import { type AmountRule, amountRule, fraction, number, text } from "../../terms/grammar.ts";
import { isRecord } from "../../terms/source.ts";
import { civilOf, formatDay } from "../../time/day.ts";
import { localOf } from "../../time/zone.ts";
import { amountTree } from "../shared/amount.ts";
import type { Limit } from "../limit.ts";

/** How an act is measured against the most allowed. */
export type Measure =
  | { is: "count"; per: "year" | "month" | "contract" }
  | { is: "held"; plus: string; minus: string }
  | { is: "field"; field: string }
  | { is: "sum"; field: string };

/** The most allowed: a number, a percentage, or an amount that is worked out. */
export function most(raw: unknown): { number: Fraction } | { rule: AmountRule } {
  return isRecord(raw) || (typeof raw === "string" && /[A-Z]{3}$|^as quoted$/.test(raw))
    ? { rule: amountRule(raw) }
    : { number: fraction(raw) };
}

/** Reads `count per year`, `seat.assigned minus seat.released`, `sum .amount`, `.quantity`. */
export function measure(raw: unknown): Measure {
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

/** Why an act would go above the most allowed, if it would. */
export function overMost(step: Step, clause: Clause<Limit>, act: Event): Reason | undefined {
  const found = mostAllowed(step, clause, act);
  if ("missing" in found) return { code: `figure-${found.missing}`, args: { figure: "at-most", path: found.path.join(".") } };
  const { most, unit } = found;
  const memory = (step.state.memory[clause.id] as LimitMemory | undefined) ?? {};
  const over = (would: Fraction): Reason | undefined =>
    compare(would, most) > 0
      ? { code: "above-most", args: { most: `${decimal(most, 2)}${unit}`, would: `${decimal(would, 2)}${unit}` } }
      : undefined;
  const { measure: by } = clause;
  if (!by || by.is === "field") {
    const told = act.fields[by?.field ?? "quantity"];
    const value = told === undefined || told === null ? undefined : number(textOf(told));
    return value && over(value);
  }
  if (by.is === "sum") return over(totalWith(clause, memory, act));
  const would =
    by.is === "held"
      ? act.name === by.plus && !(act.subject in (step.state.subjects[clause.id] ?? {}))
        ? (memory.held ?? 0) + 1
        : 0
      : (memory.count?.period === countingPeriod(step, clause, act) ? memory.count.n : 0) + 1;
  return over({ n: BigInt(would), d: 1n });
}

/** The most a limit allows for an act, in its own unit. */
export function mostAllowed(
  step: Step,
  clause: Clause<Limit>,
  act: Event,
): { most: Fraction; unit: string } | { missing: string; path: readonly string[] } {
  const stated = resolve(step, clause, clause.atMost!, act);
  if ("missing" in stated) return stated;
  if ("number" in stated.value) return { most: stated.value.number, unit: "" };
  const tree = amountTree(step, clause, stated.value.rule, act, "at-most");
  return "missing" in tree ? tree : { most: valueOf(tree.figure), unit: ` ${tree.figure.unit}` };
}

/** The sum of a field with this act's added. */
export function totalWith(clause: Clause<Limit>, { sum }: LimitMemory, act: Event): Fraction {
  const told = clause.measure?.is === "sum" ? act.fields[clause.measure.field] : undefined;
  return add(parseFraction(sum ?? "0") ?? zero, number(textOf(told)) ?? zero);
}

export function countingPeriod(step: Step, clause: Clause<Limit>, { at }: Event): string {
  if (clause.measure?.is !== "count" || clause.measure.per === "contract") return "contract";
  const { day } = localOf(step.world.zone, at);
  return clause.measure.per === "year" ? String(civilOf(day).year) : formatDay(day).slice(0, 7);
}
