import { effectiveFacts } from "#kernel/engine/effective.ts";
import { factName } from "#kernel/engine/fact.ts";
import { run } from "#kernel/engine/run.ts";
import type { NumberedItem } from "#kernel/engine/register.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import { openTimeline, type Timeline } from "#kernel/engine/timeline.ts";
import { DAY, type Instant } from "#kernel/time/instant.ts";
import { openItems, shapeFaults, walk } from "./conservation.ts";
import { itemFaults } from "./items.ts";
import { type Life, lifeOf, references } from "./life.ts";
import { openRandom, type Random, shuffled } from "./random.ts";
import { difference } from "./same.ts";

/** Everything that is wrong with a life: empty, or the engine has a fault. */
export function faultsOf(seed: number): string[] {
  return lifeFaults(lifeOf(seed));
}

export function lifeFaults(life: Life): string[] {
  const random = openRandom(life.seed + 77);
  const faults: string[] = [];
  const timeline = openTimeline(life.contract, references);
  const half = Math.floor(life.facts.length / 2);
  for (const fact of life.facts.slice(0, half)) timeline.add(fact);
  faults.push(...knownInPart(life, half, timeline));
  for (const fact of life.facts.slice(half)) timeline.add(fact);
  const { standing: whole, faults: onTheWay } = walk(life);
  faults.push(...compared("fold and replay", timeline.at(life.until), whole));
  const instant = someInstant(life, whole, random);
  faults.push(...compared(`at ${instant}`, timeline.at(instant), replay(life, instant)));
  faults.push(...shuffledFaults(life, timeline, random));
  faults.push(
    ...compared("refusals left out", withoutRefused(life, whole), {
      ...whole,
      items: whole.items.filter(({ type }) => type !== "refusal"),
    }),
  );
  faults.push(...shapeFaults(timeline.state()), ...openOnes(timeline, whole), ...itemFaults(life, whole), ...onTheWay);
  return faults.map((fault) => `seed ${life.seed} (${life.contract.name}): ${fault}`);
}

function replay({ contract, facts }: Life, at: Instant): Standing {
  return run(contract, facts, references, { at, knownAt: Infinity });
}

/** What was known half way: the timeline so far and a replay that hides what was recorded since. */
function knownInPart(life: Life, half: number, timeline: Timeline): string[] {
  const known = life.facts[half - 1];
  if (!known || life.facts[half]?.recorded === known.recorded) return [];
  const at = known.recorded + 40 * DAY;
  return compared("known in part", timeline.at(at), run(life.contract, life.facts, references, { at, knownAt: known.recorded }));
}

/** An instant worth reading: of a fact, of a deadline or the millisecond before it, of the future. */
function someInstant(life: Life, { items }: Standing, random: Random): Instant {
  if (random.chance(0.3)) return life.until + random.between(0, 400) * DAY;
  if (random.chance(0.4)) return random.pick(life.facts).occurred;
  const edges = items.flatMap(({ due, until }) => [due, until].filter((edge): edge is Instant => edge !== undefined && edge < life.until));
  return edges.length > 0 ? random.pick(edges) - random.below(2) : life.from;
}

/** In whatever order facts are told, the same life is lived: the engine's only input is then the same. */
function shuffledFaults(life: Life, timeline: Timeline, random: Random): string[] {
  const found = difference(effectiveFacts(shuffled(random, life.facts), Infinity), timeline.facts());
  return found === undefined ? [] : [`other order of telling: ${found}`];
}

/** Refused acts change nothing else. */
function withoutRefused(life: Life, whole: Standing): Standing {
  const refused = new Set(whole.items.filter(({ type }) => type === "refusal").flatMap(({ because }) => because.facts));
  const waivers = new Set(
    effectiveFacts(life.facts, Infinity)
      .filter(({ kind }) => kind === "obligation.waived")
      .map(factName),
  );
  const rest = life.facts.filter((fact) => !refused.has(factName(fact)) || waivers.has(factName(fact)));
  const standing = run(life.contract, rest, references, { at: life.until, knownAt: Infinity });
  return { ...standing, items: standing.items.filter(({ type }) => type !== "refusal") };
}

/** What is open in the state is what is open in the standing. */
function openOnes(timeline: Timeline, { items }: Standing): string[] {
  const open = openItems(timeline.state()).length;
  return open > items.length ? [`the state holds ${open} open items, the standing ${items.length} in all`] : [];
}

/** `knownAt` apart, which the two tell differently. */
function compared(what: string, { knownAt: _a, ...a }: Standing, { knownAt: _b, ...b }: Standing): string[] {
  const found = difference(a, b);
  if (found === undefined) return [];
  const index = /^\.items\[(\d+)\]/.exec(found)?.[1];
  const names = (items: readonly NumberedItem[]) => items.map(({ id, state }) => `${id} ${state}`);
  const only = (x: string[], y: string[]) => {
    const other = new Set(y);
    return x
      .filter((name) => !other.has(name))
      .slice(0, 4)
      .join(" · ");
  };
  const about =
    index === undefined
      ? ` only first: ${only(names(a.items), names(b.items))}; only second: ${only(names(b.items), names(a.items))}`
      : ` (${a.items[Number(index)]?.id} ${b.items[Number(index)]?.id})`;
  return [`${what}: ${found}${about}`];
}
