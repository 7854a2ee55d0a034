import type { Contract } from "#kernel/terms/contract.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { readChanges } from "../facts/fact-rows.ts";
import { readOfKinds } from "../facts/of-kinds.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { presentOf } from "../standing/present.ts";
import { accessKinds, type Grant, grantsOf, type Use } from "./grants.ts";

export interface SupportAccess {
  contract: Contract;
  /** The clauses that decide who enters, and under what. */
  clauses: readonly string[];
  grants: readonly Grant[];
  elsewhere: readonly Use[];
}

/** Who was let into a customer's data, and what they did there. */
export async function readGrants(transaction: Transaction, ledger: Ledger, name: ContractName): Promise<SupportAccess | undefined> {
  const present = await presentOf(transaction, ledger, name);
  if (!present) return undefined;
  const { contract, zone } = present.world;
  const clauses = [...(contract.limits.get("access.granted") ?? []), ...(contract.limits.get("access.used") ?? [])].map(({ id }) => id);
  const { grants, elsewhere } = grantsOf(await readOfKinds(transaction, name, accessKinds), zone);
  const own = await ownGrants(transaction, name);
  return { contract, clauses, grants: grants.map((grant) => ({ ...grant, own: own.has(grant.position) })), elsewhere };
}

/** Sources that only a customer tells from (told-facts.ts). */
const CUSTOMER = /^customer(-|$)/;

/** Where the grants stand that the customer itself told, and of which nobody else has changed anything, their revocation neither. */
async function ownGrants(transaction: Transaction, name: ContractName): Promise<ReadonlySet<number>> {
  const told = await transaction.rows<{ position: number; kind: string; subject: string; source: string; id: string }>({
    text: `select position, kind, subject, source, source_id as id from ledger.fact
      where tenant_id = $1 and contract_id = $2 and kind in ('access.granted', 'access.revoked') and source ~ '^customer(-|$)'`,
    values: [name.tenant, name.contract],
  });
  const changes = await readChanges(transaction, name);
  const touched = told.filter(({ source, id }) => changes.get(`${source}:${id}`)?.some((change) => !CUSTOMER.test(change.source)));
  const spoilt = new Set(touched.map(({ subject }) => subject));
  return new Set(told.flatMap(({ position, kind, subject }) => (kind === "access.granted" && !spoilt.has(subject) ? [position] : [])));
}
