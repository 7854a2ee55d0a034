import { randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { syncFolder } from "../files/durable.ts";

/** The bytes of a key file; undefined where there is none. */
export async function readKeyFile(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Makes a key file that only we may read, whole and confirmed by the disk. False where there is one already: it is left as it is, also
 * if another process made it at the same time.
 */
export async function makeKeyFile(path: string, bytes: Uint8Array): Promise<boolean> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = join(folder, `.new-${randomUUID()}`);
  try {
    const file = await open(aside, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(aside, path); // unlike a rename, it never replaces
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(aside, { force: true });
  }
  await syncFolder(folder);
  if (made !== undefined) await syncFolder(dirname(folder));
  return true;
}

/** Overwrites a key file and takes it away. False where there was none. */
export async function destroyKeyFile(path: string): Promise<boolean> {
  const before = await readKeyFile(path);
  if (before === undefined) return false;
  const file = await open(path, "r+");
  try {
    await file.writeFile(Buffer.alloc(before.length));
    await file.sync();
  } finally {
    await file.close();
  }
  await rm(path);
  await syncFolder(dirname(path));
  return true;
}
