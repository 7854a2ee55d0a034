import { describe, expect, test } from "vitest";
import { run } from "#kernel/engine/run.ts";
import { DAY } from "#kernel/time/instant.ts";
import { loadReferences } from "#references/load.ts";
import { lifeOf } from "#testing/lives/life.ts";
import { openKnowledge } from "./knowledge.ts";

const references = loadReferences();

describe.each([0, 1, 2])("a seeded life with late, corrected and withdrawn facts: %i", (seed) => {
  const { contract, facts } = lifeOf(seed, { facts: 150 });
  const first = Math.min(...facts.map(({ occurred }) => occurred));
  const last = Math.max(...facts.map(({ recorded }) => recorded));
  const instants = Array.from({ length: 16 }, (_, step) => first + Math.round(((last - first) * step) / 15));
  const shuffled = instants.toSorted((a, b) => (a % 977) - (b % 977));

  test("what was known then is what a replay of the facts recorded by then gives, in whichever order it is asked", () => {
    const knowledge = openKnowledge(contract, references, facts);
    for (const at of [...instants, ...shuffled])
      expect(knowledge.asKnownThen(at).items).toEqual(run(contract, facts, references, { at }).items);
  });

  test("what is known now is what a replay of all facts gives", () => {
    const knowledge = openKnowledge(contract, references, []);
    knowledge.add(facts);
    for (const at of shuffled)
      expect(knowledge.asKnownNow(at).items).toEqual(run(contract, facts, references, { at, knownAt: last + DAY }).items);
  });
});
