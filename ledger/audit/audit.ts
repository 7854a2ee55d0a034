import { isDeepStrictEqual } from "node:util";
import { checkpointOf } from "#kernel/engine/life.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { isOutdated, presentEdition } from "../fold/edition.ts";
import { type Head, readHead } from "../fold/head.ts";
import { worthKeeping } from "../fold/folds.ts";
import { phaseOf } from "../fold/write.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { auditLog, type AuditedLog } from "./audit-log.ts";
import { compareItems, type Mend } from "./compare-items.ts";
import { compareRevisions, type Revisions } from "./compare-revisions.ts";
import { collectFaults, type Faults } from "./fault.ts";
import { replay, type Replayed } from "./replay.ts";
import { BEGINNING } from "../fold/beginning.ts";

/** One contract, worked out anew from its facts and held against everything stored of it. */
export interface Audited {
  head: Head;
  log: AuditedLog;
  revisions: Revisions;
  faults: Faults;
  /** Absent where the contract could not be lived again, or stands as another edition worked it out. */
  lived?: { contract: Contract; until: Instant; mend: Mend; items: number };
}

/**
 * Audits a contract: the log, the revisions, and the standing at the instant where the head rests. The transaction sees one moment of the
 * database, or holds the head locked; its limits of time are lifted, for a long life takes as long as it takes. Undefined: no such contract.
 */
export async function audit(transaction: Transaction, ledger: Ledger, name: ContractName): Promise<Audited | undefined> {
  await transaction.rows({
    text: "select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)",
  });
  const head = await readHead(transaction, name);
  if (!head) return undefined;
  const faults = collectFaults();
  const log = await auditLog(transaction, name, head, faults);
  const revisions = await compareRevisions(transaction, name, head, faults);
  if (!same(log.recorded, head.recorded)) faults.add("head-differs", "ledger.contract.recorded", told(log.recorded), told(head.recorded));
  const audited = { head, log, revisions, faults };
  if (!log.whole || isOutdated(ledger.references, head)) {
    if (!log.whole) faults.add("not-lived", "ledger.item", "the standing of a whole log", "a log that is not whole");
    else faults.add("edition-differs", "ledger.contract.edition", presentEdition(ledger.references), head.edition);
    return audited;
  }
  try {
    return { ...audited, lived: await compareStanding(transaction, ledger, name, head, log, faults) };
  } catch (error) {
    if (isOfDatabase(error)) throw error;
    faults.add("not-lived", "ledger.item", "a standing", error instanceof Error ? error.message : String(error));
    return audited;
  }
}

async function compareStanding(transaction: Transaction, ledger: Ledger, name: ContractName, head: Head, log: AuditedLog, faults: Faults) {
  const contract = await ledger.compositions.open(transaction, head.particulars, head.documents);
  const { facts } = log;
  // A head that lost its instant is lived up to now; no head rests before its last fact.
  const until = Math.max(head.rests ?? (log.size > 0 ? ledger.now() : BEGINNING), facts.at(-1)?.occurred ?? BEGINNING);
  const kept = await readKept(transaction, name);
  if (kept.size === 0 && wouldKeep(facts)) faults.add("checkpoint-differs", "ledger.checkpoint", "states to resume from", undefined);
  const lived = replay(contract, facts, ledger.references, until, [...kept.keys()], (rests, life) => {
    const now = JSON.parse(JSON.stringify(checkpointOf(life))) as unknown;
    const { ordinal, body } = kept.get(rests)!;
    kept.delete(rests);
    if (!isDeepStrictEqual(now, body)) faults.add("checkpoint-differs", `ledger.checkpoint[${ordinal}]`, now, body);
  });
  for (const [rests, { ordinal }] of kept)
    faults.add("checkpoint-differs", `ledger.checkpoint[${ordinal}].rests`, `≤ ${formatInstant(until)}`, formatInstant(rests));
  compareHead(ledger, head, await readTrouble(transaction, name), lived, faults);
  const mend = await compareItems(transaction, name, lived.items, faults);
  return { contract, until, mend, items: lived.items.size };
}

/** The states kept of a contract, by the instant they rest at. */
async function readKept(
  transaction: Transaction,
  { tenant, contract }: ContractName,
): Promise<Map<Instant, { ordinal: number; body: unknown }>> {
  const rows = await transaction.rows<{ ordinal: number; rests: Instant; body: string }>({
    text: "select ordinal, rests, body from ledger.checkpoint where tenant_id = $1 and contract_id = $2 order by rests, ordinal",
    values: [tenant, contract],
  });
  return new Map(rows.map(({ ordinal, rests, body }) => [rests, { ordinal, body: parsed(body) }]));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** Whether any way to these facts has left a state behind: enough of them, and one strictly later. */
function wouldKeep(facts: AuditedLog["facts"]): boolean {
  return facts.some((fact, index) => worthKeeping({ facts: index, moved: 0, weight: 0 }) && fact.occurred > facts[index - 1]!.occurred);
}

/** What the head says of the life. The edition is the present one, or nobody's. */
function compareHead({ references }: Ledger, head: Head, trouble: string | null, { state, versions }: Replayed, faults: Faults): void {
  const begun = head.revision > 0 || head.facts > 0;
  const rests = begun && state.at > BEGINNING ? state.at : undefined;
  const due = state.timers[0]?.at;
  const differs = (column: string, expected: unknown, found: unknown) =>
    faults.add("head-differs", `ledger.contract.${column}`, expected, found);
  if (!same(rests, head.rests)) differs("rests", told(rests), told(head.rests));
  if (phaseOf({ state, versions }) !== head.phase) differs("phase", phaseOf({ state, versions }), head.phase);
  if (begun && head.edition !== presentEdition(references)) differs("edition", presentEdition(references), head.edition);
  // While a contract is in trouble, its due instant is when the clock tries again.
  if (trouble !== null) faults.add("in-trouble", "ledger.contract.trouble", undefined, trouble);
  else if (!same(due, head.due)) differs("due", told(due), told(head.due));
}

async function readTrouble(transaction: Transaction, { tenant, contract }: ContractName): Promise<string | null> {
  const [row] = await transaction.rows<{ trouble: string | null }>({
    text: "select trouble from ledger.contract where tenant_id = $1 and contract_id = $2",
    values: [tenant, contract],
  });
  return row?.trouble ?? null;
}

function same(expected: Instant | undefined, stored: Instant | null): boolean {
  return (expected ?? null) === stored;
}

function told(instant: Instant | null | undefined): string | undefined {
  return instant === null || instant === undefined ? undefined : formatInstant(instant);
}

/** Trouble of the connection is nobody's difference. PostgreSQL's own errors carry a severity, the network's a code and a call. */
function isOfDatabase(error: unknown): boolean {
  return error instanceof Error && ("severity" in error || "syscall" in error || error.message.startsWith("Connection terminated"));
}
