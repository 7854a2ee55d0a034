import type { z } from "zod";
import type { Event } from "../engine/event.ts";
import type { Because, Json } from "../engine/item.ts";
import { resolve } from "../engine/resolve.ts";
import type { Timer } from "../engine/state.ts";
import { itemsOf, openItem, replaceItem, schedule, type Step, tell, tellOf, unschedule, withClause } from "../engine/step.ts";
import { parsePrice, type Price } from "../money/amount.ts";
import { minorDigits } from "../money/currency.ts";
import { type Figure, given, product, quotient, rounded } from "../money/figure.ts";
import { as, type Clause, common, figure, time, word, yes } from "../terms/clause.ts";
import { duration, fraction, show, text } from "../terms/grammar.ts";
import { Misread } from "../terms/problem.ts";
import { bilingual } from "../terms/source.ts";
import { addPeriods } from "../time/counting.ts";
import { type Day, monthStart } from "../time/day.ts";
import type { Duration } from "../time/duration.ts";
import { formatInstant, type Instant } from "../time/instant.ts";
import { localOf, midnight } from "../time/zone.ts";
import type { Found } from "./amount.ts";
import type { Limit } from "./limit.ts";
import type { Heard, Kind } from "./kind.ts";

const shape = common.extend({
  price: figure(price, ["12.00 EUR"]),
  unit: as(bilingual, { type: ["string", "object"] }).optional(),
  quantity: figure((raw) => (/^[a-z][a-z-]*$/.test(text(raw)) ? { limit: text(raw) } : { count: fraction(raw) }), ["10", "seats"]).optional(),
  every: figure((raw) => duration(`1 ${text(raw)}`), ["month", "quarter", "year"]),
  billed: figure(billing, ["in advance", "in arrears"]),
  due: figure((raw) => (raw === "on receipt" ? ("on receipt" as const) : duration(raw)), ["on receipt", "30 days"]).optional(),
  added: word.optional(),
  overuse: figure((raw) => price(text(raw).replace(/ per month$/, "")), ["3.00 EUR per month"]).optional(),
  begun: word.optional(),
  guaranteed: time.optional(),
  indexed: yes.optional(),
});

export type FeeKeys = z.infer<typeof shape>;

function price(raw: unknown): Price {
  const read = parsePrice(text(raw));
  if (!read) throw new Misread("expected-price", { got: show(raw) });
  return read;
}

function billing(raw: unknown): "in advance" | "in arrears" {
  const words = text(raw);
  if (words !== "in advance" && words !== "in arrears") throw new Misread("expected-billing", { got: words });
  return words;
}

interface Memory {
  /** The tariff in force, where a fact has changed it. */
  price?: { text: string; fact: string };
  /** The tariff for units added now; the period's own price stays until the next. */
  tariff?: { text: string; fact: string };
  anchor?: Day;
  period?: number;
  start?: Instant;
  end?: Instant;
  /** Units of the period when it began. */
  billedFor?: string;
  facts?: readonly string[];
  /** The highest number of units held above the limit, day by day, in the running month. */
  excess?: { month: string; most: number; facts: readonly string[] };
}

