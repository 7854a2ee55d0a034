import type { Contract } from "#kernel/terms/contract.ts";
import type { Transaction } from "#platform/database/scope.ts";
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
  return { contract, clauses, ...grantsOf(await readOfKinds(transaction, name, accessKinds), zone) };
}
