import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Particulars } from "#kernel/terms/contract.ts";
import { draft } from "#ledger/contracts/draft.ts";
import { shelve } from "#ledger/contracts/library.ts";
import { append } from "#ledger/facts/append.ts";
import type { ContractName } from "#ledger/ledger.ts";
import { newId } from "#platform/database/new-id.ts";
import { connect, type Database } from "#platform/database/connect.ts";
import { scoped, unscoped } from "#platform/database/scope.ts";
import { makeKey } from "#platform/http/keys.ts";
import { scopes } from "#platform/http/scopes.ts";
import { openLog } from "#platform/telemetry/log.ts";
import { type Installation, openInstallation, type Server, serve } from "../../../main.ts";

/** An installation of its own in the temporary folder, on real disks with every safety on. */
export interface Bench {
  installation: Installation;
  /** The superuser of its PostgreSQL, whom no row security holds back. */
  admin: Database;
  /** Where the superuser connects. */
  adminUrl: string;
  close(): Promise<void>;
}

/** The same, served. Its clock ticks. */
export interface Served extends Bench {
  server: Server;
  /** The provider's key. */
  key: string;
}

const quiet = openLog({ level: "error", now: Date.now });

export async function openBench(): Promise<Bench> {
  const directory = mkdtempSync(join(tmpdir(), "tenu-bench-"));
  chmodSync(directory, 0o711); // as root, PostgreSQL runs as nobody
  const configuration = {
    directory,
    host: "127.0.0.1",
    port: 0,
    name: "bench.tenu",
    region: "here",
    proxies: 0,
    requestsPerSecond: 1e9,
    privateWebhooks: false,
  };
  const installation = await openInstallation(configuration, Date.now, quiet);
  const password = readFileSync(join(directory, "database", "postgres-password"), "utf8");
  const adminUrl = installation.database.logins.owner.replace(/\/\/[^@]*@/, `//postgres:${password}@`);
  const admin = connect(adminUrl, "bench", 4);
  await assertSafe(admin);
  await fillLibrary(installation);
  return {
    installation,
    admin,
    adminUrl,
    async close() {
      await admin.end();
      await installation.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function fillLibrary({ ledger }: Installation): Promise<void> {
  const home = join(import.meta.dirname, "..", "..", "..");
  await unscoped(ledger.database, async (transaction) => {
    for (const folder of ["law", "contracts"])
      for (const file of readdirSync(join(home, folder)).filter((name) => name.endsWith(".md")))
        await shelve(transaction, { file, body: readFileSync(join(home, folder, file), "utf8") }, ledger.now());
  });
}

/** What is measured with a safety off is worth nothing. */
async function assertSafe(admin: Database): Promise<void> {
  const { rows } = await admin.query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'",
  );
  if (rows.length > 0) throw new Error(`PostgreSQL runs with ${rows.map(({ name, setting }) => `${name} ${setting}`).join(", ")}.`);
}

export async function openServed(): Promise<Served> {
  const bench = await openBench();
  const { database } = bench.installation;
  const server = await serve(bench.installation, quiet);
  const provider = newId(Date.now());
  await makeTenant(database.app, provider, "provider");
  return {
    ...bench,
    server,
    key: await keyOf(database.app, provider),
    async close() {
      await server.close();
      await bench.close();
    },
  };
}

async function makeTenant(database: Database, tenant: string, kind: "provider" | "customer"): Promise<void> {
  await scoped(database, [tenant], (transaction) =>
    transaction.rows({
      text: "insert into platform.tenant (tenant_id, kind, name, created) values ($1, $2, $3, now())",
      values: [tenant, kind, `Bench ${tenant.slice(-4)}`],
    }),
  );
}

/** A key of a tenant that may do everything a key can. */
export function keyOf(database: Database, tenant: string): Promise<string> {
  return scoped(database, [tenant], async (transaction) => {
    const { secret } = await makeKey(transaction, "installation", { tenant, name: "bench", scopes }, Date.now());
    return secret;
  });
}

const order: Omit<Particulars, "contract"> = {
  documents: ["fr", "eu", "boost-my-mail", "maintenance"],
  parties: { provider: "Example Software SAS", customer: "Example Joinery SAS" },
  figures: { "licences.at-most": "100", "fee.price": "2.00 EUR" },
  readings: {},
  order: { "customer-quality": "professional", billing: "annual" },
};

const DAY = 86_400_000;

/**
 * Contracts accepted and running since some days, so many to a customer: all with the same terms, all due at the same
 * instants. Recorded now, or as it happened: then nothing after has been lived yet.
 */
export async function makeContracts(
  { ledger, database }: Installation,
  many: number,
  { perTenant = 10, days = 40, asItHappened = false }: { perTenant?: number; days?: number; asItHappened?: boolean } = {},
): Promise<ContractName[]> {
  const tenants = Array.from({ length: Math.ceil(many / perTenant) }, () => newId(Date.now()));
  for (const tenant of tenants) await makeTenant(database.app, tenant, "customer");
  const names = Array.from({ length: many }, (_, n) => ({ tenant: tenants[Math.floor(n / perTenant)]!, contract: newId(Date.now()) }));
  const began = Date.now() - days * DAY;
  const writing = asItHappened ? { ...ledger, now: () => began + 1000 } : ledger;
  let next = 0;
  await Promise.all(Array.from({ length: 8 }, work));
  return names;

  async function work(): Promise<void> {
    while (next < many) {
      const n = next;
      next += 1;
      const name = names[n]!;
      await scoped(database.app, [name.tenant], async (transaction) => {
        const { problems } = await draft(transaction, ledger, name, { ...order, contract: `bench-${n}` });
        if (problems.length > 0) throw new Error(JSON.stringify(problems));
      });
      const accepted = { source: "bench", kind: "contract.accepted", subject: "contract", occurred: began, by: "customer" };
      const activated = { ...accepted, kind: "service.activated", by: "provider", occurred: began + 1000, fields: {} };
      await append(
        writing,
        name,
        [
          { ...accepted, id: "1", fields: { "in-form": "writing" } },
          { ...activated, id: "2" },
        ],
        "bench",
      );
    }
  }
}