/** The price of the service: a unit price times a quantity, period by period, with units added and units over the limit. */
export const fee: Kind<Clause<FeeKeys>> = {
  name: "fee",
  shape,
  figures: ["price", "quantity", "every", "billed", "due", "overuse", "guaranteed"],
  hears(clause) {
    const heard: Heard[] = [
      { event: "period.started", role: "starts", opens: true },
      { event: "price.changed", role: "price" },
      { event: "price.in-force", role: "tariff" },
      { event: "contract.amended", role: "amended", opens: true },
      { event: "contract.ended", role: "ended" },
    ];
    const limit = limitOf(clause);
    if (clause.overuse && limit !== undefined) heard.push({ event: `${limit}.held`, role: "held" });
    return heard;
  },
  tells: ({ id }) => [`${id}.due`],
  on(step, clause, role, event) {
    const memory = memoryOf(step, clause);
    if (role === "starts") {
      if (memory.anchor === undefined && step.state.term) openPeriod(step, clause, { ...memory, anchor: step.state.term.anchor, facts: event.because.facts }, 0);
    } else if (role === "price") remember(step, clause, { ...memory, price: quoted(event), tariff: quoted(event) });
    else if (role === "tariff") remember(step, clause, { ...memory, tariff: quoted(event) });
    else if (role === "amended") addUnits(step, clause, memory, event);
    else if (role === "held") countExcess(step, clause, memory, event);
    else if (role === "ended") end(step, clause, memory, event);
  },
  fire(step, clause, timer) {
    const memory = memoryOf(step, clause);
    if (timer.purpose === "billing") turn(step, clause, memory, timer);
    else if (timer.purpose === "overuse") billExcess(step, clause, memory);
  },
};

function limitOf(clause: Clause<FeeKeys>): string | undefined {
  return clause.quantity?.is === "value" && "limit" in clause.quantity.value ? clause.quantity.value.limit : undefined;
}

function memoryOf(step: Step, clause: Clause): Memory {
  return (step.state.memory[clause.id] as Memory | undefined) ?? {};
}

function remember(step: Step, clause: Clause, memory: Memory): void {
  step.state.memory[clause.id] = memory as Json;
}

function quoted(event: Event): { text: string; fact: string } {
  return { text: String(event.fields["price"]), fact: event.because.facts.at(-1) ?? "" };
}

function priceNow(step: Step, clause: Clause<FeeKeys>, memory: Memory, which: "price" | "tariff"): Found {
  const told = memory[which];
  const read = told && parsePrice(told.text);
  if (told && read) return { figure: given(read.value, read.currency, { fact: told.fact, field: "price" }) };
  const found = resolve(step, clause, clause.price, { at: step.at, fields: {} });
  return "missing" in found ? found : { figure: given(found.value.value, found.value.currency, { clause: clause.id, figure: ["price", ...found.path].join(".") }) };
}

function quantityNow(step: Step, clause: Clause<FeeKeys>): Found {
  if (!clause.quantity) return { figure: given("1", "", { constant: "1" }) };
  const found = resolve(step, clause, clause.quantity, { at: step.at, fields: {} });
  if ("missing" in found) return found;
  if ("count" in found.value) return { figure: given(found.value.count, "", { clause: clause.id, figure: "quantity" }) };
  const limit = step.world.contract.byId.get(found.value.limit) as Clause<Limit> | undefined;
  const most = limit?.atMost && resolve(step, limit, limit.atMost, { at: step.at, fields: {} });
  if (!limit || !most) return { missing: "ordered", path: ["quantity"] };
  if ("missing" in most) return most;
  return "number" in most.value ? { figure: given(most.value.number, "", { clause: limit.id, figure: "at-most" }) } : { missing: "ordered", path: ["quantity"] };
}

function openPeriod(step: Step, clause: Clause<FeeKeys>, memory: Memory, period: number): void {
  const { zone } = step.world;
  const every = resolve(step, clause, clause.every, { at: step.at, fields: {} });
  const billed = resolve(step, clause, clause.billed, { at: step.at, fields: {} });
  if (!("value" in every) || memory.anchor === undefined) return;
  const end = midnight(zone, addPeriods(memory.anchor, period + 1, every.value));
  const quantity = quantityNow(step, clause);
  const next: Memory = { ...memory, period, start: step.at, end, ...("figure" in quantity && { billedFor: quantity.figure.value }) };
  remember(step, clause, next);
  schedule(step, { at: end, clause: clause.id, purpose: "billing" });
  const advance = !("value" in billed) || billed.value === "in advance";
  const unit = priceNow(step, clause, next, "price");
  owe(step, clause, { state: advance ? "due" : "accruing", figure: times(unit, quantity), period: periodName(step, next), because: becauseOf(step, clause, next), due: advance ? step.at : end });
}

