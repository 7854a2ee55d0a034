import { setTimeout as sleep } from "node:timers/promises";
import { contracts, faultsAfter } from "./disturbed.ts";
import { dataDirectory, postgresOf, removeDirectory, startWriter, type Told, until } from "./house-process.ts";

export interface KillRounds {
  rounds: number;
  /** How often PostgreSQL was killed too. */
  databaseKills: number;
  told: number;
  acknowledged: number;
  /** What was found wrong, in any round. */
  faults: string[];
}

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
      tell(
        `round ${round}${both ? ", PostgreSQL too" : ""}: ${writer.kept.length} of ${writer.told.length} acknowledged, ${faults.length} faults`,
      );
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
