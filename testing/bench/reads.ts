import type { ContractName } from "#ledger/ledger.ts";
import { reading } from "#platform/database/scope.ts";
import type { Database } from "#platform/database/connect.ts";
import { inWorker } from "./house/in-worker.ts";
import { keyOf, makeContracts, openServed, type Served } from "./house/installation.ts";
import { count, median, milliseconds, quantile, type Row } from "./measure.ts";

const TENANTS = 1000;
const READERS = 100;
const PER_SECOND = 500;
const SECONDS = 20;
const READS = 4000;

/** The standing of now: what row security adds to its SQL, and how long many readers wait for it. */
export async function measureReads(): Promise<Row[]> {
  const bench = await openServed();
  try {
    const names = await makeContracts(bench.installation, TENANTS, { perTenant: 1 });
    await bench.admin.query("vacuum analyze");
    return [...(await underSecurity(bench, names)), ...(await manyReaders(bench, names))];
  } finally {
    await bench.close();
  }
}

// What GET standing asks (ledger/fold/head.ts, ledger/standing/now.ts).
const head =
  "select name, particulars, documents, revision, facts, frontier, rests, due, recorded, phase, edition from ledger.contract where tenant_id = $1 and contract_id = $2";
const open = `select key, number, body from ledger.item
  where tenant_id = $1 and contract_id = $2 and until is null and closed is null order by edge nulls last, opened, key, number`;

/** The same transaction under the application's login, held back by row security, and under the superuser, who is not. */
async function underSecurity({ installation, admin }: Served, names: readonly ContractName[]): Promise<Row[]> {
  const app: number[] = [];
  const free: number[] = [];
  for (let n = -500; n < READS; n += 1) {
    const name = names[(n + 500) % names.length]!;
    const both = [await timedRead(installation.database.app, name), await timedRead(admin, name)];
    if (n < 0) continue;
    app.push(both[0]!);
    free.push(both[1]!);
  }
  const ratio = median(app) / median(free);
  return [
    { what: "standing read, its SQL under row security: p50", measured: milliseconds(median(app)) },
    { what: "standing read, the same without: p50", measured: milliseconds(median(free)) },
    { what: "  ratio", measured: ratio.toFixed(2), aim: "≤ 1.15", reached: ratio <= 1.15 },
  ];
}

function timedRead(database: Database, { tenant, contract }: ContractName): Promise<number> {
  return reading(database, [tenant], async (transaction) => {
    const begun = performance.now();
    const values = [tenant, contract];
    const [found] = await transaction.rows({ name: "bench-head", text: head, values });
    const items = await transaction.rows({ name: "bench-open", text: open, values });
    if (!found || items.length === 0) throw new Error(`${contract} has no standing.`);
    return performance.now() - begun;
  });
}

async function manyReaders({ installation, server }: Served, names: readonly ContractName[]): Promise<Row[]> {
  const readers: { key: string; contract: string }[] = [];
  for (const { tenant, contract } of names) readers.push({ key: await keyOf(installation.database.app, tenant), contract });
  const common = { url: server.url, readers, connections: READERS, perSecond: PER_SECOND };
  await inWorker("./readers.ts", { ...common, seconds: 5 });
  const runs: { times: number[]; seconds: number }[] = [];
  for (let run = 0; run < 3; run += 1) runs.push(await inWorker("./readers.ts", { ...common, seconds: SECONDS }));
  const p99 = median(runs.map(({ times }) => quantile(times, 0.99)));
  return [
    {
      what: `standing through the API, ${count(TENANTS)} tenants, ${READERS} readers, ${PER_SECOND} requests a second: p50`,
      measured: milliseconds(median(runs.map(({ times }) => median(times)))),
    },
    { what: "  p99, from the instant at which each was to be sent", measured: milliseconds(p99), aim: "< 50 ms", reached: p99 < 50 },
    { what: "  answered a second", measured: count(median(runs.map(({ times, seconds }) => times.length / seconds))) },
  ];
}