function times(unit: Found, quantity: Found): Found {
  if ("missing" in unit) return unit;
  if ("missing" in quantity) return quantity;
  const whole = product([unit.figure, quantity.figure]);
  return { figure: rounded(whole, "half-up", minorDigits(whole.unit)) };
}

function becauseOf(step: Step, clause: Clause, memory: Memory): Because {
  const told = [memory.price?.fact].filter((fact): fact is string => fact !== undefined && fact !== "");
  return withClause({ facts: [...(memory.facts ?? []), ...told], clauses: [] }, clause.id);
}

function periodName(step: Step, { start }: Memory): string {
  return formatInstant(midnight(step.world.zone, localOf(step.world.zone, start ?? step.at).day) + 43_200_000).slice(0, 10);
}

interface Owed {
  state: "due" | "accruing";
  figure: Found;
  period: string;
  because: Because;
  due: Instant;
}

function owe(step: Step, clause: Clause<FeeKeys>, { state, figure, period, because, due }: Owed): void {
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
    ...(unknown ? { reason: { code: `figure-${figure.missing}`, args: { figure: "price", path: figure.path.join(".") } } } : { figure: figure.figure }),
    because,
    fields: { period },
    version: step.state.amendments.length,
  });
  if (!unknown && state === "due") tell(step, { name: `${clause.id}.due`, subject: period, at: step.at, fields: { amount: `${figure.figure.value} ${figure.figure.unit}` }, because, depth: 0 });
}

/** The end of a billing period: what accrued falls due, and the next begins while the contract runs. */
function turn(step: Step, clause: Clause<FeeKeys>, memory: Memory, _timer: Timer): void {
  fallDue(step, clause);
  const { ends, ended } = step.state;
  if (ended !== undefined || (ends && ends.at <= step.at)) return;
  openPeriod(step, clause, memory, (memory.period ?? 0) + 1);
}

function fallDue(step: Step, clause: Clause<FeeKeys>): void {
  for (const item of itemsOf(step, clause.id)) {
    if (item.state !== "accruing") continue;
    replaceItem(step, item, { ...item, state: "due", due: step.at });
    tell(step, { name: `${clause.id}.due`, subject: item.subject, at: step.at, fields: {}, because: item.because, depth: 0 });
  }
}

/** Units added in a running period: the tariff in force now, for the days left of it (B-7 added seats). */
function addUnits(step: Step, clause: Clause<FeeKeys>, memory: Memory, event: Event): void {
  const { start, end, billedFor } = memory;
  if (start === undefined || end === undefined || billedFor === undefined || clause.added !== "prorated") return;
  const quantity = quantityNow(step, clause);
  const unit = priceNow(step, clause, memory, "tariff");
  if ("missing" in quantity || quantity.figure.value === billedFor) return;
  remember(step, clause, { ...memory, billedFor: quantity.figure.value });
  const extra = Number(quantity.figure.value) - Number(billedFor);
  if (!(extra > 0)) return;
  const { zone } = step.world;
  const days = (from: Instant, to: Instant) => localOf(zone, to).day - localOf(zone, from).day;
  const [left, whole] = [days(step.at, end), days(start, end)];
  const because = withClause({ facts: [...event.because.facts, ...(memory.tariff ? [memory.tariff.fact] : [])], clauses: event.because.clauses }, clause.id);
  const counted = (n: number, from: Instant) => given(String(n), "days", { count: "days", from: formatInstant(from), until: formatInstant(end) });
  const share = "missing" in unit ? unit : { figure: rounded(quotient(product([product([unit.figure, given(String(extra), "", { fact: event.because.facts.at(-1) ?? "", field: "sets" })]), counted(left, step.at)], `${unit.figure.unit} days`), counted(whole, start), unit.figure.unit), "half-up", minorDigits(unit.figure.unit)) };
  owe(step, clause, { state: "due", figure: share, period: `${periodName(step, memory)}+${extra}`, because, due: step.at });
}

