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
 * What is taken to have happened, as known at an instant: duplicates are one fact, withdrawn facts are gone, the last
 * recorded correction wins and its withdrawal revives nothing, amendments stand at their effective date. In life order.
 */
export function effectiveFacts(facts: readonly Fact[], knownAt: Instant): Fact[] {
  const known = new Map<string, Fact>();
  const changes: Fact[] = [];
  for (const fact of facts) {
    if (fact.recorded > knownAt) continue;
    const name = factName(fact);
    const twin = known.get(name);
    if (twin) {
      if (!sameFact(twin, fact)) throw new Contradiction(twin, fact);
      continue;
    }
    known.set(name, fact);
    if (fact.kind === "fact.corrected" || fact.kind === "fact.withdrawn") changes.push(fact);
  }
  changes.sort((a, b) => a.recorded - b.recorded || compareFacts(a, b));
  for (const change of changes) {
    known.delete(factName(change));
    const target = String(change.fields["target"]);
    const fact = known.get(target);
    if (!fact) continue;
    if (change.kind === "fact.withdrawn") known.delete(target);
    else known.set(target, corrected(fact, change));
  }
  return [...known.values()].map(placed).toSorted(compareFacts);
}

export function sameFact(a: Fact, b: Fact): boolean {
  return a === b || (a.kind === b.kind && a.subject === b.subject && a.occurred === b.occurred && a.by === b.by && JSON.stringify(sorted(a.fields)) === JSON.stringify(sorted(b.fields)));
}

function sorted(fields: Fact["fields"]): [string, unknown][] {
  return Object.entries(fields).toSorted(([x], [y]) => (x < y ? -1 : 1));
}

/** A correction states new fields, another instant or another subject; what it does not state stays. */
export function corrected(fact: Fact, change: Fact): Fact {
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
export function placed(fact: Fact): Fact {
  if (fact.kind !== "contract.amended") return fact;
  const effective = parseInstant(String(fact.fields["effective"]));
  return effective === undefined || effective >= fact.occurred ? fact : { ...fact, occurred: effective };
}
