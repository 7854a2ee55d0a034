import type { Fact } from "#kernel/engine/fact.ts";
import { run } from "#kernel/engine/run.ts";
import { openTimeline } from "#kernel/engine/timeline.ts";
import { type Life, lifeOf, references } from "#testing/lives/life.ts";
import { openRandom } from "#testing/lives/random.ts";
import { onTime } from "#testing/lives/telling.ts";
import { median, milliseconds, quantile, type Row, timed, times } from "./measure.ts";

/** Each of the four contracts with both annexes: the most that happens. */
const busy = [3, 7, 11, 15];
const FACTS = 3_400;
const DAY = 86_400_000;
const days = { ...onTime, late: 0.1, lateness: [DAY / 12, DAY, 2 * DAY, 5 * DAY] };
const months = { ...onTime, late: 0.1 };

/** One fact into a timeline, in order and with late ones; any instant of it; replays. */
export function measureTimelines(): Row[] {
  for (const seed of busy) replay(lifeOf(seed, { facts: 600 }));
  const ordered = busy.map((seed) => lifeOf(seed, { facts: FACTS, shares: onTime }));
  const belated = busy.map((seed) => lifeOf(seed, { facts: FACTS, shares: days }));
  const overdue = busy.map((seed) => lifeOf(seed, { facts: FACTS, shares: months }));
  const inOrder = ordered.flatMap(adding);
  const withLate = belated.flatMap(adding);
  const withLater = overdue.flatMap(adding);
  const reads = belated.flatMap(reading);
  const whole = ordered.map((life) => median(times(5, () => replay(life))));
  const large = median(times(5, () => replay(many)));
  const crowd = timed(() => replay(oneInstant));
  return [
    ...quantiles(`apply, in order (${FACTS} facts in three years)`, inOrder, 0.2),
    ...quantiles("apply, 10 % late by two hours to five days", withLate, 1),
    ...quantiles("apply, 10 % late, one in five of them by 35 or 200 days", withLater),
    ...quantiles("any instant, past or future", reads, 1),
    { what: `replay of ${FACTS} facts: median of four contracts`, measured: milliseconds(median(whole)) },
    { what: "replay of 10,000 facts", measured: milliseconds(large), aim: "< 100 ms", reached: large < 100 },
    { what: "100,000 facts on one instant", measured: milliseconds(crowd), aim: "finishes" },
  ];
}

function quantiles(what: string, samples: readonly number[], most?: number): Row[] {
  const p99 = quantile(samples, 0.99);
  return [
    { what: `${what}: p50`, measured: milliseconds(median(samples)) },
    { what: `${what}: p99`, measured: milliseconds(p99), ...(most !== undefined && { aim: `< ${most} ms`, reached: p99 < most }) },
  ];
}

function replay({ contract, facts, until }: Life): void {
  run(contract, facts, references, { at: until, knownAt: Infinity });
}

function adding({ contract, facts }: Life): number[] {
  const timeline = openTimeline(contract, references);
  return facts.map((fact) => timed(() => timeline.add(fact)));
}

/** Instants in no order, from the start to a year after the last fact. */
function reading({ contract, facts, from, until }: Life): number[] {
  const timeline = openTimeline(contract, references, facts);
  const random = openRandom(1);
  const anywhere = () => from + random.below(until - from + 31_536_000_000);
  times(50, () => timeline.at(anywhere()));
  return times(1_000, () => timeline.at(anywhere()));
}

const many = lifeOf(7, { facts: 10_000, shares: onTime });

/** Seats given and taken back, all at the same instant. */
const oneInstant: Life = crowded(lifeOf(0), 100_000);

function crowded(life: Life, size: number): Life {
  const at = life.from + 86_400_000;
  const facts = Array.from({ length: size }, (_, n): Fact => ({
    id: `S${n}`,
    source: "bench",
    kind: n % 2 === 0 ? "seat.assigned" : "seat.released",
    subject: `U-${n >> 1}`,
    occurred: at,
    recorded: at,
    by: "customer",
    fields: {},
  }));
  return { ...life, facts: [...life.facts.filter(({ kind }) => kind === "contract.accepted"), ...facts] };
}
