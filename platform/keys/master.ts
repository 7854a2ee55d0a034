import { hkdfSync, randomBytes } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { makeKeyFile, readKeyFile } from "./key-file.ts";

/** The key that wraps all others: 32 bytes. */
export type Master = Uint8Array;

const SIZE = 32;

/**
 * The master key: `given` in base64 (TENU_MASTER_KEY), or the file `master` of the folder, made at first use, readable by us alone.
 * Throws where it has another size, where others may read the file, or where it is gone while keys wrapped by it are there.
 */
export async function openMaster(folder: string, given?: string): Promise<Master> {
  if (given !== undefined && given !== "") return fromText(given);
  const path = join(folder, "master");
  const kept = await readKeyFile(path);
  if (kept === undefined) {
    await refuseToReplace(folder, path);
    await makeKeyFile(path, randomBytes(SIZE));
    return openMaster(folder);
  }
  if (kept.length !== SIZE)
    throw new Error(`${path} has ${kept.length} bytes, a master key has ${SIZE}. Restore it from the backup of the keys.`);
  const mode = (await stat(path)).mode & 0o777;
  if (process.platform !== "win32" && (mode & 0o077) !== 0)
    throw new Error(`${path} may be read by others (mode ${mode.toString(8)}). Run: chmod 600 ${path}`);
  return kept;
}

/** A key of 32 bytes for one purpose, from the master key: HKDF-SHA256 (RFC 5869). Always the same for the same purpose. */
export function deriveKey(master: Master, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", master, "tenu", purpose, SIZE));
}

function fromText(text: string): Master {
  const bytes = Buffer.from(text, "base64");
  if (bytes.length !== SIZE || bytes.toString("base64").replace(/=+$/, "") !== text.trim().replace(/=+$/, ""))
    throw new Error(`TENU_MASTER_KEY is not ${SIZE} bytes in base64. Make one with: openssl rand -base64 32`);
  return bytes;
}

/** A new master key would make every key wrapped by the old one useless. */
async function refuseToReplace(folder: string, path: string): Promise<void> {
  const others = await readdir(folder).catch(() => []);
  const wrapped = others.filter((name) => !name.startsWith("."));
  if (wrapped.length > 0)
    throw new Error(
      `${path} is gone, and ${wrapped.join(", ")} beside it can be read with it only. Restore it from the backup of the keys, or set TENU_MASTER_KEY.`,
    );
}
