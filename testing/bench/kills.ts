import { killRounds } from "../house/kill-rounds.ts";
import { count, type Row } from "./measure.ts";

const ROUNDS = 50;

/** A server killed while it writes, and its PostgreSQL now and then: what it acknowledged is there once, and its logs verify. */
export async function measureKills(): Promise<Row[]> {
  const { faults, acknowledged, told, databaseKills } = await killRounds(ROUNDS);
  return [
    { what: `killed while writing, ${ROUNDS} rounds: facts told / acknowledged`, measured: `${count(told)} / ${count(acknowledged)}` },
    { what: "  of which PostgreSQL itself was killed, rounds", measured: count(databaseKills) },
    { what: "  lost, doubled or unproven", measured: count(faults.length), aim: "0", reached: faults.length === 0 },
    ...faults.map((fault) => ({ what: `    ${fault}`, measured: "" })),
  ];
}
