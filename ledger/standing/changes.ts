import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Database } from "#platform/database/connect.ts";
import type { ContractName } from "../ledger.ts";

/** A contract that moved to a revision. Nothing of its content: who hears it asks again. */
export interface Change extends ContractName {
  revision: number;
  phase: string;
}

export interface Changes {
  /** What this process has committed. */
  tell(change: Change): void;
  /**
   * Hears every change from now on, of all tenants, until the function that it gives is called, or `end` is when the server stops. Neither
   * may throw.
   */
  listen(hear: (change: Change) => void, end: () => void): () => void;
  /** Ends whoever listens: a stream that stayed open would hold up the stopping of the server. */
  close(): void;
}

/** How far back other processes' revisions are looked for: a transaction may commit that long after its instant. */
const WINDOW = 10_000;

/** Tells at once what this process commits and, while anybody listens, once every `everyMs` what others have. */
export function openChanges(database: Database, now: () => Instant, everyMs = 1000): Changes {
  const listeners = new Map<(change: Change) => void, () => void>();
  const told = new Map<string, { revision: number; at: Instant }>();
  let looking: NodeJS.Timeout | undefined;
  let busy = false;

  function tell({ tenant, contract, revision, phase }: Change): void {
    if (listeners.size === 0 || (told.get(contract)?.revision ?? -1) >= revision) return;
    told.set(contract, { revision, at: now() });
    for (const hear of listeners.keys()) hear({ tenant, contract, revision, phase });
  }

  async function look(): Promise<void> {
    if (busy) return;
    busy = true;
    const at = now();
    try {
      const { rows } = await database.query<Change>({
        name: "changed-since",
        text: "select tenant_id as tenant, contract_id as contract, revision, phase from ledger.changed_since($1)",
        values: [formatInstant(at - WINDOW)],
      });
      for (const change of rows) tell(change);
      for (const [contract, { at: then }] of told) if (Math.abs(at - then) > 3 * WINDOW) told.delete(contract);
    } catch {
      // A database that does not answer now is asked again in a moment; requests tell of it.
    } finally {
      busy = false;
    }
  }

  return {
    tell,
    close() {
      for (const end of listeners.values()) end();
    },
    listen(hear, end) {
      const one = (change: Change) => hear(change);
      listeners.set(one, end);
      looking ??= setInterval(() => void look(), everyMs).unref();
      return () => {
        listeners.delete(one);
        if (listeners.size > 0) return;
        clearInterval(looking);
        looking = undefined;
        told.clear();
      };
    },
  };
}
