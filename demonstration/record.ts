import type { Contract } from "#kernel/terms/contract.ts";
import { HOUR, type Instant } from "#kernel/time/instant.ts";
import { append } from "#ledger/facts/append.ts";
import type { Told as LedgerTold } from "#ledger/facts/told.ts";
import type { ContractName, Ledger } from "#ledger/ledger.ts";
import { factOf } from "./lives/fact-of.ts";
import type { Told } from "./lives/happening.ts";

/** What is told within these hours of one another is recorded at once, when the last of it was told. */
const TOGETHER = 4 * HOUR;

/** Records a life as it was told: each batch at its own instant, so that what was known at any time can be asked for. */
export async function record(ledger: Ledger, name: ContractName, contract: Contract, told: readonly Told[]): Promise<void> {
  for (const batch of batches(told)) {
    const at = batch.at(-1)!.recorded;
    await append(
      { ...ledger, now: () => at },
      name,
      batch.map((one) => admitted(one, contract)),
      "demonstration",
    );
  }
}

/** A life in the order in which it was recorded, cut where nothing was told for a while. */
export function batches(told: readonly Told[]): Told[][] {
  const all: Told[][] = [];
  let since: Instant = -Infinity;
  for (const one of told) {
    if (one.recorded - since > TOGETHER) {
      all.push([]);
      since = one.recorded;
    }
    all.at(-1)!.push(one);
  }
  return all;
}

function admitted(told: Told, contract: Contract): LedgerTold {
  const { recorded: _, ...fact } = factOf(told, contract.factKinds, contract.name);
  return fact;
}
