import type { Instant } from "#kernel/time/instant.ts";
import { newId } from "#platform/database/new-id.ts";
import { reading } from "#platform/database/scope.ts";
import { append, type Appended } from "../facts/append.ts";
import type { Told } from "../facts/told.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { readTexts, type ReadText } from "../personal/read.ts";
import type { Grant } from "./grants.ts";
import { grantFor } from "./grants.ts";
import { readGrants } from "./read-grants.ts";

/** Who enters, what for, and which entry's personal texts they are to see there. */
export interface Entering {
  actor: string;
  by: "provider" | "distributor";
  what: string;
  entry?: number | undefined;
  now: Instant;
}

export interface Entered {
  done: Appended;
  told: Told;
  grant?: Grant;
  texts?: readonly ReadText[];
}

/**
 * Enters a customer's data: the use is told first, and what it was for is read only once it stands in the log and no clause refused it.
 * Who was granted nothing is told all the same: the customer sees the attempt. Throws NoSuchContract, Unusable.
 */
export async function enter(ledger: Ledger, name: ContractName, { actor, by, what, entry, now }: Entering): Promise<Entered> {
  const known = await reading(ledger.database, [name.tenant], (transaction) => readGrants(transaction, ledger, name));
  const grant = grantFor(known?.grants ?? [], actor, now);
  const id = newId(now);
  const told: Told = {
    id,
    kind: "access.used",
    source: by === "provider" ? "desk" : by,
    // Without a grant the attempt stands alone, under a name that nothing was granted under.
    subject: grant?.subject ?? `attempt-${id}`,
    occurred: now,
    by,
    fields: { what },
  };
  const done = await append(ledger, name, [told], actor);
  const refused = done.moved.some(({ type, because }) => type === "refusal" && because.facts.includes(`${told.source}:${id}`));
  if (!grant || refused) return { done, told };
  if (entry === undefined) return { done, told, grant };
  const texts = await reading(ledger.database, [name.tenant], (transaction) => readTexts(transaction, ledger, name, entry));
  return { done, told, grant, texts };
}
