import { advance, apply } from "#kernel/engine/apply.ts";
import { effectiveFacts } from "#kernel/engine/effective.ts";
import { type Fact, factName } from "#kernel/engine/fact.ts";
import type { Item } from "#kernel/engine/item.ts";
import { openRegister } from "#kernel/engine/register.ts";
import { readStanding, type Standing } from "#kernel/engine/standing.ts";
import { copyState, emptyState, type State } from "#kernel/engine/state.ts";
import type { Versions } from "#kernel/engine/apply.ts";
import type { Clause } from "#kernel/terms/clause.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { Effect } from "#kernel/terms/grammar.ts";
import { openVersions } from "#kernel/engine/versions.ts";
import { parseAmount } from "#kernel/money/amount.ts";
import { minorDigits } from "#kernel/money/currency.ts";
import type { Figure } from "#kernel/money/figure.ts";
import { parseFraction } from "#kernel/money/fraction.ts";
import { localOf } from "#kernel/time/zone.ts";
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
  const days = openDays(versions, life);
  const aside: { copy: State; text: string; at: number }[] = [];
  function pass(until: number): void {
    for (let next = state.timers[0]; next && next.at <= until; next = state.timers[0]) {
      const rows = closed.length;
      advance(versions, state, next.at, { closed });
      days.watch(state, closed, rows);
    }
  }
  const facts = effectiveFacts(life.facts, Infinity);
  for (const [at, fact] of facts.entries()) {
    pass(fact.occurred - 1);
    const [rows, spent] = [closed.length, spentOn(fact, state, [])];
    const known = [...Object.keys(state.invoices), ...Object.keys(state.settled)];
    apply(versions, state, fact, { closed });
    days.watch(state, closed, rows);
    const news = closed.slice(rows);
    const refused = news.some(({ type, because }) => type === "refusal" && because.facts.includes(factName(fact)));
    purse.watch(state, refused ? undefined : fact, known.includes(fact.subject), spentOn(fact, state, news) - spent);
    if (at % 64 === 0) {
      const copy = copyState(state);
      aside.push({ copy, text: JSON.stringify(copy), at });
      faults.push(...shapeFaults(state, copy));
    }
  }
  pass(life.until);
  faults.push(...purse.faults, ...days.faults);
  for (const { copy, text, at } of aside)
    if (JSON.stringify(copy) !== text) faults.push(`the state laid aside after fact ${at} has changed`);
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
    if (Object.values(slots).some((items) => items.length === 0) || Object.keys(slots).length === 0)
      faults.push(`${clause}: an empty list is kept`);
    for (const { subject, opened, twin, state: now, done, type } of Object.values(slots).flat()) {
      const name = `${clause}/${subject}/${opened}/${twin ?? 0}`;
      if (open.has(name)) faults.push(`${name} stands twice in the state`);
      open.add(name);
      if (
        ["kept", "excused", "waived", "used", "lapsed", "settled", "refused"].includes(now) ||
        (now === "missed" && done !== undefined) ||
        (now === "unknown" && type === "obligation")
      )
        faults.push(`${name} is ${now} and still in the state`);
    }
  }
  let last = -Infinity;
  for (const { at, clause, purpose, subject, opened, twin } of state.timers) {
    if (at < last) faults.push(`timers out of order at ${at}`);
    last = at;
    if (["opens", "lapses", "due"].includes(purpose) && opened !== undefined && !open.has(`${clause}/${subject}/${opened}/${twin ?? 0}`))
      faults.push(`a timer waits for ${clause}/${subject}, which is gone`);
  }
  for (const { id, balance } of Object.values(state.invoices))
    if (balance.at(-1)!.minor === "0") faults.push(`invoice ${id} is paid and still in the state`);
  return faults;
}

/** All open items of a state. */
export function openItems({ items }: State): Item[] {
  return Object.values(items).flatMap((slots) => Object.values(slots).flat());
}

type Books = Pick<State, "invoices" | "payments">;

/** Owed minus unspent payments changes only by what is invoiced, paid and credited, never by time. Minor units by currency. */
function openPurse(): { watch(books: Books, fact: Fact | undefined, invoiced: boolean, spent: bigint): void; faults: string[] } {
  const faults: string[] = [];
  let last: Books = { invoices: {}, payments: [] };
  let was = new Map<string, bigint>();
  function watch(books: Books, fact: Fact | undefined, invoiced: boolean, spent: bigint): void {
    if (samePayments(last.payments, books.payments) && sameInvoices(last.invoices, books.invoices) && !fact?.kind.startsWith("payment."))
      return;
    const is = net(books);
    const moved = fact ? expected(fact, invoiced, spent) : undefined;
    for (const currency of new Set([...was.keys(), ...is.keys()])) {
      const change = (is.get(currency) ?? 0n) - (was.get(currency) ?? 0n);
      const told = moved?.currency === currency ? moved.minor : 0n;
      if (change !== told)
        faults.push(
          `money: ${fact ? `${fact.kind} ${JSON.stringify(fact.fields)} on ${fact.subject}` : "a refused act"} moved ${change} ${currency} cents, not ${told}`,
        );
    }
    for (const { id, amount, balance } of Object.values(books.invoices)) {
      const steps = balance.map(({ minor }) => BigInt(minor));
      if (String(steps[0]) !== amount || steps.some((minor, at) => minor < 0n || (at > 0 && minor > steps[at - 1]!)))
        faults.push(`money: invoice ${id} has balances ${steps.join(", ")}`);
    }
    for (const { minor, left, fact: name } of books.payments)
      if (BigInt(left) < 0n || BigInt(left) > BigInt(minor)) faults.push(`money: payment ${name} has ${left} left of ${minor}`);
    last = { invoices: { ...books.invoices }, payments: [...books.payments] };
    was = is;
  }
  return { watch, faults };
}

