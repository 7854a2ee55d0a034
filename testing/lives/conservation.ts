import { advance, apply } from "#kernel/engine/apply.ts";
import { effectiveFacts } from "#kernel/engine/effective.ts";
import { type Fact, factName } from "#kernel/engine/fact.ts";
import type { Item } from "#kernel/engine/item.ts";
import { openRegister } from "#kernel/engine/register.ts";
import { readStanding, type Standing } from "#kernel/engine/standing.ts";
import { copyState, emptyState, type State } from "#kernel/engine/state.ts";
import { openVersions } from "#kernel/engine/versions.ts";
import { parseAmount } from "#kernel/money/amount.ts";
import { minorDigits } from "#kernel/money/currency.ts";
import type { Figure } from "#kernel/money/figure.ts";
import { parseFraction } from "#kernel/money/fraction.ts";
import type { Effect } from "#kernel/terms/grammar.ts";
import { localOf } from "#kernel/time/zone.ts";
import { openWorld } from "#kernel/engine/world.ts";
import { type Life, references } from "./life.ts";
import { difference, notJson } from "./same.ts";

/** Where a walk through a life arrives, and what went wrong on the way. */
export interface Walk {
  standing: Standing;
  faults: readonly string[];
}

/** Walks a life step by step and watches what must be conserved: money, days, the shape of the state, states laid aside. */
export function walk(life: Life): Walk {
  const faults: string[] = [];
  const versions = openVersions(life.contract, references);
  const state = emptyState();
  const closed: Item[] = [];
  const purse = openPurse();
  const days = openDays(life);
  const aside: { copy: State; text: string; at: number }[] = [];
  function step(fact: Fact | undefined, play: () => void): void {
    const before = { invoices: { ...state.invoices }, payments: [...state.payments], spent: spentOn(fact, state, []) };
    const ends = state.ends;
    const rows = closed.length;
    play();
    const refused = fact !== undefined && closed.slice(rows).some(({ type, because }) => type === "refusal" && because.facts.includes(factName(fact)));
    const spent = spentOn(fact, state, closed.slice(rows)) - before.spent;
    purse.watch(before, state, refused ? undefined : fact, spent);
    days.watch(ends, state, closed.slice(rows));
    faults.push(...purse.faults.splice(0), ...days.faults.splice(0));
  }
  const facts = effectiveFacts(life.facts, Infinity);
  for (const [at, fact] of facts.entries()) {
    for (let next = state.timers[0]; next && next.at < fact.occurred; next = state.timers[0]) step(undefined, () => advance(versions, state, next!.at, closed));
    step(fact, () => apply(versions, state, fact, closed));
    if (at % 64 === 0) {
      const copy = copyState(state);
      aside.push({ copy, text: JSON.stringify(copy), at });
      faults.push(...shapeFaults(state, copy));
    }
  }
  for (let next = state.timers[0]; next && next.at <= life.until; next = state.timers[0]) step(undefined, () => advance(versions, state, next!.at, closed));
  for (const { copy, text, at } of aside) if (JSON.stringify(copy) !== text) faults.push(`the state laid aside after fact ${at} has changed`);
  advance(versions, state, life.until, closed);
  const register = openRegister(versions);
  register.extend(closed, state);
  return { standing: readStanding(versions, state, register, register.rows, life.until, Infinity), faults };
}

/** Plain JSON that holds nothing closed, no timer of something gone, no invoice that is paid. */
export function shapeFaults(state: State, copy: State = state): string[] {
  const faults: string[] = [];
  const lost = notJson(state);
  if (lost !== undefined) faults.push(`the state is no JSON: ${lost}`);
  else {
    const changed = difference(copy, JSON.parse(JSON.stringify(state)));
    if (changed !== undefined) faults.push(`the state does not survive JSON: ${changed}`);
  }
  const open = new Set<string>();
  for (const [clause, slots] of Object.entries(state.items)) {
    if (Object.values(slots).some((items) => items.length === 0) || Object.keys(slots).length === 0) faults.push(`${clause}: an empty list is kept`);
    for (const { subject, opened, twin, state: now, done, type } of Object.values(slots).flat()) {
      const name = `${clause}/${subject}/${opened}/${twin ?? 0}`;
      if (open.has(name)) faults.push(`${name} stands twice in the state`);
      open.add(name);
      if (["kept", "excused", "waived", "used", "lapsed", "settled", "refused"].includes(now) || (now === "missed" && done !== undefined) || (now === "unknown" && type === "obligation")) faults.push(`${name} is ${now} and still in the state`);
    }
  }
  let last = -Infinity;
  for (const { at, clause, purpose, subject, opened, twin } of state.timers) {
    if (at < last) faults.push(`timers out of order at ${at}`);
    last = at;
    if (["opens", "lapses", "due"].includes(purpose) && opened !== undefined && !open.has(`${clause}/${subject}/${opened}/${twin ?? 0}`)) faults.push(`a timer waits for ${clause}/${subject}, which is gone`);
  }
  for (const { id, balance } of Object.values(state.invoices)) if (balance.at(-1)!.minor === "0") faults.push(`invoice ${id} is paid and still in the state`);
  return faults;
}

/** All open items of a state. */
export function openItems({ items }: State): Item[] {
  return Object.values(items).flatMap((slots) => Object.values(slots).flat());
}

type Books = Pick<State, "invoices" | "payments">;

