import { everyContract, type Listed, type Which } from "../contracts/every-contract.ts";
import type { Ledger } from "../ledger.ts";

/** What comes of each contract, one after another, so that memory holds one life at a time. One that goes meanwhile is passed over. */
export async function* eachContract<Outcome extends object>(
  ledger: Ledger,
  which: Which,
  work: (listed: Listed) => Promise<Outcome | undefined>,
): AsyncGenerator<Listed & Outcome> {
  for await (const listed of everyContract(ledger, which)) {
    const outcome = await work(listed);
    if (outcome) yield { ...listed, ...outcome };
  }
}