/** Held units above the limit: the month's highest daily excess is billed at the month's end (reading of B-7 overuse). */
function countExcess(step: Step, clause: Clause<FeeKeys>, memory: Memory, event: Event): void {
  const quantity = quantityNow(step, clause);
  if ("missing" in quantity) return;
  const over = Number(event.fields["held"] ?? 0) - Number(quantity.figure.value);
  const { zone } = step.world;
  const { day } = localOf(zone, step.at);
  const month = formatInstant(midnight(zone, monthStart(day)) + 43_200_000).slice(0, 7);
  const before = memory.excess?.month === month ? memory.excess : undefined;
  if (over <= (before?.most ?? 0)) return;
  if (!before) schedule(step, { at: midnight(zone, monthStart(monthStart(day) + 31)), clause: clause.id, purpose: "overuse" });
  remember(step, clause, { ...memory, excess: { month, most: over, facts: [...(before?.facts ?? []), ...event.because.facts].slice(-40) } });
}

function billExcess(step: Step, clause: Clause<FeeKeys>, memory: Memory): void {
  const { excess, ...rest } = memory;
  if (!excess || !clause.overuse) return;
  const monthly = resolve(step, clause, clause.overuse, { at: step.at, fields: {} });
  const figure: Found = "missing" in monthly ? monthly : times({ figure: given(monthly.value.value, monthly.value.currency, { clause: clause.id, figure: ["overuse", ...monthly.path].join(".") }) }, { figure: given(String(excess.most), "", { count: "highest daily excess" }) });
  owe(step, clause, { state: "due", figure, period: `${excess.month} overuse`, because: withClause({ facts: [...excess.facts], clauses: [] }, clause.id), due: step.at });
  const still = stillOver(step, clause);
  remember(step, clause, rest);
  if (still > 0 && step.state.ended === undefined) countExcess(step, clause, rest, { name: "held", subject: "contract", at: step.at, fields: { held: still + Number(memory.billedFor ?? 0) }, because: { facts: excess.facts, clauses: [] }, depth: 0 });
}

function stillOver(step: Step, clause: Clause<FeeKeys>): number {
  const limit = limitOf(clause);
  const held = (step.state.memory[limit ?? ""] as { held?: readonly string[] } | undefined)?.held?.length ?? 0;
  const quantity = quantityNow(step, clause);
  return "missing" in quantity ? 0 : held - Number(quantity.figure.value);
}

/** The contract ends: a period begun is due whole. */
function end(step: Step, clause: Clause<FeeKeys>, memory: Memory, event: Event): void {
  unschedule(step, clause.id, "billing");
  fallDue(step, clause);
  if (memory.excess) billExcess(step, clause, memory);
  tellOf(step, clause, "closed", event);
}

/** The fixed fee for a time (a quarter's fee for reversibility, D-9.01): unit price × quantity × time / billing period. */
export function feeFor(step: Step, span: Duration, _at: Instant): Found {
  const clause = step.world.contract.clauses.find((one): one is Clause<FeeKeys> => one.kind === "fee");
  if (!clause) return { missing: "fee", path: [] };
  const every = resolve(step, clause, clause.every, { at: step.at, fields: {} });
  const whole = times(priceNow(step, clause, memoryOf(step, clause), "price"), quantityNow(step, clause));
  if ("missing" in whole) return whole;
  if (!("value" in every)) return { missing: every.missing, path: every.path };
  const months = ({ count, unit }: Duration) => count * (unit === "year" ? 12 : unit === "quarter" ? 3 : 1);
  const factor = quotient(given(String(months(span)), "", { count: "months" }), given(String(months(every.value)), "", { clause: clause.id, figure: "every" }));
  return { figure: product([whole.figure, factor]) };
}

