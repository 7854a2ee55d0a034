import { setImmediate as others } from "node:timers/promises";
import { isChange } from "#kernel/engine/effective.ts";
import type { Fact } from "#kernel/engine/fact.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import { openTimeline } from "#kernel/engine/timeline.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { Instant } from "#kernel/time/instant.ts";
import { reading, type Transaction } from "#platform/database/scope.ts";
import { readHead } from "../fold/head.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { inLifeOrder, readFacts, sizeKnownAt } from "./known-facts.ts";
import type { Opened } from "./timelines.ts";

/** The instant looked at, and the one as known at which it is looked at. */
export interface Moment {
  at: Instant;
  knownAt: Instant;
}

/**
 * The standing at any instant, past or future, as known at any instant, with what has closed by then in the order in which it closed: what a
 * replay of the facts known then gives. Undefined where there is no such contract. Throws Unusable, BeyondCalendar.
 *
 * The kept states (`ledger.checkpoint`) cannot answer this: what has closed has left them, and its rows tell neither the order of closing
 * within an instant nor what stood under what was known earlier. So the life is replayed once, as a time line that answers all instants, and
 * kept for as long as others do not need the room.
 */
export async function standingAt(
  ledger: Ledger,
  name: ContractName,
  { at, knownAt }: Moment,
): Promise<{ standing: Standing; contract: Contract } | undefined> {
  return ledger.timelines.turns.take(name.tenant, async () => {
    const known = await reading(ledger.database, [name.tenant], (transaction) => readKnown(transaction, ledger, name, knownAt));
    if (!known) return undefined;
    const { key, size, contract, called } = known;
    try {
      const opened = { contract, size, timeline: known.opened?.timeline ?? openTimeline(contract, ledger.references) };
      await tell(opened, known.facts);
      const standing = { ...opened.timeline.at(at), knownAt, contract: called };
      ledger.timelines.put(key, opened);
      return { standing, contract };
    } catch (error) {
      ledger.timelines.forget(key); // it may have looked half-way into a future that no calendar reaches
      throw error;
    }
  });
}

/** A contract as it was known at an instant: a life that is open already, and the facts that it lacks. */
interface Known {
  key: string;
  called: string;
  contract: Contract;
  size: number;
  opened: Opened | undefined;
  facts: readonly Fact[];
}

async function readKnown(transaction: Transaction, ledger: Ledger, name: ContractName, knownAt: Instant): Promise<Known | undefined> {
  const head = await readHead(transaction, name);
  if (!head) return undefined;
  const size = await sizeKnownAt(transaction, name, head, knownAt);
  const contract = await ledger.compositions.open(transaction, head.particulars, head.documents);
  // The life as all is known grows with the log; as it was known earlier it is what it is.
  const key = size === head.facts ? name.contract : `${name.contract} ${size}`;
  const kept = ledger.timelines.get(key);
  const known = { key, called: head.name, contract, size };
  if (kept?.contract === contract && kept.size <= size) {
    const more = await readFacts(transaction, name, kept.size, size);
    if (onlyFollow(kept, more)) return { ...known, opened: kept, facts: more };
  }
  return { ...known, opened: undefined, facts: await readFacts(transaction, name, 0, size) };
}

/** Whether facts come after those of a life. A late one, or a change, would replay what lies behind it once each: all at once costs less. */
function onlyFollow({ timeline }: Opened, facts: readonly Fact[]): boolean {
  const last = timeline.facts().at(-1)?.occurred ?? -Infinity;
  return facts.every((fact) => !isChange(fact) && fact.kind !== "contract.amended" && fact.occurred >= last);
}

const AT_ONCE = 500;

/** Tells a life its facts, a few milliseconds' worth at a time: other requests are answered in between. */
async function tell({ timeline }: Opened, facts: readonly Fact[]): Promise<void> {
  for (const [index, fact] of inLifeOrder(facts).entries()) {
    timeline.add(fact);
    if (index % AT_ONCE === AT_ONCE - 1) await others();
  }
}
