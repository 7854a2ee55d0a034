import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "#kernel/engine/run.ts";
import { ENGINE_EDITION } from "#kernel/engine/standing.ts";
import { openTimeline } from "#kernel/engine/timeline.ts";
import { lifeOf, references } from "#testing/lives/life.ts";

/** What an edition of the engine made of some lives: how many items stand in each state, and a digest of everything that stands. */
export interface Recorded {
  engine: string;
  references: string;
  lives: Record<string, { contract: string; states: Record<string, number>; digest: string }>;
}

export const file = join(import.meta.dirname, "standings.json");
export const seeds = Array.from({ length: 34 }, (_, n) => 500 + n);

export function recorded(): Recorded {
  return JSON.parse(readFileSync(file, "utf8")) as Recorded;
}

export function record(): Recorded {
  return { engine: ENGINE_EDITION, references: references.edition, lives: Object.fromEntries(seeds.map((seed) => [seed, lived(seed)])) };
}

/** One life half way, at its end and a year on; and what its timeline would wait for next. */
export function lived(seed: number): Recorded["lives"][string] {
  const { contract, facts, from, until } = lifeOf(seed);
  const half = run(contract, facts, references, { at: from + Math.floor((until - from) / 2) });
  const timeline = openTimeline(contract, references, facts);
  const [end, later] = [timeline.at(until), timeline.at(until + 31_536_000_000)];
  const states: Record<string, number> = {};
  for (const { type, state } of end.items) states[`${type} ${state}`] = (states[`${type} ${state}`] ?? 0) + 1;
  const told = { half, end, later, next: timeline.next() };
  return { contract: contract.name, states, digest: createHash("sha256").update(canonical(told)).digest("hex").slice(0, 16) };
}

/** Keys in order, so that only what is said counts; the editions are told apart. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (key === "edition") return undefined;
    return typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  });
}
