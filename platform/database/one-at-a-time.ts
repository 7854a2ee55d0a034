import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
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
    removeAbandoned(file);
    return false;
  }
}

/** Removes the file of a dead process, unless it is another's by now. One cut off before it wrote its name is dead after a while. */
function removeAbandoned(file: string): void {
  try {
    const text = readFileSync(file, "utf8");
    const age = performance.timeOrigin + performance.now() - statSync(file).mtimeMs;
    const dead = text === "" ? age > NAMELESS : !isAlive(Number(text));
    if (dead && readFileSync(file, "utf8") === text) rmSync(file, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** Milliseconds. */
const NAMELESS = 5000;