function net({ invoices, payments }: Books): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  const add = (currency: string, minor: bigint) => sums.set(currency, (sums.get(currency) ?? 0n) + minor);
  for (const { currency, balance } of Object.values(invoices)) add(currency, BigInt(balance.at(-1)!.minor));
  for (const { currency, left } of payments) if (left !== "0") add(currency, -BigInt(left));
  return sums;
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
function expected({ kind, fields }: Fact, invoiced: boolean, spent: bigint): { minor: bigint; currency: string } | undefined {
  const told = typeof fields["amount"] === "string" ? parseAmount(fields["amount"]) : undefined;
  if (!told) return undefined;
  const { minor, currency } = told;
  if (kind === "invoice.issued" || kind === "invoice.received") return invoiced ? undefined : { minor, currency };
  if (kind === "invoice.credited") return { minor: -minor, currency };
  return kind === "payment.received" ? { minor: spent - minor, currency } : undefined;
}

/** What a payment that names an amount by `clause/subject` has paid of it, minor units. */
function spentOn(fact: Fact | undefined, state: State, closed: readonly Item[]): bigint {
  const named = fact?.kind === "payment.received" ? fact.fields["invoice"] : undefined;
  if (typeof named !== "string" || !named.includes("/")) return 0n;
  const about = [...openItems(state), ...closed].filter(
    ({ clause, subject, type }) => type === "amount" && `${clause}/${subject}` === named,
  );
  return about.reduce((sum, { state, figure, paid }) => sum + (state === "settled" && figure ? minorOf(figure) : BigInt(paid ?? "0")), 0n);
}

function minorOf({ value, unit }: Figure): bigint {
  const { n, d } = parseFraction(value)!;
  return (n * 10n ** BigInt(minorDigits(unit))) / d;
}

/** Days granted wait for the term's end, which they move, and have been used when it is reached. */
function openDays(
  versions: Versions,
  { contract: { library } }: Life,
): { watch(after: State, closed: readonly Item[], from: number): void; faults: string[] } {
  const faults: string[] = [];
  const granting = [...library.documents.values()].flatMap(({ clauses }) =>
    clauses.filter(({ raw }) => raw["then"] === "term.extended").flatMap(({ raw }) => String(raw["when"]).replace(/\.due$/, "")),
  );
  const seen = new Set<string>();
  let granted = 0;
  let last = "";
  function note(state: State, { clause, subject, opened, twin, figure }: Item): void {
    const name = `${clause}/${subject}/${opened}/${twin ?? 0}`;
    if (seen.has(name)) return;
    seen.add(name);
    if (figure?.unit === "days" && extendsTerm(versions.of(state).contract, clause)) granted += Number(figure.value);
  }
  function watch(after: State, closed: readonly Item[], from: number): void {
    for (const clause of granting)
      for (const items of Object.values(after.items[clause] ?? {})) for (const item of items) note(after, item);
    for (let at = from; at < closed.length; at += 1) if (granting.includes(closed[at]!.clause)) note(after, closed[at]!);
    const { ends, creditDays, ended } = after;
    const { zone } = versions.of(after);
    const longer = ends?.term === undefined ? 0 : localOf(zone, ends.at - 1).day - localOf(zone, ends.term - 1).day;
    const now = `${granted} ${creditDays} ${longer} ${ended}`;
    if (now === last) return;
    last = now;
    const byTerm = ended !== undefined && ends?.term !== undefined;
    if (granted !== creditDays + (byTerm ? longer : 0))
      faults.push(`days: ${granted} granted, ${creditDays} waiting, the end ${longer} later, ended ${ended}`);
    if (!byTerm && ends?.term !== undefined && longer !== creditDays) faults.push(`days: ${creditDays} waiting, the end ${longer} later`);
  }
  return { watch, faults };
}

/** Whether the days a clause charges lengthen the term, in one version of the contract. */
function extendsTerm({ clauses }: Contract, id: string): boolean {
  return (clauses as readonly (Clause & { when?: readonly string[]; then?: readonly Effect[] })[]).some(
    ({ when, then }) => when?.includes(`${id}.due`) && then?.some((effect) => effect.do === "extend"),
  );
}
