import type { Event } from "../../engine/event.ts";
import { resolve } from "../../engine/resolve.ts";
import { schedule, type Step, withClause } from "../../engine/step.ts";
import { given } from "../../money/figure.ts";
import type { Clause } from "../../terms/clause.ts";
import { formatDay, monthStart } from "../../time/day.ts";
import { localOf, midnight } from "../../time/zone.ts";
import type { Found } from "../shared/amount.ts";
import { owe } from "./billing.ts";
import type { FeeKeys } from "../fee.ts";
import type { LimitMemory } from "../limit/measure.ts";
import { type FeeMemory, limitOf, quantityNow, remember, times } from "./tariff.ts";

/** Held units above the limit: the month's highest daily excess is billed at the month's end (reading of B-7 overuse). */
export function countExcess(step: Step, clause: Clause<FeeKeys>, memory: FeeMemory, event: Event): void {
  const quantity = quantityNow(step, clause);
  if ("missing" in quantity) return;
  const over = Number(event.fields["held"] ?? 0) - Number(quantity.figure.value);
  const { zone } = step.world;
  const { day } = localOf(zone, step.at);
  const month = formatDay(day).slice(0, 7);
  const before = memory.excess?.month === month ? memory.excess : undefined;
  if (over <= (before?.most ?? 0)) return;
  if (!before) schedule(step, { at: midnight(zone, monthStart(monthStart(day) + 31)), clause: clause.id, purpose: "overuse" });
  remember(step, clause, { ...memory, excess: { month, most: over, facts: [...(before?.facts ?? []), ...event.because.facts].slice(-40) } });
}

export function billExcess(step: Step, clause: Clause<FeeKeys>, memory: FeeMemory): void {
  const { excess, ...rest } = memory;
  if (!excess || !clause.overuse) return;
  const monthly = resolve(step, clause, clause.overuse, { at: step.at, fields: {} });
  const figure: Found = "missing" in monthly ? monthly : times({ figure: given(monthly.value.value, monthly.value.currency, { clause: clause.id, figure: ["overuse", ...monthly.path].join(".") }) }, { figure: given(String(excess.most), "", { count: "highest daily excess" }) });
  owe(step, clause, { state: "due", figure, period: `${excess.month} overuse`, because: withClause({ facts: [...excess.facts], clauses: [] }, clause.id), due: step.at });
  const still = stillOver(step, clause);
  remember(step, clause, rest);
  if (still > 0 && step.state.ended === undefined) countExcess(step, clause, rest, { name: "held", subject: "contract", at: step.at, fields: { held: heldNow(step, clause) }, because: { facts: excess.facts, clauses: [] }, depth: 0 });
}

function heldNow(step: Step, clause: Clause<FeeKeys>): number {
  return (step.state.memory[limitOf(clause) ?? ""] as LimitMemory | undefined)?.held ?? 0;
}

function stillOver(step: Step, clause: Clause<FeeKeys>): number {
  const quantity = quantityNow(step, clause);
  return "missing" in quantity ? 0 : heldNow(step, clause) - Number(quantity.figure.value);
}
