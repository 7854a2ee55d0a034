import type { References } from "#kernel/references.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { KeyStore } from "#platform/keys/key-store.ts";
import type { Database } from "#platform/database/connect.ts";
import type { Compositions } from "./contracts/compositions.ts";
import type { Folds } from "./fold/folds.ts";
import type { Turns } from "./fold/turns.ts";
import type { Timelines } from "./standing/timelines.ts";
import type { Changes } from "./standing/changes.ts";

/** What every use case of the ledger works with. One a process. */
export interface Ledger {
  database: Database;
  references: References;
  compositions: Compositions;
  folds: Folds;
  turns: Turns;
  timelines: Timelines;
  /** Who is told that a contract moved. */
  changes: Changes;
  /** Whose contract is whose, as far as it was asked. */
  tenants: Map<string, string>;
  /** The keys under which text about people lies. */
  keys: KeyStore;
  /** Time is told, never looked up: the clock's hand may be moved. */
  now: () => Instant;
}

/** A contract, and the tenant whose rows it is. */
export interface ContractName {
  tenant: string;
  contract: string;
}
