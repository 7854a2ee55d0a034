import { type Checkpoint, identityOf, live, liveUntil, openLife } from "#kernel/engine/life.ts";
import type { Item } from "#kernel/engine/item.ts";
import { emptyFrontier, frontierFromBytes } from "#kernel/evidence/tree.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { readChanges, readLife } from "../facts/fact-rows.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { isOutdated } from "./edition.ts";
import { type Fold, nothingSince } from "./folds.ts";
import type { Head } from "./head.ts";

/**
 * The fold at the head of a contract: the one in memory where it stands there, else folded again from the last checkpoint. The
 * transaction holds the row's lock, or sees one moment of the database only. Where the head was worked out by another edition, its
 * checkpoints are left alone and nothing is kept in memory: nobody shall write on such a fold (restate.ts).
 */
export async function loadFold(transaction: Transaction, ledger: Ledger, name: ContractName, head: Head): Promise<Fold> {
  const known = ledger.folds.get(name.contract);
  if (known?.revision === head.revision) return known;
  const outdated = isOutdated(ledger.references, head);
  const unlived = await unlivedFold(transaction, ledger, name, head);
  const base = outdated ? undefined : await readCheckpoint(transaction, name);
  const facts = await readLife(transaction, name, base?.rests, unlived.changes);
  const life = base ? openLife(unlived.contract, ledger.references, base.checkpoint) : unlived.life;
  for (const fact of facts) live(life, fact);
  if (head.rests !== null) liveUntil(life, head.rests);
  const last = facts.at(-1);
  const fold: Fold = {
    ...unlived,
    life,
    ...(last && { last }),
    checkpoints: base?.ordinal ?? 0,
    since: { facts: facts.length, moved: 0, weight: base?.weight ?? 0 },
  };
  // A writer's fold is kept once what it writes is committed.
  if (transaction.snapshot && !outdated && (!known || known.revision < fold.revision)) ledger.folds.put(name.contract, fold);
  return fold;
}

/** The fold of a contract before its first fact, with all else that its head says: what living it again starts from. */
export async function unlivedFold(transaction: Transaction, ledger: Ledger, name: ContractName, head: Head): Promise<Fold> {
  const contract = await ledger.compositions.open(transaction, head.particulars, head.documents);
  return {
    revision: head.revision,
    contract,
    life: openLife(contract, ledger.references),
    facts: head.facts,
    frontier: head.facts === 0 ? emptyFrontier : frontierFromBytes(head.frontier),
    recorded: head.recorded ?? -Infinity,
    numbers: await readNumbers(transaction, name),
    changes: await readChanges(transaction, name),
    checkpoints: 0,
    since: nothingSince,
  };
}

export interface Base {
  ordinal: number;
  rests: Instant;
  checkpoint: Checkpoint;
  /** How many characters it takes. */
  weight: number;
}

/** The last state kept that rests before an instant. */
export async function readCheckpoint(
  transaction: Transaction,
  { tenant, contract }: ContractName,
  before?: Instant,
): Promise<Base | undefined> {
  const [row] = await transaction.rows<{ ordinal: number; rests: Instant; body: string }>({
    name: before === undefined ? "checkpoint" : "checkpoint-before",
    text: `select ordinal, rests, body from ledger.checkpoint
      where tenant_id = $1 and contract_id = $2 ${before === undefined ? "" : "and rests < $3"} order by rests desc limit 1`,
    values: [tenant, contract, ...(before === undefined ? [] : [formatInstant(before)])],
  });
  return row && { ordinal: row.ordinal, rests: row.rests, checkpoint: JSON.parse(row.body) as Checkpoint, weight: row.body.length };
}

async function readNumbers(transaction: Transaction, { tenant, contract }: ContractName): Promise<Map<string, number>> {
  const rows = await transaction.rows<{ number: number; body: Item }>({
    name: "open-numbers",
    text: "select number, body from ledger.item where tenant_id = $1 and contract_id = $2 and until is null and closed is null",
    values: [tenant, contract],
  });
  return new Map(rows.map(({ number, body }) => [identityOf(body), number]));
}
