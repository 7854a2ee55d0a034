import type { Item, ItemType } from "#kernel/engine/item.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { Order, Pinned } from "../contracts/compositions.ts";

/** An open item whose next instant is known, and the contract it stands under. */
export interface Edge {
  tenant: string;
  contract: string;
  tenantName: string;
  contractName: string;
  /** `clause/subject/number`. */
  id: string;
  key: string;
  number: number;
  edge: Instant;
  body: Item;
  particulars: Order;
  documents: readonly Pinned[];
}

/** Where in the order of edges a page begins: behind this one. */
export type EdgeKey = readonly [edge: Instant, contract: string, key: string, number: number];

export interface EdgesAsked {
  contract?: string;
  party?: string;
  type?: ItemType;
  /** Instants after this one. */
  after?: Instant;
  /** Instants before this one. */
  before?: Instant;
  behind?: EdgeKey;
  /** Whether duties that are paused are among them: their time does not run. */
  paused: boolean;
  most: number;
}

/** The edges of the contracts in scope, the soonest first; what is overdue comes before all. Derived from what stands, kept nowhere. */
export async function readEdges(
  transaction: Transaction,
  { contract, party, type, after, before, behind, paused, most }: EdgesAsked,
): Promise<Edge[]> {
  const values: unknown[] = [];
  const value = (one: unknown) => `$${values.push(one)}`;
  // One tenant has an index of its own; many are read along the instants.
  const [only] = transaction.tenants.length === 1 ? transaction.tenants : [];
  const wanted = [
    "i.until is null and i.closed is null and i.edge is not null",
    ...(only === undefined ? [] : [`i.tenant_id = ${value(only)}`]),
    ...(contract === undefined ? [] : [`i.contract_id = ${value(contract)}`]),
    ...(party === undefined ? [] : [`i.party = ${value(party)}`]),
    ...(type === undefined ? [] : [`i.type = ${value(type)}`]),
    ...(after === undefined ? [] : [`i.edge > ${value(formatInstant(after))}`]),
    ...(before === undefined ? [] : [`i.edge < ${value(formatInstant(before))}`]),
    ...(paused ? [] : ["i.state <> 'paused'"]),
    ...(behind
      ? [`(i.edge, i.contract_id, i.key, i.number) > (${[formatInstant(behind[0]), ...behind.slice(1)].map(value).join(", ")})`]
      : []),
  ];
  const rows = await transaction.rows<Omit<Edge, "id">>({
    text: `select i.tenant_id as tenant, i.contract_id as contract, t.name as "tenantName", c.name as "contractName", i.key, i.number, i.edge,
        i.body, c.particulars, c.documents
      from ledger.item i
      join ledger.contract c on c.tenant_id = i.tenant_id and c.contract_id = i.contract_id
      join platform.tenant t on t.tenant_id = i.tenant_id
      where ${wanted.join(" and ")}
      order by i.edge, i.contract_id, i.key, i.number limit ${value(most)}`,
    values,
  });
  return rows.map((row) => ({ ...row, id: `${row.key}/${row.number}` }));
}

/** What happens at an item's edge. */
export function whatComes({ state, until, target }: Item): "opens" | "closes" | "target" | "due" {
  return state === "pending" ? "opens" : until !== undefined ? "closes" : target !== undefined ? "target" : "due";
}
