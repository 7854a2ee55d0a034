import { factCatalogue } from "#catalogue";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { readReferences, type References } from "#kernel/references.ts";
import { reconcile, type Reconciled } from "#ledger/audit/reconcile.ts";
import { append } from "#ledger/facts/append.ts";
import type { ContractName, Ledger } from "#ledger/ledger.ts";
import { openLedger } from "#ledger/open-ledger.ts";
import pg from "pg";
import { rawReferences } from "#references/load.ts";
import type { TestDatabase } from "../database.ts";
import { makeTenant } from "../database.ts";
import { lifeOf } from "../lives/life.ts";
import { newContract, newId, type TestLedger, testLedger, tellableAt, toldOf } from "./ledger.ts";

/** A ledger with a provider, through whose reach all contracts are found. */
export async function providedLedger(database: TestDatabase): Promise<TestLedger> {
  const ledger = await testLedger(database, Date.parse("2020-01-01T00:00:00Z"));
  await makeTenant(database, newId(), "provider", "Example Software");
  return ledger;
}

/** A contract that has lived a seeded life, late and corrected facts too; afterwards the ledger's clock stands at its end. */
export async function livedContract(ledger: TestLedger, database: TestDatabase, seed: number, facts?: number): Promise<ContractName> {
  const life = lifeOf(seed, facts === undefined ? {} : { facts });
  const { contract: _, ...order } = life.contract.particulars;
  const name = await newContract(ledger, database, { ...order, contract: `seed ${seed} ${newId()}` });
  let last = 0;
  for (const fact of life.facts) {
    last = Math.max(tellableAt(fact), last);
    ledger.time.now = last;
    await append(ledger, name, [toldOf(fact)], "test");
  }
  return name;
}

/** What an audit finds of one contract. */
export async function auditOf(ledger: Ledger, { contract }: ContractName): Promise<Reconciled> {
  for await (const one of reconcile(ledger, { only: contract })) return one;
  throw new Error(`${contract} was not found.`);
}

/** What the owner of the database, or whoever holds the disk, may do: anything, past every policy. */
export async function openOwner({ logins }: TestDatabase): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: logins.owner });
  await owner.connect();
  // The owner is bound by forced row security too; it may take it away.
  for (const table of ["contract", "fact", "item", "revision", "checkpoint", "node", "checkpoint_note"])
    await owner.query(`alter table ledger.${table} no force row level security`);
  owner.on("error", () => undefined); // the database is dropped under it
  return owner;
}

/** The figures of the world with another rate of the European Central Bank, as an edition of its own. */
export function otherFigures(percent: string): References {
  const raw = structuredClone(rawReferences());
  const rates = raw.rates as { rates: { percent: string }[] }[];
  for (const series of rates) for (const rate of series.rates) rate.percent = percent;
  return readReferences({ ...raw, edition: `2030-01-other (a rate of ${percent})` });
}

/** The same database, opened by another release: other figures, nothing in memory. */
export function reopened(ledger: TestLedger, figures: References): TestLedger {
  const { time } = ledger;
  return { ...openLedger(ledger.database, { factKinds: factCatalogue, kinds: clauseKinds }, figures, ledger.keys, () => time.now), time };
}
