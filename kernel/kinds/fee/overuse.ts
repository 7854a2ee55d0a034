import type { Event } from "../../engine/event.ts";
import { resolve } from "../../engine/resolve.ts";
import { schedule, type Step, withClause } from "../../engine/step.ts";
import { WHOLE } from "../../engine/item.ts";
import { type Figure, given, quotient } from "../../money/figure.ts";
import type { Clause } from "../../terms/clause.ts";
import { formatDay, monthStart, parseDay } from "../../time/day.ts";
import { localOf, midnight } from "../../time/zone.ts";
import type { Found } from "../shared/found.ts";
import { owe } from "./billing.ts";
import type { Excess, FeeKeys, FeeMemory } from "./keys.ts";
import type { LimitMemory } from "../limit/keys.ts";
import { limitOf, quantityNow, remember, times } from "./tariff.ts";

/** Follows the units held above the limit through the month. */
export function countExcess(step: Step, clause: Clause<FeeKeys>, memory: FeeMemory, event: Event): void {
  const quantity = quantityNow(step, clause);
  if ("missing" in quantity) return;
  const over = Math.max(0, Number(event.fields["held"] ?? 0) - Number(quantity.figure.value));
  const { zone } = step.world;
  const { day } = localOf(zone, step.at);
  const month = formatDay(day).slice(0, 7);
  const before = memory.excess?.month === month ? memory.excess : undefined;
  if (over === 0 && !before) return;
  if (!before) schedule(step, { at: midnight(zone, monthStart(monthStart(day) + 31)), clause: clause.id, purpose: "overuse" });
  const levels = [...(before?.levels ?? []), [day, over] as const];
  remember(step, clause, { ...memory, excess: { month, levels, facts: [...(before?.facts ?? []), ...event.because.facts].slice(-40) } });
}

/** Counts again what is held, where the number allowed may have changed. */
export function recount(step: Step, clause: Clause<FeeKeys>, memory: FeeMemory, event: Event): void {
  const { held = 0 } = (step.state.memory[limitOf(clause) ?? ""] as LimitMemory | undefined) ?? {};
  countExcess(step, clause, memory, { ...event, fields: { held } });
}

/** The month's overuse falls due. What is still held above the limit opens the next month's. */
export function billExcess(step: Step, clause: Clause<FeeKeys>, memory: FeeMemory): void {
  const { excess, ...rest } = memory;
  if (!excess || !clause.overuse) return;
  const because = withClause({ facts: excess.facts, clauses: [] }, clause.id);
  const other = Object.entries(clause.variants).flatMap(([name, variant]) => {
    const found = monthly(step, variant, excess);
    return "figure" in found && variant.overuseBasis !== clause.overuseBasis ? [[name, found] as const] : [];
  });
  owe(step, clause, {
    state: "due",
    figure: monthly(step, clause, excess),
    period: `${excess.month} overuse`,
    because,
    due: step.at,
    ...(other.length > 0 && { otherwise: Object.fromEntries(other) }),
  });
  remember(step, clause, rest);
  if (step.state.ended === undefined)
    recount(step, clause, rest, {
      name: "held",
      subject: WHOLE,
      at: step.at,
      fields: {},
      because: { facts: excess.facts, clauses: [] },
      depth: 0,
    });
}

function monthly(step: Step, clause: Clause<FeeKeys>, excess: Excess): Found {
  const price = resolve(step, clause, clause.overuse!, { at: step.at, fields: {} });
  if ("missing" in price) return price;
  const unit = given(price.value.value, price.value.currency, { clause: clause.id, figure: ["overuse", ...price.path].join(".") });
  return times(
    { figure: unit },
    {
      figure:
        clause.overuseBasis === "daily average"
          ? average(excess)
          : given(String(highest(excess.levels)), "", { count: "highest daily excess" }),
    },
  );
}

function highest(levels: Excess["levels"]): number {
  return Math.max(...levels.map(([, over]) => over));
}

/** The highest number of each day, over all days of the month. */
function average({ month, levels }: Excess): Figure {
  const first = parseDay(`${month}-01`)!;
  const days = monthStart(first + 31) - first;
  let [sum, running, at] = [0, 0, 0];
  for (let day = first; day < first + days; day += 1) {
    let most = running;
    for (; at < levels.length && levels[at]![0] === day; at += 1) {
      running = levels[at]![1];
      most = Math.max(most, running);
    }
    sum += most;
  }
  return quotient(given(String(sum), "", { count: "sum of daily excesses" }), given(String(days), "", { count: "days of the month" }));
}
