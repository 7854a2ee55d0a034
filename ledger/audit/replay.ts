import { advance, apply, type Versions } from "#kernel/engine/apply.ts";
import type { Fact } from "#kernel/engine/fact.ts";
import type { Item } from "#kernel/engine/item.ts";
import { openRegister } from "#kernel/engine/register.ts";
import { emptyState, type State } from "#kernel/engine/state.ts";
import { openVersions } from "#kernel/engine/versions.ts";
import type { References } from "#kernel/references.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { Instant } from "#kernel/time/instant.ts";

/** A life lived from its first fact, as the kernel lives it: one state, no checkpoints, no rows. */
export interface Replayed {
  versions: Versions;
  state: State;
  /** Every item of the life by its name, without growing amounts worked out. */
  items: ReadonlyMap<string, Item>;
}

/**
 * Lives facts in order, up to an instant. At each of `stops`, which ascend, `at` sees the state that a checkpoint of that instant holds:
 * all facts up to it, and none after.
 */
export function replay(
  contract: Contract,
  facts: readonly Fact[],
  references: References,
  until: Instant,
  stops: readonly Instant[] = [],
  at: (stop: Instant, life: Pick<Replayed, "versions" | "state">) => void = () => undefined,
): Replayed {
  const versions = openVersions(contract, references);
  const state = emptyState();
  const closed: Item[] = [];
  let next = 0;
  const stopBefore = (instant: Instant) => {
    for (; next < stops.length && stops[next]! < instant; next += 1) {
      advance(versions, state, stops[next]!, { closed });
      at(stops[next]!, { versions, state });
    }
  };
  for (const fact of facts) {
    stopBefore(fact.occurred);
    apply(versions, state, fact, { closed });
  }
  stopBefore(until + 1);
  advance(versions, state, until, { closed });
  return { versions, state, items: itemsOf(versions, state, closed) };
}

function itemsOf(versions: Versions, state: State, closed: readonly Item[]): Map<string, Item> {
  const register = openRegister(versions);
  register.extend(closed, state);
  const open = Object.values(state.items).flatMap((slots) => register.nameAll(Object.values(slots).flat()));
  return new Map([...register.rows, ...open].map(({ id, document: _, article: __, ...item }) => [id, item]));
}
