import type { Event } from "../../engine/event.ts";
import { type Json, textOf } from "../../engine/item.ts";
import { resolve } from "../../engine/resolve.ts";
import type { Step } from "../../engine/step.ts";
import { parsePrice } from "../../money/amount.ts";
import { minorDigits } from "../../money/currency.ts";
import { given, product, quotient, rounded } from "../../money/figure.ts";
import type { Clause } from "../../terms/clause.ts";
import type { Duration } from "../../time/duration.ts";
import type { Found } from "../shared/found.ts";
import type { FeeKeys, FeeMemory } from "./keys.ts";
import type { Limit } from "../limit/keys.ts";

export function limitOf(clause: Clause<FeeKeys>): string | undefined {
  return clause.quantity?.is === "value" && "limit" in clause.quantity.value ? clause.quantity.value.limit : undefined;
}

export function memoryOf(step: Step, clause: Clause): FeeMemory {
  return (step.state.memory[clause.id] as FeeMemory | undefined) ?? {};
}

export function remember(step: Step, clause: Clause, memory: FeeMemory): void {
  step.state.memory[clause.id] = memory as Json;
}

export function quoted(event: Event): { text: string; fact: string } {
  return { text: textOf(event.fields["price"]), fact: event.because.facts.at(-1) ?? "" };
}

export function priceNow(step: Step, clause: Clause<FeeKeys>, memory: FeeMemory, which: "price" | "tariff"): Found {
  const told = memory[which];
  const read = told && parsePrice(told.text);
  if (told && read) return { figure: given(read.value, read.currency, { fact: told.fact, field: "price" }) };
  const found = resolve(step, clause, clause.price, { at: step.at, fields: {} });
  return "missing" in found
    ? found
    : { figure: given(found.value.value, found.value.currency, { clause: clause.id, figure: ["price", ...found.path].join(".") }) };
}

export function quantityNow(step: Step, clause: Clause<FeeKeys>): Found {
  if (!clause.quantity) return { figure: given("1", "", { constant: "1" }) };
  const found = resolve(step, clause, clause.quantity, { at: step.at, fields: {} });
  if ("missing" in found) return found;
  if ("count" in found.value) return { figure: given(found.value.count, "", { clause: clause.id, figure: "quantity" }) };
  const limit = step.world.contract.byId.get(found.value.limit) as Clause<Limit> | undefined;
  const most = limit?.atMost && resolve(step, limit, limit.atMost, { at: step.at, fields: {} });
  if (!limit || !most) return { missing: "ordered", path: ["quantity"] };
  if ("missing" in most) return most;
  return "number" in most.value
    ? { figure: given(most.value.number, "", { clause: limit.id, figure: "at-most" }) }
    : { missing: "ordered", path: ["quantity"] };
}

export function times(unit: Found, quantity: Found): Found {
  if ("missing" in unit) return unit;
  if ("missing" in quantity) return quantity;
  const whole = product([unit.figure, quantity.figure]);
  return { figure: rounded(whole, "half-up", minorDigits(whole.unit)) };
}

/** The fixed fee for a time (a quarter's fee for reversibility, D-9.01): unit price × quantity × time / billing period. */
export function feeFor(step: Step, span: Duration): Found {
  const clause = step.world.contract.clauses.find((one): one is Clause<FeeKeys> => one.kind === "fee");
  if (!clause) return { missing: "fee", path: [] };
  const every = resolve(step, clause, clause.every, { at: step.at, fields: {} });
  const whole = times(priceNow(step, clause, memoryOf(step, clause), "price"), quantityNow(step, clause));
  if ("missing" in whole) return whole;
  if (!("value" in every)) return { missing: every.missing, path: every.path };
  const lengths = ["month", "quarter", "year"];
  if (!lengths.includes(span.unit)) return { missing: "fee", path: [] };
  const months = ({ count, unit }: Duration) => count * (unit === "year" ? 12 : unit === "quarter" ? 3 : 1);
  const factor = quotient(
    given(String(months(span)), "", { count: "months" }),
    given(String(months(every.value)), "", { clause: clause.id, figure: "every" }),
  );
  return { figure: product([whole.figure, factor]) };
}
