import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { factCatalogue } from "#catalogue";
import type { Fact } from "#kernel/engine/fact.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import type { Particulars } from "#kernel/terms/contract.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import { draft } from "#ledger/contracts/draft.ts";
import { shelve } from "#ledger/contracts/library.ts";
import type { ContractName, Ledger } from "#ledger/ledger.ts";
import { openLedger } from "#ledger/open-ledger.ts";
import { type KeyStore, openKeyStore } from "#platform/keys/key-store.ts";
import { openMaster } from "#platform/keys/master.ts";
import { scoped, unscoped } from "#platform/database/scope.ts";
import { loadReferences } from "#references/load.ts";
import { makeTenant, type TestDatabase } from "../database.ts";

const home = join(import.meta.dirname, "..", "..");
export const references = loadReferences();

/** A ledger whose time stands where it is put. */
export interface TestLedger extends Ledger {
  time: { now: Instant };
}

/** A ledger over a test's own database, its library filled with the documents of this release. */
export async function testLedger(database: TestDatabase, now: Instant): Promise<TestLedger> {
  const time = { now };
  const ledger = openLedger(database.app, { factKinds: factCatalogue, kinds: clauseKinds }, references, await testKeys(), () => time.now);
  await unscoped(database.app, async (transaction) => {
    for (const folder of ["law", "contracts"])
      for (const name of readdirSync(join(home, folder)).filter((file) => file.endsWith(".md"))) {
        const shelved = await shelve(transaction, { file: name, body: readFileSync(join(home, folder, name), "utf8") }, now);
        if ("problems" in shelved) throw new Error(JSON.stringify(shelved.problems));
      }
  });
  return { ...ledger, time };
}

/** Keys of a test's own, gone when it is done. */
export async function testKeys(): Promise<KeyStore> {
  const folder = mkdtempSync(join(tmpdir(), "tenu-keys-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return openKeyStore(folder, await openMaster(folder));
}

let made = 0;

/** An identifier that sorts by when it was asked for. */
export function newId(): string {
  made += 1;
  return `01990000-0000-7000-8000-${String(made).padStart(12, "0")}`;
}

/** A draft of a customer of its own. */
export async function newContract(
  ledger: TestLedger,
  database: TestDatabase,
  particulars: Particulars,
  tenant = newId(),
): Promise<ContractName> {
  const known = await scoped(ledger.database, [tenant], (transaction) => transaction.rows({ text: "select from platform.tenant" }));
  if (known.length === 0) await makeTenant(database, tenant, "customer", `Customer ${tenant.slice(-4)}`);
  const name = { tenant, contract: newId() };
  const { problems } = await scoped(ledger.database, [tenant], (transaction) => draft(transaction, ledger, name, particulars));
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return name;
}

/** The standing's rows by name, at the head or as they stood at a revision. */
export async function rowsOf(ledger: Ledger, { tenant, contract }: ContractName, revision?: number) {
  const when = revision === undefined ? "until is null" : "since <= $3 and (until is null or until > $3)";
  const rows = await scoped(ledger.database, [tenant], (transaction) =>
    transaction.rows<{ id: string; body: Record<string, unknown> }>({
      text: `select key || '/' || number as id, body from ledger.item where tenant_id = $1 and contract_id = $2 and ${when}`,
      values: [tenant, contract, ...(revision === undefined ? [] : [revision])],
    }),
  );
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** The first instant at which a fact of a seeded life can be recorded: no correction moves one into the future. */
export function tellableAt({ kind, occurred, recorded, fields }: Fact): Instant {
  const moved = kind === "fact.corrected" && typeof fields["occurred"] === "string" ? Date.parse(fields["occurred"]) : 0;
  return Math.max(occurred, recorded, moved);
}

export function toldOf({ recorded: _, ...fact }: Fact): Omit<Fact, "recorded"> {
  return fact;
}

export { formatInstant };
