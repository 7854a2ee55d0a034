import type { ContractName } from "#ledger/ledger.ts";
import { reading } from "#platform/database/scope.ts";
import { openLog } from "#platform/telemetry/log.ts";
import { openInstallation } from "../../main.ts";
import { houseConfiguration, startWriter, type Told, until, type Writer } from "./house-process.ts";
import { faultsIn } from "./replay.ts";

const tenant = "01990000-0000-7000-8000-00000000000a";
export const contracts: ContractName[] = ["1", "2", "3"].map((one) => ({ tenant, contract: `01990000-0000-7000-8000-00000000000${one}` }));

/** Lets a server write on a data directory while something is done to it, then stops it once it writes again. */
export async function disturbed(directory: string, disturb: (writer: Writer) => Promise<void>): Promise<Writer> {
  const writer = startWriter({ directory, contracts, connections: 6, again: [], run: "d" });
  try {
    await writer.ready;
    await goesOn(writer);
    await disturb(writer);
    await goesOn(writer);
  } finally {
    writer.kill("SIGKILL");
    await writer.ended;
  }
  return writer;
}

/** Waits until the server has acknowledged some more. */
export async function goesOn(writer: Writer): Promise<void> {
  const before = writer.kept.length;
  await until(() => writer.kept.length > before + 10, `the server goes on by itself: ${writer.errors.slice(-1500)}`, 60_000);
}

/** What is wrong after it all: facts lost or doubled, logs that do not verify, rows that are not a replay's. */
export async function faultsAfter(directory: string, kept: readonly Told[]): Promise<string[]> {
  const installation = await openInstallation(houseConfiguration(directory), Date.now, openLog({ level: "error", now: Date.now }));
  try {
    const faults: string[] = [];
    for (const name of contracts) {
      const rows = await reading(installation.database.app, [tenant], (transaction) =>
        transaction.rows<{ id: string; times: number }>({
          text: "select source_id as id, count(*) as times from ledger.fact where contract_id = $1 group by 1",
          values: [name.contract],
        }),
      );
      const times = new Map(rows.map((row) => [row.id, row.times]));
      const ids = kept.filter(({ contract }) => contract === name.contract).map(({ id }) => id);
      faults.push(...rows.flatMap((row) => (row.times === 1 ? [] : [`${row.id} is there ${row.times} times`])));
      faults.push(...ids.flatMap((id) => (times.has(id) ? [] : [`${id} was acknowledged, and is not there`])));
      faults.push(...(await faultsIn(installation.ledger, name)));
    }
    return faults;
  } finally {
    await installation.close();
  }
}
