import { expect, test } from "vitest";
import { disturbed, faultsAfter, goesOn } from "./disturbed.ts";
import { dataDirectory, postgresOf, removeDirectory, until } from "./house-process.ts";

test(
  "PostgreSQL that is stopped under load, fast or by a kill, comes back: nothing lost, nothing twice, and clients are told to come again",
  { timeout: 180_000 },
  async () => {
    const directory = dataDirectory();
    try {
      const writer = await disturbed(directory, async (writing) => {
        for (const signal of ["SIGINT", "SIGKILL"] as const) {
          const before = postgresOf(directory)!;
          process.kill(before, signal);
          await until(() => ![undefined, before].includes(postgresOf(directory)), `another PostgreSQL after ${signal}`, 60_000);
          await goesOn(writing);
        }
      });
      expect(writer.busy.length).toBeGreaterThan(0);
      for (const answer of writer.busy) expect(answer).toBe("503 5 unavailable");
      expect(await faultsAfter(directory, writer.kept)).toEqual([]);
    } finally {
      await removeDirectory(directory);
    }
  },
);