/** Owed minus unspent payments changes only by what is invoiced, paid and credited. Minor units by currency. */
function openPurse(): { watch(before: Books, after: Books, fact: Fact | undefined, spent: bigint): void; faults: string[] } {
  const faults: string[] = [];
  const net = ({ invoices, payments }: Books): Map<string, bigint> => {
    const sums = new Map<string, bigint>();
    const add = (currency: string, minor: bigint) => sums.set(currency, (sums.get(currency) ?? 0n) + minor);
    for (const { currency, balance } of Object.values(invoices)) add(currency, BigInt(balance.at(-1)!.minor));
    for (const { currency, left } of payments) add(currency, -BigInt(left));
    return sums;
  };
  function watch(before: Books, after: Books, fact: Fact | undefined, spent: bigint): void {
    if (JSON.stringify(before.payments) === JSON.stringify(after.payments) && sameInvoices(before.invoices, after.invoices) && !fact?.kind.startsWith("payment.")) return;
    const [was, is] = [net(before), net(after)];
    const moved = fact ? expected(before, fact, spent) : undefined;
    for (const currency of new Set([...was.keys(), ...is.keys()])) {
      const change = (is.get(currency) ?? 0n) - (was.get(currency) ?? 0n);
      const told = moved?.currency === currency ? moved.minor : 0n;
      if (change !== told) faults.push(`money: ${fact ? `${fact.kind} ${JSON.stringify(fact.fields)} on ${fact.subject}` : "a timer"} moved ${change} ${currency} cents, not ${told}`);
    }
    for (const { id, amount, balance } of Object.values(after.invoices)) {
      const steps = balance.map(({ minor }) => BigInt(minor));
      if (String(steps[0]) !== amount || steps.some((minor, at) => minor < 0n || (at > 0 && minor > steps[at - 1]!))) faults.push(`money: invoice ${id} has balances ${steps.join(", ")}`);
    }
    for (const { minor, left, fact: name } of after.payments) if (BigInt(left) < 0n || BigInt(left) > BigInt(minor)) faults.push(`money: payment ${name} has ${left} left of ${minor}`);
  }
  return { watch, faults };
}

function sameInvoices(a: State["invoices"], b: State["invoices"]): boolean {
  for (const id in a) if (a[id] !== b[id]) return false;
  for (const id in b) if (a[id] !== b[id]) return false;
  return true;
}

function samePayments(a: State["payments"], b: State["payments"]): boolean {
  return a.length === b.length && a.every((payment, at) => payment === b[at]);
}

/** What a fact adds to what is owed, less what is unspent. */
function expected({ invoices }: Books, { kind, subject, fields }: Fact, spent: bigint): { minor: bigint; currency: string } | undefined {
  const told = typeof fields["amount"] === "string" ? parseAmount(fields["amount"]) : undefined;
  if (!told) return undefined;
  const { minor, currency } = told;
  if (kind === "invoice.issued" || kind === "invoice.received") return invoices[subject] ? undefined : { minor, currency };
  if (kind === "invoice.credited") return { minor: -minor, currency };
  return kind === "payment.received" ? { minor: spent - minor, currency } : undefined;
}

/** What a payment that names an amount by `clause/subject` has paid of it, minor units. */
function spentOn(fact: Fact | undefined, state: State, closed: readonly Item[]): bigint {
  const named = fact?.kind === "payment.received" ? fact.fields["invoice"] : undefined;
  if (typeof named !== "string" || !named.includes("/")) return 0n;
  const about = [...openItems(state), ...closed].filter(({ clause, subject, type }) => type === "amount" && `${clause}/${subject}` === named);
  return about.reduce((sum, { state, figure, paid }) => sum + (state === "settled" && figure ? minorOf(figure) : BigInt(paid ?? "0")), 0n);
}

function minorOf({ value, unit }: Figure): bigint {
  const { n, d } = parseFraction(value)!;
  return (n * 10n ** BigInt(minorDigits(unit))) / d;
}

/** Days granted are waiting, or were added to the end. */
function openDays(life: Life): { watch(endsBefore: State["ends"], after: State, closed: readonly Item[]): void; faults: string[] } {
  const faults: string[] = [];
  const { zone } = openWorld(life.contract, references);
  const granted = new Map<string, number>();
  let added = 0;
  let last = 0;
  const dayOf = (instant: number) => localOf(zone, instant).day;
  function note({ type, clause, subject, opened, twin, figure, state }: Item): void {
    const written = life.contract.library.documents;
    if (type !== "amount" || figure?.unit !== "days" || state === "unknown") return;
    const raw = life.contract.byId.get(clause) ?? [...written.values()].flatMap(({ clauses }) => clauses).find(({ id }) => id === clause);
    const then = (raw as { then?: readonly Effect[] } | undefined)?.then ?? [];
    const extends_ = then.some((effect) => effect.do === "extend") || String((raw as { raw?: Record<string, unknown> } | undefined)?.raw?.["then"]).includes("term.extended");
    if (extends_) granted.set(`${clause}/${subject}/${opened}/${twin ?? 0}`, Number(figure.value));
  }
  function watch(before: State["ends"], after: State, closed: readonly Item[]): void {
    for (const item of closed) note(item);
    if (before?.byTerm && after.ends && after.ends.at > before.at && after.at >= before.at) added += dayOf(after.ends.at - 1) - dayOf(before.at - 1);
    const counted = after.creditDays + added;
    if (counted === last) return;
    last = counted;
    for (const item of openItems(after)) note(item);
    const total = [...granted.values()].reduce((sum, days) => sum + days, 0);
    if (total !== counted) faults.push(`days: ${total} granted, ${after.creditDays} waiting, ${added} added to the end`);
  }
  return { watch, faults };
}
