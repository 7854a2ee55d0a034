import type { Fact } from "#kernel/engine/fact.ts";
import { append } from "#ledger/facts/append.ts";
import type { ContractName, Ledger } from "#ledger/ledger.ts";
import { makeContracts, openBench } from "./house/installation.ts";
import { count, median, milliseconds, quantile, type Row } from "./measure.ts";

const DAYS = 1095;
const LARGE = 100_000;
const SMALL = 100;
const PROBES = 400;
const COLD = 60;
const MINUTE = 60_000;

/** Whether a contract of many facts appends as fast as one of few. Both have lived the same three years. */
export async function measureGrowing(): Promise<Row[]> {
  const bench = await openBench();
  try {
    const { ledger } = bench.installation;
    const [small, large] = (await makeContracts(bench.installation, 2, { days: DAYS, asItHappened: true })) as [ContractName, ContractName];
    await fill(ledger, small, SMALL);
    await fill(ledger, large, LARGE);
    await bench.admin.query("vacuum analyze");
    const times = { small: [] as number[], large: [] as number[], coldSmall: [] as number[], coldLarge: [] as number[] };
    for (let n = 0; n < PROBES; n += 1) {
      times.small.push(await probe(ledger, small, n));
      times.large.push(await probe(ledger, large, n));
    }
    for (let n = PROBES; n < PROBES + COLD; n += 1) {
      for (const { contract } of [small, large]) ledger.folds.forget(contract);
      times.coldSmall.push(await probe(ledger, small, n));
      times.coldLarge.push(await probe(ledger, large, n));
    }
    return [
      ...rows("append to a contract", times.small, times.large, 1.2),
      ...rows("append to a contract that nobody has in memory", times.coldSmall, times.coldLarge),
    ];
  } finally {
    await bench.close();
  }
}

function rows(what: string, small: readonly number[], large: readonly number[], most?: number): Row[] {
  const ratio = median(large) / median(small);
  const both = (times: readonly number[]) => `${milliseconds(median(times))} / ${milliseconds(quantile(times, 0.99))}`;
  return [
    { what: `${what} of ${count(SMALL)} facts: p50 / p99`, measured: both(small) },
    { what: `${what} of ${count(LARGE)} facts: p50 / p99`, measured: both(large) },
    { what: "  ratio of the medians", measured: ratio.toFixed(2), ...(most !== undefined && { aim: `≤ ${most}`, reached: ratio <= most }) },
  ];
}

/** Incidents that come in and are corrected, over all the days that the contract has run, recorded as they happened. */
async function fill(ledger: Ledger, name: ContractName, facts: number): Promise<void> {
  const until = Date.now() - 10 * MINUTE;
  const from = until - (DAYS - 1) * 24 * 60 * MINUTE;
  let now = from;
  const then: Ledger = { ...ledger, now: () => now };
  const each = 500;
  for (let at = 0; at < facts; at += each) {
    const told = Array.from({ length: Math.min(each, facts - at) }, (_, n) =>
      factOf(at + n, from + Math.floor(((until - from) * (at + n)) / facts)),
    );
    now = told.at(-1)!.occurred;
    await append(then, name, told, "bench");
  }
  now = until;
}

async function probe(ledger: Ledger, name: ContractName, n: number): Promise<number> {
  const fact = factOf(LARGE + n, Date.now());
  const begun = performance.now();
  await append(ledger, name, [fact], "bench");
  return performance.now() - begun;
}

function factOf(n: number, occurred: number): Omit<Fact, "recorded"> {
  const shared = { source: "bench", id: String(n).padStart(7, "0"), subject: `I-${n >> 1}`, occurred };
  return n % 2 === 0
    ? { ...shared, kind: "incident.received", by: "customer", fields: { severity: "minor" } }
    : { ...shared, kind: "incident.corrected", by: "provider", fields: {} };
}
