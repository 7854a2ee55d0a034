import { isChange, targetOf } from "#kernel/engine/effective.ts";
import { type Fact, factName } from "#kernel/engine/fact.ts";
import { textOf } from "#kernel/engine/item.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import { openTimeline, type Timeline } from "#kernel/engine/timeline.ts";
import type { References } from "#kernel/references.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { parseInstant } from "#kernel/time/instant.ts";

/** A life that can be read at any instant, as known now or as it was known then. */
export interface Knowledge {
  facts(): readonly Fact[];
  add(facts: readonly Fact[]): void;
  asKnownNow(at: number): Standing;
  asKnownThen(at: number): Standing;
}

/** Between these instants a fact was in force and nobody had told of it. */
interface Unheard {
  from: number;
  until: number;
}

const KEPT = 12;

/** Most instants knew all that matters to them, and one time line serves them; only where something came late is another one opened, with less. */
export function openKnowledge(contract: Contract, references: References, first: readonly Fact[]): Knowledge {
  const full = openTimeline(contract, references);
  const lesser = new Map<number, Timeline>();
  let byRecorded: Fact[] = [];
  let unheard: Unheard[] = [];

  function add(facts: readonly Fact[]): void {
    for (const fact of facts) full.add(fact);
    byRecorded = [...byRecorded, ...facts].toSorted((a, b) => a.recorded - b.recorded);
    unheard = lateness(byRecorded);
    lesser.clear();
  }

  /** A time line of the first facts that were recorded. One that knows less is carried on: facts can be added, never taken away. */
  function knowing(count: number): Timeline {
    const known = [...lesser.keys()].filter((one) => one <= count);
    const nearest = known.length > 0 ? Math.max(...known) : undefined;
    const timeline = (nearest !== undefined && lesser.get(nearest)) || openTimeline(contract, references);
    for (const fact of byRecorded.slice(nearest ?? 0, count)) timeline.add(fact);
    if (nearest !== undefined) lesser.delete(nearest);
    lesser.set(count, timeline);
    for (const oldest of lesser.keys()) {
      if (lesser.size <= KEPT) break;
      lesser.delete(oldest);
    }
    return timeline;
  }

  add(first);
  return {
    facts: () => byRecorded,
    add,
    asKnownNow: (at) => full.at(at),
    asKnownThen(at) {
      if (!unheard.some(({ from, until }) => from <= at && at < until)) return full.at(at);
      return knowing(countUntil(byRecorded, at)).at(at);
    },
  };
}

/** When what is known now differs from what was known then: from the instant a fact bears on until it was recorded. */
export function lateness(facts: readonly Fact[]): Unheard[] {
  const occurred = new Map(facts.map((fact) => [factName(fact), bearsFrom(fact)]));
  return facts.flatMap((fact) => {
    const target = isChange(fact) ? (occurred.get(targetOf(fact)) ?? Infinity) : Infinity;
    const from = Math.min(target, bearsFrom(fact));
    return from < fact.recorded ? [{ from, until: fact.recorded }] : [];
  });
}

/** An amendment signed late bears from its effective date on; a correction that moves a fact, from where it puts it. */
function bearsFrom({ kind, fields, occurred }: Fact): number {
  const moved = kind === "contract.amended" ? fields["effective"] : kind === "fact.corrected" ? fields["occurred"] : undefined;
  return Math.min(occurred, parseInstant(textOf(moved)) ?? Infinity);
}

/** From when on an amendment holds. */
export function amendedFrom({ fields, occurred }: Fact): number {
  return parseInstant(textOf(fields["effective"])) ?? occurred;
}

function countUntil(byRecorded: readonly Fact[], at: number): number {
  let low = 0;
  let high = byRecorded.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byRecorded[middle]!.recorded <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
