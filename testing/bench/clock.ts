import { fork } from "node:child_process";
import { join } from "node:path";
import { tick } from "#ledger/clock/tick.ts";
import { openFolds } from "#ledger/fold/folds.ts";
import type { Database } from "#platform/database/connect.ts";
import type { Turned } from "./house/ticker.ts";
import { type Bench, makeContracts, openBench } from "./house/installation.ts";
import { count, median, milliseconds, type Row } from "./measure.ts";

const DUE = 1000;
const FEW = 10_000;
const MANY = 1_000_000;
const RUNS = 5;
const SHARED = 3000;

/** What the clock takes among few contracts and among many, alone and with another process beside it. */
export async function measureClock(): Promise<Row[]> {
  return [...(await amongMany()), ...(await shared())];
}

/** Two databases with the same contracts due every night; in one of them a hundred times as many others sleep. */
async function amongMany(): Promise<Row[]> {
  const few = await openBench();
  const many = await openBench();
  try {
    for (const [bench, others] of [
      [few, FEW],
      [many, MANY],
    ] as const) {
      await makeContracts(bench.installation, DUE);
      await sleepers(bench.admin, others - DUE);
    }
    const times = { few: [] as number[], many: [] as number[] };
    for (let run = 0; run <= RUNS; run += 1) {
      times.few.push(await night(few));
      times.many.push(await night(many));
    }
    // The first night reads the folds.
    const [a, b] = [median(times.few.slice(1)), median(times.many.slice(1))];
    const ratio = median(times.few.slice(1).map((one, run) => times.many[run + 1]! / one));
    return [
      { what: `clock: ${count(DUE)} due contracts turned among ${count(FEW)}`, measured: milliseconds(a) },
      { what: `clock: ${count(DUE)} due contracts turned among ${count(MANY)}`, measured: milliseconds(b) },
      { what: "  ratio", measured: ratio.toFixed(2), aim: "≤ 1.5", reached: ratio <= 1.5 },
    ];
  } finally {
    await few.close();
    await many.close();
  }
}

/** Contracts of which nothing falls due for a hundred years. */
async function sleepers(admin: Database, many: number): Promise<void> {
  const client = await admin.connect();
  try {
    await client.query("set statement_timeout = 0");
    await client.query(
      `insert into ledger.contract (tenant_id, contract_id, name, particulars, documents, created, revision, facts, rests, due, recorded, phase, edition)
      select c.tenant_id, uuidv7(), 'sleeper ' || n, c.particulars, c.documents, c.created, c.revision, c.facts, c.rests,
        now() + interval '100 years' + n * interval '1 minute', c.recorded, c.phase, c.edition
      from (select * from ledger.contract limit 1) c, generate_series(1, $1::int) n`,
      [many],
    );
    await client.query("vacuum analyze ledger.contract");
    await client.query("checkpoint");
  } finally {
    client.release();
  }
}

/** Puts the clock's hand on the next instant and turns all that falls due then. */
async function night({ installation: { ledger }, admin }: Bench): Promise<number> {
  const { rows } = await admin.query<{ due: number }>("select ledger.earliest_due() as due");
  const then = { ...ledger, now: () => rows[0]!.due };
  let turned = 0;
  const begun = performance.now();
  for (let more = 1; more > 0; turned += more) {
    const ticked = await tick(then);
    if (ticked.failed.length > 0) throw new Error(ticked.failed[0]!.reason);
    more = ticked.turned.length;
  }
  const took = performance.now() - begun;
  if (turned !== DUE) throw new Error(`${turned} contracts were turned, and ${DUE} were due.`);
  return took;
}

/** The same work by one process and by two, night after night: each process with the same number of folds in memory, none. */
async function shared(): Promise<Row[]> {
  const bench = await openBench();
  try {
    await makeContracts(bench.installation, SHARED);
    bench.installation.ledger.folds = openFolds();
    const alone: number[] = [];
    const together: number[] = [];
    for (let run = 0; run < 2 * 3; run += 1) (run % 2 === 0 ? alone : together).push(await turnedBy(bench, 1 + (run % 2)));
    const [one, two] = [median(alone), median(together)];
    return [
      { what: `clock: ${count(SHARED)} due contracts, one process: turned a second`, measured: count(one) },
      { what: `clock: ${count(SHARED)} due contracts, two processes: turned a second`, measured: count(two) },
      { what: "  ratio", measured: (two / one).toFixed(2), aim: "≥ 1.7", reached: two / one >= 1.7 },
    ];
  } finally {
    await bench.close();
  }
}

async function turnedBy({ installation, admin }: Bench, processes: number): Promise<number> {
  const { rows } = await admin.query<{ due: number }>("select ledger.earliest_due() as due");
  const file = join(import.meta.dirname, "house", "ticker.ts");
  const children = Array.from({ length: processes }, () => fork(file, [installation.database.logins.app, String(rows[0]!.due)]));
  const told = () =>
    Promise.all(
      children.map(
        (child) =>
          new Promise<Turned>((done, failed) => {
            child.once("message", (message) => done(message as Turned));
            child.once("exit", (code) => failed(new Error(`A clock ended with ${code}.`)));
          }),
      ),
    );
  await told();
  const begun = performance.now();
  for (const child of children) child.send("go");
  const all = await told();
  const seconds = (performance.now() - begun) / 1000;
  for (const child of children) child.send("end");
  const turned = all.reduce((sum, one) => sum + one.turned, 0);
  if (turned !== SHARED) throw new Error(`${turned} contracts were turned, and ${SHARED} were due.`);
  return turned / seconds;
}
