import { describe, expect, test } from "vitest";
import { admit } from "#kernel/engine/admit.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { CONTRACTS } from "./lives/contracts.ts";
import { faultsOf } from "./lives/check.ts";
import { lifeOf } from "./lives/life.ts";
import { seeds } from "./seeds.ts";

// What must hold in every life stands in testing/lives/check.ts; `npm run bench` lives ten thousand of them.

describe("seeded lives", () => {
  test.each(Object.entries(seeds))("%i once showed: %s", (seed) => {
    expect(faultsOf(Number(seed))).toEqual([]);
  });

  test.each(Array.from({ length: 60 }, (_, n) => 10_000 + n))("%i: nothing is wrong", (seed) => {
    expect(faultsOf(seed)).toEqual([]);
  });
});

describe("the generator", () => {
  test("tells the same life for the same seed", () => {
    for (const seed of [0, 3, 12, 2_147_483_647]) expect(lifeOf(seed).facts).toEqual(lifeOf(seed).facts);
    expect(lifeOf(0).facts).not.toEqual(lifeOf(CONTRACTS).facts);
  });

  test("tells facts that may be recorded", () => {
    for (let seed = 0; seed < 17; seed += 1) {
      const { contract, facts } = lifeOf(seed);
      for (const { occurred, recorded, ...fact } of facts) {
        const admitted = admit({ ...fact, occurred: formatInstant(occurred), recorded: formatInstant(recorded) }, contract.factKinds, {
          file: `life ${seed}`,
          line: 1,
          column: 1,
        });
        expect("problems" in admitted ? admitted.problems : []).toEqual([]);
      }
    }
  });

  test("tells late, twice, corrected, withdrawn and out of order", () => {
    const facts = Array.from({ length: 17 }, (_, seed) => lifeOf(seed).facts).flat();
    const names = facts.map(({ source, id }) => `${source}:${id}`);
    expect(facts.filter(({ occurred, recorded }) => recorded - occurred > 3_600_000).length).toBeGreaterThan(facts.length / 20);
    expect(facts.filter(({ kind }) => kind === "fact.corrected").length).toBeGreaterThan(50);
    expect(facts.filter(({ kind }) => kind === "fact.withdrawn").length).toBeGreaterThan(30);
    expect(names.length - new Set(names).size).toBeGreaterThan(50);
    expect(facts.some(({ occurred }, at) => at > 0 && occurred < facts[at - 1]!.occurred)).toBe(true);
  });
});
