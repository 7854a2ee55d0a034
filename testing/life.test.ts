import { expect, test } from "vitest";
import { effectiveFacts } from "#kernel/engine/effective.ts";
import type { Item } from "#kernel/engine/item.ts";
import { type Checkpoint, checkpointOf, type Life, live, liveUntil, openLife } from "#kernel/engine/life.ts";
import type { Moved } from "#kernel/engine/step.ts";
import { run } from "#kernel/engine/run.ts";
import { lifeOf, references } from "./lives/life.ts";

// Somebody who keeps items elsewhere and hears only what moved must come to what a replay finds.

/** Items by name, as a table would keep them: a number is given when an item is first heard of. */
function openRows() {
  const rows = new Map<string, Item>();
  const names = new Map<Item, string>();
  const numbers = new Map<string, number>();
  return {
    rows,
    hear: (moved: readonly Moved[]): void => {
      for (const { item, was } of moved) {
        const key = `${item.clause}/${item.subject}${item.type === "refusal" ? "/refused" : ""}`;
        const number = (numbers.get(key) ?? 0) + (was ? 0 : 1);
        if (!was) numbers.set(key, number);
        const name = was ? names.get(was)! : `${key}/${number}`;
        names.set(item, name);
        rows.set(name, item);
      }
    },
  };
}

test.each(Array.from({ length: 34 }, (_, seed) => seed))("seed %i: what moved, step by step, adds up to the standing", (seed) => {
  const { contract, facts, until } = lifeOf(seed);
  const { rows, hear } = openRows();
  let life: Life = openLife(contract, references);
  for (const [index, fact] of effectiveFacts(facts, Infinity).entries()) {
    if (fact.occurred > until) break;
    hear(live(life, fact));
    if (index % 20 === 19) life = openLife(contract, references, reborn(life, hear));
  }
  hear(liveUntil(life, until));
  const { items } = run(contract, facts, references, { at: until, knownAt: Infinity });
  const wanted = items.filter(({ state }) => state !== "accruing" && state !== "unknown");
  expect(
    new Map([...rows].filter(([, { state }]) => state !== "accruing" && state !== "unknown").map(([id, item]) => [id, stateOf(item)])),
  ).toEqual(new Map(wanted.map((item) => [item.id, stateOf(item)])));
  expect(rows.size).toBe(items.length);
});

function stateOf({ state, due, until, done, figure }: Item): unknown[] {
  return [state, due, until, done, figure?.value];
}

/** A life written down and read again: its items are then other objects, and who keeps rows hears of each once more. */
function reborn(life: Life, hear: (moved: readonly Moved[]) => void): Checkpoint {
  const before = checkpointOf(life);
  const after = JSON.parse(JSON.stringify(before)) as Checkpoint;
  for (const [clause, slots] of Object.entries(before.state.items))
    for (const [slot, items] of Object.entries(slots))
      hear(items.map((was, index) => ({ item: after.state.items[clause]![slot]![index]!, was })));
  return after;
}
