import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { Order, Pinned } from "../contracts/compositions.ts";
import type { ContractName } from "../ledger.ts";

/** A contract's row: what was ordered, and where its fold stands. */
export interface Head {
  name: string;
  particulars: Order;
  documents: readonly Pinned[];
  revision: number;
  facts: number;
  frontier: Buffer;
  rests: Instant | null;
  due: Instant | null;
  recorded: Instant | null;
  phase: string;
  edition: string;
}

const columns = "name, particulars, documents, revision, facts, frontier, rests, due, recorded, phase, edition";

/** The contract's row, locked until the transaction ends: whoever writes to a contract does so alone. Undefined where it is not there. */
export async function lockHead(transaction: Transaction, { tenant, contract }: ContractName): Promise<Head | undefined> {
  const [head] = await transaction.rows<Head>({
    name: "lock-head",
    text: `select ${columns} from ledger.contract where tenant_id = $1 and contract_id = $2 for update`,
    values: [tenant, contract],
  });
  return head;
}

export async function readHead(transaction: Transaction, { tenant, contract }: ContractName): Promise<Head | undefined> {
  const [head] = await transaction.rows<Head>({
    name: "read-head",
    text: `select ${columns} from ledger.contract where tenant_id = $1 and contract_id = $2`,
    values: [tenant, contract],
  });
  return head;
}
