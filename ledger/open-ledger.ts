import type { References } from "#kernel/references.ts";
import type { Library } from "#kernel/terms/contract.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { KeyStore } from "#platform/keys/key-store.ts";
import type { Database } from "#platform/database/connect.ts";
import { openCompositions } from "./contracts/compositions.ts";
import { openFolds } from "./fold/folds.ts";
import { openTurns } from "./fold/turns.ts";
import type { Ledger } from "./ledger.ts";
import { openTimelines } from "./standing/timelines.ts";
import { openChanges } from "./standing/changes.ts";

export function openLedger(
  database: Database,
  kinds: Pick<Library, "factKinds" | "kinds">,
  references: References,
  keys: KeyStore,
  now: () => Instant,
): Ledger {
  return {
    database,
    references,
    keys,
    now,
    compositions: openCompositions(kinds, references),
    folds: openFolds(),
    turns: openTurns(),
    timelines: openTimelines(),
    changes: openChanges(database, now),
    tenants: new Map(),
  };
}
