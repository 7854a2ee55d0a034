import type { Fact } from "#kernel/engine/fact.ts";
import { checkpointOf, type Life, live, liveUntil } from "#kernel/engine/life.ts";
import type { Moved } from "#kernel/engine/step.ts";
import type { Instant } from "#kernel/time/instant.ts";
import { nothingSince, type Since, worthKeeping } from "./folds.ts";
import { gather } from "./gather.ts";
import type { Resting } from "./write.ts";

/** Lives facts in order, up to an instant, writing states down on the way. */
export function liveAll(
  life: Life,
  facts: readonly Fact[],
  until: Instant,
  before: Since = nothingSince,
): { moved: Moved[]; kept: Resting[]; since: Since } {
  const gathered = gather();
  const kept: Resting[] = [];
  let since = before;
  const take = (moved: readonly Moved[]) => {
    gathered.hear(moved);
    since = { ...since, moved: since.moved + moved.length };
  };
  for (const fact of facts) {
    if (worthKeeping(since) && fact.occurred > life.state.at) {
      take(liveUntil(life, life.state.at)); // what falls due at that very instant is behind us too
      const body = JSON.stringify(checkpointOf(life));
      kept.push({ rests: life.state.at, body });
      since = { facts: 0, moved: 0, weight: body.length };
    }
    take(live(life, fact));
    since = { ...since, facts: since.facts + 1 };
  }
  take(liveUntil(life, until));
  return { moved: gathered.moved(), kept, since };
}
