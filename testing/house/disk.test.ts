import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { disturbed, faultsAfter } from "./disturbed.ts";
import { postgresOf, until } from "./house-process.ts";

/** A small disk of its own; undefined where we may not mount one. */
function smallDisk(): string | undefined {
  const disk = mkdtempSync(join(tmpdir(), "tenu-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=160m,mode=711", "tmpfs", disk], { stdio: "ignore" });
    return disk;
  } catch {
    rmdirSync(disk);
    return undefined;
  }
}

const disk = process.platform === "linux" && process.getuid?.() === 0 ? smallDisk() : undefined;

function fill(file: string): void {
  const block = Buffer.alloc(65_536, 1);
  try {
    for (;;) appendFileSync(file, block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  }
}

test.skipIf(disk === undefined)(
  "a full disk (needs root, to mount a small one): refused with what to do, nothing half-written, and it goes on when there is room",
  { timeout: 180_000 },
  async () => {
    const directory = join(disk!, "data");
    mkdirSync(directory);
    chmodSync(directory, 0o711);
    const filler = join(disk!, "filler");
    try {
      const writer = await disturbed(directory, async (writing) => {
        for (let waited = 0; waited < 20_000 && writing.busy.length < 5; waited += 200) {
          fill(filler); // what PostgreSQL gave back is taken again
          await sleep(200);
        }
        rmSync(filler);
      });
      expect(writer.busy.length).toBeGreaterThan(0);
      for (const answer of writer.busy) expect(answer).toMatch(/^(507 60 no-room|503 5 unavailable)$/);
      expect(await faultsAfter(directory, writer.kept)).toEqual([]);
    } finally {
      await until(() => postgresOf(directory) === undefined, "PostgreSQL stops");
      execFileSync("umount", ["--lazy", disk!]);
      rmdirSync(disk!);
    }
  },
);
