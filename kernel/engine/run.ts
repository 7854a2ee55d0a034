import type { References } from "../references.ts";
import type { Contract } from "../terms/contract.ts";
import type { Instant } from "../time/instant.ts";
import { advance, apply } from "./apply.ts";
import { effectiveFacts } from "./effective.ts";
import type { Fact } from "./fact.ts";
import type { Item } from "./item.ts";
import { openRegister } from "./register.ts";
import { readStanding, type Standing } from "./standing.ts";
import { emptyState } from "./state.ts";
import { openVersions } from "./versions.ts";

/** The standing at an instant, as known at an instant. Pure: the same contract, facts and references give the same standing. */
export function run(contract: Contract, facts: readonly Fact[], references: References, { at, knownAt = at }: { at: Instant; knownAt?: Instant }): Standing {
  const versions = openVersions(contract, references);
  const state = emptyState();
  const closed: Item[] = [];
  for (const fact of effectiveFacts(facts, knownAt)) {
    if (fact.occurred > at) break;
    apply(versions, state, fact, closed);
  }
  advance(versions, state, at, closed);
  const register = openRegister(versions);
  register.extend(closed, state);
  return readStanding(versions, state, register, register.rows, at, knownAt);
}
