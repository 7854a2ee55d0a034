import type { HashAt, NodeId } from "#kernel/evidence/proofs.ts";
import { hashFromStored, storedNodesFor } from "#kernel/evidence/stored-nodes.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName } from "../ledger.ts";
import { LogAltered } from "./log-altered.ts";

interface Row {
  level: number;
  index: number;
  hash: Buffer;
}

/** An entry of the log, and the leaf hash that was worked out when it was recorded. */
export interface LogRow {
  position: number;
  text: string;
  leaf: Buffer;
}

/**
 * The hashes of complete subtrees of a contract's log, read once: leaves stand beside their entries, inner nodes at every eighth
 * level (`stored-nodes.ts`), and only those behind the nodes asked for are loaded. Asking for one that is gone throws LogAltered.
 */
export async function readHashes(transaction: Transaction, name: ContractName, nodes: readonly NodeId[]): Promise<HashAt> {
  const stored = storedNodesFor(nodes);
  const leaves = stored.filter(({ level }) => level === 0);
  const inner = stored.filter(({ level }) => level > 0);
  const rows = [
    ...(leaves.length === 0 ? [] : await readLeaves(transaction, name, leaves)),
    ...(inner.length === 0 ? [] : await readInner(transaction, name, inner)),
  ];
  const hashes = new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  return hashFromStored((level, index) => {
    const hash = hashes.get(`${level}/${index}`);
    if (hash === undefined)
      throw new LogAltered(name, (index + 1) * 2 ** level, `${level === 0 ? "entry" : `node ${level},`} ${index} is gone`);
    return hash;
  });
}

function readLeaves(transaction: Transaction, { tenant, contract }: ContractName, leaves: readonly NodeId[]): Promise<Row[]> {
  return transaction.rows<Row>({
    name: "leaves",
    text: `select 0 as level, position as index, leaf as hash from ledger.fact
      where tenant_id = $1 and contract_id = $2 and position = any($3::bigint[])`,
    values: [tenant, contract, leaves.map(({ index }) => index)],
  });
}

function readInner(transaction: Transaction, { tenant, contract }: ContractName, inner: readonly NodeId[]): Promise<Row[]> {
  return transaction.rows<Row>({
    name: "nodes",
    text: `select n.level, n.index, n.hash from ledger.node n
      join unnest($3::smallint[], $4::bigint[]) as wanted (level, index) on n.level = wanted.level and n.index = wanted.index
      where n.tenant_id = $1 and n.contract_id = $2`,
    values: [tenant, contract, inner.map(({ level }) => level), inner.map(({ index }) => index)],
  });
}

/** The entries of a log below a size, in order, as the database has them now. */
export async function readLog(transaction: Transaction, { tenant, contract }: ContractName, size: number): Promise<LogRow[]> {
  const rows = await transaction.rows<{ position: number; entry: Buffer; leaf: Buffer }>({
    name: "log",
    text: `select position, entry, leaf from ledger.fact
      where tenant_id = $1 and contract_id = $2 and position < $3 order by position`,
    values: [tenant, contract, size],
  });
  return rows.map(({ position, entry, leaf }) => ({ position, text: entry.toString("utf8"), leaf }));
}
