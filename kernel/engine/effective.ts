import { type Json, textOf } from "./item.ts";
import { parseInstant } from "../time/instant.ts";
import type { Instant } from "../time/instant.ts";
import { compareFacts, type Fact, factName } from "./fact.ts";

/** A fact stated twice under one name with other content: neither can be believed. */
export class Contradiction extends Error {
  readonly first: Fact;
  readonly second: Fact;
  constructor(first: Fact, second: Fact) {
    super(`${factName(first)} was stated twice with other content: withdraw or correct it by a fact of its own.`);
    this.first = first;
    this.second = second;
  }
}

/**
 * What is taken to have happened, as known at an instant: duplicates are one fact, recorded when it was first recorded;
 * withdrawn facts are gone; corrections follow one another. Amendments stand at their effective date. In life order.
 */
export function effectiveFacts(facts: readonly Fact[], knownAt: Instant): Fact[] {
  const known = new Map<string, Fact>();
  for (const fact of facts) {
    if (fact.recorded > knownAt) continue;
    const name = factName(fact);
    const twin = known.get(name);
    if (twin && !sameFact(twin, fact)) throw new Contradiction(twin, fact);
    if (!twin || fact.recorded < twin.recorded) known.set(name, fact);
  }
  const changes = new Map<string, Fact[]>();
  for (const fact of known.values())
    if (isChange(fact)) changes.set(targetOf(fact), [...(changes.get(targetOf(fact)) ?? []), fact].toSorted(compareChanges));
  return [...known.values()]
    .flatMap((fact) => (isChange(fact) ? [] : (restated(fact, changes.get(factName(fact))) ?? [])))
    .toSorted(compareFacts);
}

/** Corrections and withdrawals change what others have told, and take no part in the life themselves. */
export function isChange({ kind }: Fact): boolean {
  return kind === "fact.corrected" || kind === "fact.withdrawn";
}

/** The name of the fact that a correction or a withdrawal is about. */
export function targetOf({ fields }: Fact): string {
  return textOf(fields["target"]);
}

export function compareChanges(a: Fact, b: Fact): number {
  return a.recorded - b.recorded || compareFacts(a, b);
}

/** A fact as it now counts, after its changes in order; undefined once it was withdrawn, which nothing revives. */
export function restated(fact: Fact, changes: readonly Fact[] = []): Fact | undefined {
  let now = fact;
  for (const change of changes) {
    if (change.kind === "fact.withdrawn") return undefined;
    now = corrected(now, change);
  }
  return placed(now);
}

export function sameFact(a: Fact, b: Fact): boolean {
  return (
    a === b ||
    (a.kind === b.kind &&
      a.subject === b.subject &&
      a.occurred === b.occurred &&
      a.by === b.by &&
      JSON.stringify(ordered(a.fields)) === JSON.stringify(ordered(b.fields)))
  );
}

/** The same value with its keys in one order, however deep: in which order they were told says nothing. */
function ordered(value: Json): Json {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]): [string, Json] => [key, ordered(one)]);
  return Object.fromEntries(entries.toSorted(([x], [y]) => (x < y ? -1 : 1)));
}

/** A correction states new fields, another instant or another subject; what it does not state stays. */
function corrected(fact: Fact, change: Fact): Fact {
  const { fields, occurred, subject } = change.fields;
  const at = typeof occurred === "string" ? parseInstant(occurred) : undefined;
  return {
    ...fact,
    ...(at !== undefined && { occurred: at }),
    ...(typeof subject === "string" && { subject }),
    fields: { ...fact.fields, ...(fields as Fact["fields"] | undefined) },
  };
}

/** An amendment signed after its effective date takes effect at that date: the months since are restated. One signed before waits for it. */
function placed(fact: Fact): Fact {
  if (fact.kind !== "contract.amended") return fact;
  const effective = parseInstant(textOf(fact.fields["effective"]));
  return effective === undefined || effective >= fact.occurred ? fact : { ...fact, occurred: effective };
}
