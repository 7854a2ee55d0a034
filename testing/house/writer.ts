import { writeSync } from "node:fs";
import { scoped } from "#platform/database/scope.ts";
import { makeKey } from "#platform/http/keys.ts";
import { scopes } from "#platform/http/scopes.ts";
import { openLog } from "#platform/telemetry/log.ts";
import { draft } from "#ledger/contracts/draft.ts";
import { append } from "#ledger/facts/append.ts";
import { openInstallation, serve } from "../../main.ts";
import { houseConfiguration, type Orders } from "./house-process.ts";
import { exampleOrder } from "./order.ts";

// node writer.ts ORDERS: a process of its own that serves an installation and states facts to it over several connections until it
// is killed. It prints `told C ID` before it sends a fact of its contract C, and `kept C ID` once that was acknowledged; `busy STATUS`
// where it was told to come again.

const { directory, contracts, connections, again, run } = JSON.parse(process.argv[2]!) as Orders;
const log = openLog({ level: "error", now: Date.now });
const installation = await openInstallation(houseConfiguration(directory), Date.now, log);
const server = await serve(installation, log);
const { ledger } = installation;

const [tenant] = contracts.map((one) => one.tenant) as [string];
const secret = await settle();
say("ready", server.url);

let n = 0;
await Promise.all(again.map(({ contract, id }) => state(contract, id)));
await Promise.all(
  Array.from({ length: connections }, async (_, line) => {
    for (;;) {
      n += 1;
      await state(contracts[(line + n) % contracts.length]!.contract, `${run}-${n}`);
    }
  }),
);

/** Makes the customer, its contracts and a key, where they are not there yet. */
async function settle(): Promise<string> {
  return scoped(installation.database.app, [tenant], async (transaction) => {
    const known = await transaction.rows<{ contract_id: string }>({ text: "select contract_id from ledger.contract" });
    const tenants = await transaction.rows({ text: "select from platform.tenant" });
    if (tenants.length === 0)
      await transaction.rows({
        text: "insert into platform.tenant (tenant_id, kind, name, created) values ($1, 'customer', 'Customer', now())",
        values: [tenant],
      });
    for (const name of contracts.filter(({ contract }) => !known.some((row) => row.contract_id === contract)))
      await draft(transaction, ledger, name, exampleOrder(name.contract));
    const made = await makeKey(transaction, "installation", { tenant, name: "writer", scopes }, Date.now());
    return made.secret;
  }).then(async (made) => {
    for (const name of contracts)
      await append(
        ledger,
        name,
        [
          {
            id: "acceptance",
            source: "test",
            kind: "contract.accepted",
            subject: "contract",
            by: "customer",
            occurred: Date.parse("2025-01-01T09:00Z"),
            fields: { "in-form": "writing" },
          },
        ],
        "test",
      );
    return made;
  });
}

/** States one fact until it is acknowledged. One that names another is told in the middle of the life, and lived again. */
async function state(contract: string, id: string): Promise<void> {
  const late = id.endsWith("7");
  const occurred = new Date(late ? Date.parse("2025-06-01T09:00Z") + id.length * 60_000 : Date.parse("2025-07-01T09:00Z")).toISOString();
  const body = JSON.stringify({ id, kind: "incident.received", subject: `I-${id}`, occurred, fields: { severity: "minor" } });
  say("told", contract, id);
  for (;;) {
    const answer = await fetch(`${server.url}/api/v1/contracts/${contract}/facts`, {
      method: "POST",
      headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
      body,
    });
    const text = await answer.text();
    if (answer.status === 200 || answer.status === 201) return say("kept", contract, id);
    say("busy", String(answer.status), answer.headers.get("retry-after") ?? "-", (JSON.parse(text) as { code: string }).code);
    await new Promise((go) => setTimeout(go, 100));
  }
}

function say(...words: string[]): void {
  writeSync(1, `${words.join(" ")}\n`);
}
