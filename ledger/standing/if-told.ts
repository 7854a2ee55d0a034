import type { Fact } from "#kernel/engine/fact.ts";
import { checkpointOf, identityOf, live, liveUntil, openLife } from "#kernel/engine/life.ts";
import type { Item } from "#kernel/engine/item.ts";
import type { NumberedItem } from "#kernel/engine/register.ts";
import type { State } from "#kernel/engine/state.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { Told } from "../facts/told.ts";
import { keyOf, labelled } from "../fold/item-row.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { presentOf } from "./present.ts";

/** What a fact would do if it were told now. */
export interface IfTold {
  contract: Contract;
  outcome: "effective" | "refused";
  /** Items that it would open, change or close, as they would then stand. */
  items: readonly NumberedItem[];
  /** When the contract would end, as far as an end is announced. */
  ends?: Instant;
  term?: { start: Instant; end: Instant };
}

/** Lives a fact on a copy of the present. Nothing is recorded; undefined where there is no such contract. Throws Unusable, BeyondCalendar. */
export async function ifTold(transaction: Transaction, ledger: Ledger, name: ContractName, told: Told): Promise<IfTold | undefined> {
  const present = await presentOf(transaction, ledger, name);
  if (!present) return undefined;
  const { fold } = present;
  const life = openLife(fold.contract, ledger.references, checkpointOf(fold.life));
  liveUntil(life, ledger.now());
  const { sealed: _, ...stated } = told;
  const at = Math.max(told.occurred, life.state.at);
  const fact: Fact = { ...stated, occurred: at, recorded: at };
  const moved = new Map(live(life, fact).map(({ item }) => [identityOf(item), item]));
  const called = (item: Item) => `${keyOf(item)}/${fold.numbers.get(identityOf(item)) ?? "?"}`;
  const items = [...moved.values()].map((item) => labelled(life.versions, item, called(item)));
  const refused = items.some(({ type }) => type === "refusal");
  return { contract: life.versions.of(life.state).contract, outcome: refused ? "refused" : "effective", items, ...endOf(life.state) };
}

function endOf({ ended, ends, term }: State): Pick<IfTold, "ends" | "term"> {
  const end = ended ?? ends?.at;
  return { ...(end !== undefined && { ends: end }), ...(term && { term: { start: term.start, end: term.end } }) };
}
