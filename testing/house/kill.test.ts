import { expect, test } from "vitest";
import { killRounds } from "./kill-rounds.ts";

const ROUNDS = Number(process.env["TENU_KILL_ROUNDS"] ?? 4);

test(
  `a server that is killed while it writes, ${ROUNDS} times, loses nothing it acknowledged and does nothing twice`,
  { timeout: ROUNDS * 20_000 },
  async () => {
    const { faults, acknowledged, told, databaseKills } = await killRounds(ROUNDS);
    expect(faults).toEqual([]);
    expect(acknowledged).toBeGreaterThan(ROUNDS * 3);
    expect(told).toBeGreaterThanOrEqual(acknowledged);
    expect(databaseKills).toBeGreaterThan(0);
  },
);
