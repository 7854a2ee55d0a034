import type { References } from "../references.ts";
import type { Contract } from "../terms/contract.ts";
import type { Instant } from "../time/instant.ts";
import { advance, apply, type Versions } from "./apply.ts";
import { effectiveFacts } from "./effective.ts";
import type { Fact } from "./fact.ts";
import type { Item } from "./item.ts";
import { openRegister } from "./register.ts";
import { readStanding, type Standing } from "./standing.ts";
import { emptyState, type State } from "./state.ts";
import { openVersions } from "./versions.ts";

/** The instant looked at, and the instant as known at which it is looked at. */
export interface Moment {
  at: Instant;
  knownAt?: Instant;
}

/** The standing at an instant, as known at an instant. Pure: the same contract, facts and references give the same standing. */
export function run(contract: Contract, facts: readonly Fact[], references: References, { at, knownAt = at }: Moment): Standing {
  const { versions, state, closed } = live(contract, facts, references, { at, knownAt });
  const register = openRegister(versions);
  register.extend(closed, state);
  return readStanding(versions, state, register, register.rows, at, knownAt);
}

/** A life up to an instant, with the contract's versions that its amendments made. */
export function live(
  contract: Contract,
  facts: readonly Fact[],
  references: References,
  { at, knownAt = at }: Moment,
): { versions: Versions; state: State; closed: Item[] } {
  const versions = openVersions(contract, references);
  const state = emptyState();
  const closed: Item[] = [];
  for (const fact of effectiveFacts(facts, knownAt)) {
    if (fact.occurred > at) break;
    apply(versions, state, fact, { closed });
  }
  advance(versions, state, at, { closed });
  return { versions, state, closed };
}
