import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Particulars } from "#kernel/terms/contract.ts";
import { draft } from "#ledger/contracts/draft.ts";
import { append } from "#ledger/facts/append.ts";
import type { ContractName } from "#ledger/ledger.ts";
import { newId } from "#ledger/routes/tenants.ts";
import { scoped } from "#platform/database/scope.ts";
import { makeKey } from "#platform/http/keys.ts";
import { scopes } from "#platform/http/scopes.ts";
import { openLog } from "#platform/telemetry/log.ts";
import { type Installation, openInstallation, type Server, serve } from "../../../main.ts";

/** An installation of its own in the temporary folder, on real disks with every safety on, served. */
export interface Bench {
  installation: Installation;
  server: Server;
  /** The provider's key. */
  key: string;
  close(): Promise<void>;
}

export async function openBench(): Promise<Bench> {
  const directory = mkdtempSync(join(tmpdir(), "tenu-bench-"));
  chmodSync(directory, 0o711); // as root, PostgreSQL runs as nobody
  const log = openLog({ level: "error", now: Date.now });
  const configuration = { directory, host: "127.0.0.1", port: 0, name: "bench.tenu", region: "here", proxies: 0, requestsPerSecond: 1e9 };
  const installation = await openInstallation(configuration, Date.now, log);
  const server = await serve(installation, log);
  const provider = newId(Date.now());
  const key = await scoped(installation.database.app, [provider], async (transaction) => {
    await transaction.rows({
      text: "insert into platform.tenant (tenant_id, kind, name, created) values ($1, 'provider', 'Bench', now())",
      values: [provider],
    });
    return makeKey(transaction, "installation", { tenant: provider, name: "bench", scopes }, Date.now());
  });
  return {
    installation,
    server,
    key: key.secret,
    async close() {
      await server.close();
      await installation.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const order: Omit<Particulars, "contract"> = {
  documents: ["fr", "eu", "boost-my-mail", "maintenance"],
  parties: { provider: "Example Software SAS", customer: "Example Joinery SAS" },
  figures: { "licences.at-most": "100", "fee.price": "2.00 EUR" },
  readings: {},
  order: { "customer-quality": "professional", billing: "annual" },
};

/** Contracts accepted and running, ten to a customer. */
export async function makeContracts({ ledger, database }: Installation, many: number): Promise<ContractName[]> {
  const names: ContractName[] = [];
  const began = Date.now() - 40 * 86_400_000;
  for (let n = 0; n < many; n += 1) {
    const tenant = n % 10 === 0 ? newId(Date.now()) : names.at(-1)!.tenant;
    const name = { tenant, contract: newId(Date.now()) };
    await scoped(database.app, [tenant], async (transaction) => {
      if (n % 10 === 0)
        await transaction.rows({
          text: "insert into platform.tenant (tenant_id, kind, name, created) values ($1, 'customer', $2, now())",
          values: [tenant, `Customer ${n / 10}`],
        });
      const { problems } = await draft(transaction, ledger, name, { ...order, contract: `bench-${n}` });
      if (problems.length > 0) throw new Error(JSON.stringify(problems));
    });
    const accepted = { source: "bench", kind: "contract.accepted", subject: "contract", occurred: began, by: "customer", fields: { "in-form": "writing" } };
    const activated = { ...accepted, kind: "service.activated", by: "provider", occurred: began + 1000, fields: {} };
    await append(ledger, name, [{ ...accepted, id: "1" }, { ...activated, id: "2" }], "bench");
    names.push(name);
  }
  return names;
}
