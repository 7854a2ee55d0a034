import { openAsker } from "../house/ask.ts";
import { makeContracts, openServed } from "../house/installation.ts";
import { count, median, milliseconds, quantile, type Row } from "../measure.ts";

const CONTRACTS = 10_000;
const REQUESTS = 100;
const WARM = 10;

/** What a provider's day looks like over all contracts, at the server. */
export async function measureToday(): Promise<Row[]> {
  const bench = await openServed();
  const { installation, admin, server, key } = bench;
  try {
    await makeContracts(installation, CONTRACTS);
    await admin.query("vacuum analyze");
    const asker = openAsker(server.url, 1);
    const times: number[] = [];
    for (let n = -WARM; n < REQUESTS; n += 1) {
      const begun = performance.now();
      await asker.ask({ method: "GET", path: "/today?zone=Europe/Paris", key });
      if (n >= 0) times.push(performance.now() - begun);
    }
    asker.close();
    const middle = median(times);
    return [
      {
        what: `GET /today over ${count(CONTRACTS)} contracts, one after another: p50`,
        measured: milliseconds(middle),
        aim: "< 100 ms",
        reached: middle < 100,
      },
      { what: "  p95", measured: milliseconds(quantile(times, 0.95)) },
    ];
  } finally {
    await bench.close();
  }
}
