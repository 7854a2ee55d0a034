import type { Event } from "../../engine/event.ts";
import { type Reason, textOf } from "../../engine/item.ts";
import { resolve } from "../../engine/resolve.ts";
import type { Step } from "../../engine/step.ts";
import { valueOf } from "../../money/figure.ts";
import { add, compare, decimal, type Fraction, parseFraction, zero } from "../../money/fraction.ts";
import type { Clause } from "../../terms/clause.ts";
import { number } from "../../terms/grammar.ts";
import { civilOf, formatDay } from "../../time/day.ts";
import { localOf } from "../../time/zone.ts";
import { amountTree } from "../shared/amount.ts";
import type { Limit, LimitMemory } from "./keys.ts";

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
