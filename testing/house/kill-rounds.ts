import { setTimeout as sleep } from "node:timers/promises";
import type { ContractName } from "#ledger/ledger.ts";
import { reading } from "#platform/database/scope.ts";
import { openLog } from "#platform/telemetry/log.ts";
import { openInstallation, type Installation } from "../../main.ts";
import { dataDirectory, houseConfiguration, postgresOf, removeDirectory, startWriter, type Told, until } from "./house-process.ts";
import { faultsIn } from "./replay.ts";

export interface KillRounds {
  rounds: number;
  /** How often PostgreSQL was killed too. */
  databaseKills: number;
  told: number;
  acknowledged: number;
  /** What was found wrong, in any round. */
  faults: string[];
}

const tenant = "01990000-0000-7000-8000-00000000000a";
const contracts: ContractName[] = ["1", "2", "3"].map((one) => ({ tenant, contract: `01990000-0000-7000-8000-00000000000${one}` }));

/**
 * Kills a writing server at a random moment, again and again, every third time PostgreSQL with it: after each, every acknowledged
 * fact is there once, every log is whole, and the rows are those of a replay.
 */
export async function killRounds(rounds: number, tell: (line: string) => void = () => undefined): Promise<KillRounds> {
  const directory = dataDirectory();
  const result: KillRounds = { rounds, databaseKills: 0, told: 0, acknowledged: 0, faults: [] };
  const kept: Told[] = [];
  let again: Told[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const writer = startWriter({ directory, contracts, connections: 8, again, run: `r${round}` });
      await writer.ready;
      await until(() => writer.kept.length > again.length, "the first fact is acknowledged");
      await sleep(Math.random() * 800);
      const both = round % 3 === 2;
      const postgres = postgresOf(directory);
      if (both && postgres !== undefined) process.kill(postgres, "SIGKILL");
      writer.kill("SIGKILL");
      await writer.ended;
      kept.push(...writer.kept);
      again = [...again, ...writer.told].filter((one) => !writer.kept.some((other) => sameFact(one, other)));
      again = [...new Map(again.map((one) => [`${one.contract} ${one.id}`, one])).values()];
      result.databaseKills += Number(both);
      const faults = await faultsAfter(directory, kept);
      result.faults.push(...faults.map((fault) => `round ${round}: ${fault}`));
      tell(`round ${round}${both ? ", PostgreSQL too" : ""}: ${writer.kept.length} of ${writer.told.length} acknowledged, ${faults.length} faults`);
      Object.assign(result, { told: result.told + writer.told.length, acknowledged: kept.length });
    }
  } finally {
    await removeDirectory(directory);
  }
  return result;
}

function sameFact(one: Told, other: Told): boolean {
  return one.contract === other.contract && one.id === other.id;
}

async function faultsAfter(directory: string, kept: readonly Told[]): Promise<string[]> {
  const installation = await openInstallation(houseConfiguration(directory), Date.now, openLog({ level: "error", now: Date.now }));
  try {
    const faults: string[] = [];
    for (const name of contracts) {
      const wanted = kept.filter(({ contract }) => contract === name.contract).map(({ id }) => id);
      faults.push(...(await notOnce(installation, name, wanted)), ...(await faultsIn(installation.ledger, name)));
    }
    return faults;
  } finally {
    await installation.close();
  }
}

async function notOnce({ ledger }: Installation, { contract }: ContractName, ids: readonly string[]): Promise<string[]> {
  const rows = await reading(ledger.database, [tenant], (transaction) =>
    transaction.rows<{ id: string; times: number }>({
      text: "select source_id as id, count(*) as times from ledger.fact where contract_id = $1 group by 1",
      values: [contract],
    }),
  );
  const times = new Map(rows.map((row) => [row.id, row.times]));
  const twice = rows.flatMap((row) => (row.times === 1 ? [] : [`${row.id} is there ${row.times} times`]));
  return [...twice, ...ids.flatMap((id) => (times.get(id) === 1 ? [] : [`${id} was acknowledged, and is there ${times.get(id) ?? 0} times`]))];
}
