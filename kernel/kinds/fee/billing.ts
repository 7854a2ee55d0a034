import type { Event } from "../../engine/event.ts";
import type { Because, Item } from "../../engine/item.ts";
import { resolve } from "../../engine/resolve.ts";
import { itemsOf, openItem, replaceItem, schedule, type Step, stillStands, tell, withClause } from "../../engine/step.ts";
import { minorDigits } from "../../money/currency.ts";
import { type Figure, given, product, quotient, rounded, valueOf } from "../../money/figure.ts";
import { decimal } from "../../money/fraction.ts";
import type { Clause } from "../../terms/clause.ts";
import { addPeriods } from "../../time/counting.ts";
import { formatDay } from "../../time/day.ts";
import { formatDuration } from "../../time/duration.ts";
import { formatInstant, type Instant } from "../../time/instant.ts";
import { localOf, midnight } from "../../time/zone.ts";
import type { Found } from "../shared/found.ts";
import type { FeeKeys, FeeMemory } from "./keys.ts";
import { priceNow, quantityNow, remember, times } from "./tariff.ts";

export function openPeriod(step: Step, clause: Clause<FeeKeys>, memory: FeeMemory, period: number): void {
  const { zone } = step.world;
  const every = resolve(step, clause, clause.every, { at: step.at, fields: {} });
  const billed = resolve(step, clause, clause.billed, { at: step.at, fields: {} });
  if (!("value" in every) || memory.anchor === undefined) return;
  // Another billing period by amendment counts anew from where it starts.
  const rhythm = formatDuration(every.value);
  const anew = memory.rhythm !== undefined && memory.rhythm !== rhythm;
  const anchor = anew ? localOf(zone, step.at).day : memory.anchor;
  const nth = anew ? 0 : period;
  const [start, end] = [midnight(zone, addPeriods(anchor, nth, every.value)), midnight(zone, addPeriods(anchor, nth + 1, every.value))];
  const quantity = quantityNow(step, clause);
  const next: FeeMemory = {
    ...memory,
    anchor,
    rhythm,
    period: nth,
    start,
    end,
    ...("figure" in quantity && { billedFor: quantity.figure.value }),
  };
  remember(step, clause, next);
  schedule(step, { at: end, clause: clause.id, purpose: "billing" });
  const advance = !("value" in billed) || billed.value === "in advance";
  const unit = priceNow(step, clause, next, "price");
  owe(step, clause, {
    state: advance ? "due" : "accruing",
    figure: times(unit, quantity),
    period: periodName(step, next),
    because: becauseOf(step, clause, next),
    due: advance ? step.at : end,
  });
}

function becauseOf(step: Step, clause: Clause, memory: FeeMemory): Because {
  const told = [memory.price?.fact].filter((fact): fact is string => fact !== undefined && fact !== "");
  return withClause({ facts: [...(memory.facts ?? []), ...told], clauses: [] }, clause.id);
}

function periodName(step: Step, { start }: FeeMemory): string {
  return formatDay(localOf(step.world.zone, start ?? step.at).day);
}

interface Owed {
  state: "due" | "accruing";
  figure: Found;
  period: string;
  because: Because;
  due: Instant;
  otherwise?: Item["otherwise"];
}

export function owe(step: Step, clause: Clause<FeeKeys>, { state, figure, period, because, due, otherwise }: Owed): void {
  const unknown = "missing" in figure;
  openItem(step, {
    type: "amount",
    clause: clause.id,
    subject: period,
    state: unknown ? "unknown" : state,
    party: clause.party ?? "customer",
    to: clause.to ?? "provider",
    opened: step.at,
    due,
    ...(unknown
      ? { reason: { code: `figure-${figure.missing}`, args: { figure: "price", path: figure.path.join(".") } } }
      : { figure: figure.figure }),
    ...(otherwise && { otherwise }),
    because,
    fields: { period },
    version: step.state.amendments.length,
  });
  if (!unknown && state === "due")
    tell(step, {
      name: `${clause.id}.due`,
      subject: period,
      at: step.at,
      fields: { amount: amountText(figure.figure) },
      because,
      depth: 0,
    });
}

/** The end of a billing period: what accrued falls due, and the next begins while the contract runs. */
export function turn(step: Step, clause: Clause<FeeKeys>, memory: FeeMemory): void {
  fallDue(step, clause);
  const { ends, ended } = step.state;
  if (ended !== undefined || !stillStands(step, clause) || (ends && (ends.term ?? ends.at) <= step.at)) return;
  openPeriod(step, clause, memory, (memory.period ?? 0) + 1);
}

export function fallDue(step: Step, clause: Clause<FeeKeys>): void {
  for (const item of itemsOf(step, clause.id)) {
    if (item.state !== "accruing") continue;
    replaceItem(step, item, { ...item, state: "due", due: step.at });
    tell(step, {
      name: `${clause.id}.due`,
      subject: item.subject,
      at: step.at,
      fields: item.figure ? { amount: amountText(item.figure) } : {},
      because: item.because,
      depth: 0,
    });
  }
}

/** An amount as a fact would state it: clauses that hear of it read it with its currency. */
function amountText(figure: Figure): string {
  return `${decimal(valueOf(figure), minorDigits(figure.unit))} ${figure.unit}`;
}

/** Units added in a running period: the tariff in force now, for the days left of it (B-7 added seats). */
export function addUnits(step: Step, clause: Clause<FeeKeys>, memory: FeeMemory, event: Event): void {
  const { start, end, billedFor } = memory;
  if (start === undefined || end === undefined || billedFor === undefined || clause.added !== "prorated") return;
  const quantity = quantityNow(step, clause);
  const unit = priceNow(step, clause, memory, "tariff");
  if ("missing" in quantity || quantity.figure.value === billedFor) return;
  const extra = Number(quantity.figure.value) - Number(billedFor);
  // Units given back in a period already paid for are not billed again when they return.
  if (!(extra > 0)) return;
  remember(step, clause, { ...memory, billedFor: quantity.figure.value });
  const { zone } = step.world;
  const days = (from: Instant, to: Instant) => localOf(zone, to).day - localOf(zone, from).day;
  const [left, whole] = [days(step.at, end), days(start, end)];
  const because = withClause(
    { facts: [...event.because.facts, ...(memory.tariff ? [memory.tariff.fact] : [])], clauses: event.because.clauses },
    clause.id,
  );
  const counted = (n: number, from: Instant) =>
    given(String(n), "days", { count: "days", from: formatInstant(from), until: formatInstant(end) });
  const share =
    "missing" in unit
      ? unit
      : {
          figure: rounded(
            quotient(
              product(
                [
                  product([unit.figure, given(String(extra), "", { fact: event.because.facts.at(-1) ?? "", field: "sets" })]),
                  counted(left, step.at),
                ],
                `${unit.figure.unit} days`,
              ),
              counted(whole, start),
              unit.figure.unit,
            ),
            "half-up",
            minorDigits(unit.figure.unit),
          ),
        };
  owe(step, clause, { state: "due", figure: share, period: `${periodName(step, memory)}+${extra}`, because, due: step.at });
}
