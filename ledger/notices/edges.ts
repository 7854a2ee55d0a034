import type { Item, ItemType } from "#kernel/engine/item.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import { enter, type Transaction } from "#platform/database/scope.ts";
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
  /** Of these parties, or of all others. */
  side?: { parties: readonly string[]; others: boolean };
  type?: ItemType;
  /** Instants after this one. */
  after?: Instant;
  /** Instants from this one on. */
  from?: Instant;
  /** Instants before this one. */
  before?: Instant;
  behind?: EdgeKey;
  /** Whether duties that are paused are among them: their time does not run. */
  paused: boolean;
  most: number;
}

/** The edges of the contracts in scope, the soonest first; what is overdue comes before all. Derived from what stands, kept nowhere. */
export async function readEdges(transaction: Transaction, asked: EdgesAsked): Promise<Edge[]> {
  const rows = transaction.tenants.length === 1 ? await edgesOfOne(transaction, asked) : await edgesAcross(transaction, asked);
  return rows.map((row) => ({ ...row, id: `${row.key}/${row.number}` }));
}

type EdgeRow = Omit<Edge, "id">;

const shown = `i.tenant_id as tenant, i.contract_id as contract, t.name as "tenantName", c.name as "contractName", i.key, i.number, i.edge,
  i.body, c.particulars, c.documents`;
const around = `join ledger.contract c on c.tenant_id = i.tenant_id and c.contract_id = i.contract_id
  join platform.tenant t on t.tenant_id = i.tenant_id`;
const soonest = "order by i.edge, i.contract_id, i.key, i.number";

/** One tenant has an index of its own. */
function edgesOfOne(
  transaction: Transaction,
  { contract, party, side, type, after, from, before, behind, paused, most }: EdgesAsked,
): Promise<EdgeRow[]> {
  const values: unknown[] = [];
  const value = (one: unknown) => `$${values.push(one)}`;
  const wanted = [
    "i.until is null and i.closed is null and i.edge is not null",
    `i.tenant_id = ${value(transaction.tenants[0])}`,
    ...(contract === undefined ? [] : [`i.contract_id = ${value(contract)}`]),
    ...(party === undefined ? [] : [`i.party = ${value(party)}`]),
    ...(side === undefined ? [] : [`${side.others ? "not " : ""}i.party = any(${value(side.parties)}::text[])`]),
    ...(type === undefined ? [] : [`i.type = ${value(type)}`]),
    ...(after === undefined ? [] : [`i.edge > ${value(formatInstant(after))}`]),
    ...(from === undefined ? [] : [`i.edge >= ${value(formatInstant(from))}`]),
    ...(before === undefined ? [] : [`i.edge < ${value(formatInstant(before))}`]),
    ...(paused ? [] : ["i.state <> 'paused'"]),
    ...(behind
      ? [`(i.edge, i.contract_id, i.key, i.number) > (${[formatInstant(behind[0]), ...behind.slice(1)].map(value).join(", ")})`]
      : []),
  ];
  const text = `select ${shown} from ledger.item i ${around} where ${wanted.join(" and ")} ${soonest} limit ${value(most)}`;
  return transaction.rows<EdgeRow>({ text, values });
}

/** Many are read along the instants: first where the lines are, then, in the scope of their few tenants, what they say. */
async function edgesAcross(
  transaction: Transaction,
  { contract, party, side, type, after, from, before, behind, paused, most }: EdgesAsked,
): Promise<EdgeRow[]> {
  const at = (instant: Instant | undefined) => (instant === undefined ? null : formatInstant(instant));
  const [edge, ...key] = behind ?? [undefined, null, null, null];
  const found = await transaction.rows<{ tenant_id: string; contract_id: string; key: string; number: number; since: number }>({
    name: "find-due",
    text: "select tenant_id, contract_id, key, number, since from ledger.find_due($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    values: [
      contract ?? null,
      party ?? null,
      side?.parties ?? null,
      side?.others ?? false,
      type ?? null,
      at(after),
      at(from),
      at(before),
      paused,
      at(edge),
      ...key,
      most,
    ],
  });
  if (found.length === 0) return [];
  const near = await enter(transaction, [...new Set(found.map(({ tenant_id }) => tenant_id))]);
  return near.rows<EdgeRow>({
    name: "due-lines",
    text: `select ${shown}
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::bigint[]) as f (tenant_id, contract_id, key, number, since)
      join ledger.item i using (tenant_id, contract_id, key, number, since) ${around} ${soonest}`,
    values: [
      found.map((one) => one.tenant_id),
      found.map((one) => one.contract_id),
      found.map((one) => one.key),
      found.map((one) => one.number),
      found.map((one) => one.since),
    ],
  });
}

/** What happens at an item's edge. */
export function whatComes({ state, until, target }: Item): "opens" | "closes" | "target" | "due" {
  return state === "pending" ? "opens" : until !== undefined ? "closes" : target !== undefined ? "target" : "due";
}
