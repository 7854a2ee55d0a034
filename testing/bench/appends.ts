import type { ContractName } from "#ledger/ledger.ts";
import { inWorker } from "./house/in-worker.ts";
import { makeContracts, openServed, type Served } from "./house/installation.ts";
import type { Sent } from "./house/sent.ts";
import { copyTables, writeBare } from "./house/written.ts";
import { count, median, milliseconds, quantile, type Row } from "./measure.ts";

const RUNS = 5;
const CONTRACTS = 1000;
const BATCHED = 16;
const SIZE = 2000;

/** Facts through the API, one a request and in batches, beside the bare inserts of the rows that they wrote. */
export async function measureAppends(): Promise<Row[]> {
  const bench = await openServed();
  try {
    const names = await makeContracts(bench.installation, CONTRACTS);
    const common = { url: bench.server.url, key: bench.key };
    const single = await compared(bench, 16, true, (run) =>
      inWorker<Sent>("./one-by-one.ts", { ...common, contracts: idsOf(names), clients: 16, run, milliseconds: 5000 }),
    );
    const contracts = idsOf(names).slice(0, BATCHED);
    const batches = await compared(bench, 4, false, (run) =>
      inWorker<Sent>("./in-batches.ts", { ...common, contracts, clients: 4, run, requests: 8, size: SIZE }),
    );
    return [
      ...rows(`append, one fact a request, ${count(CONTRACTS)} contracts, 16 clients`, single, 1000),
      ...rows(`append, ${count(SIZE)} facts a request, ${BATCHED} contracts, 4 clients`, batches, 20_000),
    ];
  } finally {
    await bench.close();
  }
}

interface Compared {
  api: Sent[];
  bare: Sent[];
}

/** Both in turn, each pair with the same rows. The first pair warms up. */
async function compared(bench: Served, connections: number, single: boolean, send: (run: string) => Promise<Sent>): Promise<Compared> {
  const api: Sent[] = [];
  const bare: Sent[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    await copyTables(bench.admin);
    api.push(await send(`${single ? "s" : "b"}${run}`));
    bare.push(await writeBare(bench, connections, single));
  }
  return { api: api.slice(1), bare: bare.slice(1) };
}

function rows(what: string, { api, bare }: Compared, aim: number): Row[] {
  const rate = median(api.map(perSecond));
  const ratio = median(api.map((one, run) => perSecond(one) / perSecond(bare[run]!)));
  const times = api.flatMap((one) => one.times);
  return [
    { what: `${what}: facts a second`, measured: count(rate), aim: `≥ ${count(aim)}`, reached: rate >= aim },
    { what: `${what}: p50 / p99 of a request`, measured: `${milliseconds(median(times))} / ${milliseconds(quantile(times, 0.99))}` },
    { what: "  bare inserts of the same rows: facts a second", measured: count(median(bare.map(perSecond))) },
    { what: "  ratio to bare inserts", measured: ratio.toFixed(2), aim: "≥ 0.5", reached: ratio >= 0.5 },
  ];
}

function perSecond({ facts, seconds }: Sent): number {
  return facts / seconds;
}

function idsOf(names: readonly ContractName[]): string[] {
  return names.map(({ contract }) => contract);
}
