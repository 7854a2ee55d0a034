import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";

/** Signs a process in as a user of a data directory's server; the name it gets signs it out. */
export function signIn(home: string): string {
  const book = join(home, "postgres-users");
  mkdirSync(book, { recursive: true, mode: 0o700 });
  const name = `${process.pid}-${randomBytes(4).toString("hex")}`;
  writeFileSync(join(book, name), "");
  return name;
}

export function signOut(home: string, name: string): void {
  rmSync(join(home, "postgres-users", name), { force: true });
}

/** Whether anybody alive still uses the server. The dead, who could not sign out, are signed out. */
export function inUse(home: string): boolean {
  let used = false;
  for (const name of readdirSync(join(home, "postgres-users"))) {
    if (isAlive(Number(name.split("-")[0]))) used = true;
    else signOut(home, name);
  }
  return used;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
