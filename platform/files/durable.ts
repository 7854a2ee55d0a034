import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FileContent } from "./files.ts";

/** Writes to a new file of the folder and has the disk confirm it. A stream that fails leaves no file. `size` is in bytes. */
export async function writeAside(folder: string, content: FileContent): Promise<{ path: string; sha256: string; size: number }> {
  const path = join(folder, randomUUID());
  const hash = createHash("sha256");
  let size = 0;
  try {
    const file = await open(path, "wx");
    try {
      for await (const piece of content instanceof Uint8Array ? [content] : content) {
        hash.update(piece);
        size += piece.length;
        await file.writeFile(piece);
      }
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { path, sha256: hash.digest("hex"), size };
}

/** Moves a file to its place, in the same file system, and has the disk confirm the place too. */
export async function moveInto(place: string, path: string): Promise<void> {
  const folder = dirname(place);
  const made = await mkdir(folder, { recursive: true });
  await rename(path, place);
  await syncFolder(folder);
  if (made === undefined) return;
  for (let each = folder; each !== dirname(made); each = dirname(each)) await syncFolder(dirname(each));
}

export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return; // Windows opens no folder, and keeps its names in a journal of its own
  const opened = await open(folder, "r");
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
