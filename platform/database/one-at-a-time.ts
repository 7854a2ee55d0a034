import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Lets one process at a time do some work: the others wait at the file that it made. A file left by a dead process is taken over. */
export async function oneAtATime<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!tookTurn(file)) await sleep(20);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tookTurn(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (abandoned(file)) rmSync(file, { force: true });
    return false;
  }
}

function abandoned(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    if (pid === 0) return false; // not yet written
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
