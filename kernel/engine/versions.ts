import type { References } from "../references.ts";
import { amend as recompose } from "../terms/compose.ts";
import type { Change, Contract } from "../terms/contract.ts";
import { isRecord } from "../terms/source.ts";
import { Unusable } from "../terms/problem.ts";
import type { Amendment, Versions } from "./apply.ts";
import type { Event } from "./event.ts";
import type { State } from "./state.ts";
import { openWorld, type World } from "./world.ts";

/**
 * The versions of one contract's life, found by the amendments a state names. The state holds names, never versions: whoever
 * keeps a state keeps its `history` too, and opens them again with it.
 */
export function openVersions(contract: Contract, references: References, history: readonly Amendment[] = []): Versions {
  const first = openWorld(contract, references);
  const worlds = new Map<string, World>([["", first]]);
  const changes = new Map<string, Change>();
  const keyOf = (amendments: readonly string[]) => amendments.join("\n");
  let last: { amendments: readonly string[]; world: World } = { amendments: [], world: first };

  function amend(before: World, amendments: readonly string[], change: Change): World {
    const world = amendedWorld(before, change);
    worlds.set(keyOf(amendments), world);
    changes.set(keyOf(amendments), change);
    return world;
  }

  const names: string[] = [];
  let world = first;
  for (const { name, change } of history) {
    names.push(name);
    world = amend(world, names, change);
  }

  return {
    history({ amendments }) {
      return amendments.map((name, index) => ({ name, change: changes.get(keyOf(amendments.slice(0, index + 1)))! }));
    },
    of({ amendments }: State): World {
      if (amendments === last.amendments) return last.world;
      const world = worlds.get(keyOf(amendments));
      if (!world)
        throw new Error(`The state rests on an amendment that this life does not hold: ${amendments.at(-1)}. Replay it from its facts.`);
      last = { amendments, world };
      return world;
    },
    at({ amendments }, version) {
      return worlds.get(keyOf(amendments.slice(0, version))) ?? first;
    },
    amended(state: State, name: string, event: Event): World {
      const before = worlds.get(keyOf(state.amendments)) ?? last.world;
      return amend(before, [...state.amendments, name], changeOf(event));
    },
    clause(id) {
      for (const { contract: version } of worlds.values()) {
        const clause = version.byId.get(id);
        if (clause) return clause;
      }
      return undefined;
    },
  };
}

/** What a change made of a version, once composed: lives and replays share it. */
const composed = new WeakMap<World, Map<string, World>>();

function amendedWorld(before: World, change: Change): World {
  const known = composed.get(before) ?? new Map<string, World>();
  composed.set(before, known);
  const text = JSON.stringify(change);
  const same = known.get(text);
  if (same) return same;
  const after = recompose(before.contract, change);
  const fresh = after.problems.filter(
    (problem) =>
      !before.contract.problems.some(
        ({ code, place, args }) =>
          code === problem.code && place.line === problem.place.line && JSON.stringify(args) === JSON.stringify(problem.args),
      ),
  );
  if (fresh.length > 0) throw new Unusable(fresh);
  const world = openWorld(after, before.references, before);
  known.set(text, world);
  return world;
}

function changeOf({ fields }: Event): Change {
  const texts = (field: string) => (Array.isArray(fields[field]) ? (fields[field] as readonly unknown[]).map(String) : undefined);
  const map = (field: string) => (isRecord(fields[field]) ? fields[field] : undefined);
  const [attaches, detaches, sets, readings] = [texts("attaches"), texts("detaches"), map("sets"), map("readings")];
  return {
    ...(attaches && { attaches }),
    ...(detaches && { detaches }),
    ...(sets && { figures: sets }),
    ...(readings && { readings: readings as Record<string, string> }),
  };
}
