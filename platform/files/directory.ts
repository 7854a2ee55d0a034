import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { CorruptedFile } from "./corrupted-file.ts";
import { moveInto, syncFolder, writeAside } from "./durable.ts";
import type { Files, StoredFile } from "./files.ts";
import { checkKey } from "./key.ts";
import { oneByOne } from "./one-by-one.ts";
import { settleRegion } from "./region.ts";
import { verified } from "./verified.ts";

// No key contains a tilde, so nothing here can be taken for another object's file or folder.
const ABOUT = "~about.json";

/**
 * A store in a directory, made if absent, for one process at a time. Beside each object lies what is known of it (`…~about.json`), which
 * names the file of the bytes by their checksum: replacing that one small file replaces the object in one step.
 * Throws if the directory was filled under another region.
 */
export async function openDirectory({ path, region }: { path: string; region: string }): Promise<Files> {
  const objects = join(path, "objects");
  const aside = join(path, "unfinished");
  await mkdir(objects, { recursive: true });
  await rm(aside, { recursive: true, force: true }); // what a power cut left half written
  await mkdir(aside);
  await settleRegion(path, region, aside);
  const inTurn = oneByOne();
  const aboutPath = (key: string) => join(objects, `${checkKey(key)}${ABOUT}`);
  const bytesPath = ({ key, sha256 }: StoredFile) => join(objects, `${key}~${sha256}`);
  const known = (key: string) => readAbout(aboutPath(key), key);

  return {
    region,
    put: async (key, content, { contentType }) => {
      const place = aboutPath(key);
      const { path: written, sha256, size } = await writeAside(aside, content);
      const stored: StoredFile = { key, sha256, size, contentType, region };
      return inTurn(key, async () => {
        const before = await known(key).catch(ignoreCorrupted);
        await moveInto(bytesPath(stored), written);
        await moveInto(place, (await writeAside(aside, Buffer.from(`${JSON.stringify(stored)}\n`))).path);
        if (before !== undefined && before.sha256 !== sha256) await rm(bytesPath(before), { force: true });
        return stored;
      });
    },
    get: async (key) => {
      const stored = await known(key);
      return stored && { ...stored, body: Readable.from(verified(readBytes(bytesPath(stored), key), stored), { objectMode: false }) };
    },
    has: async (key) => (await known(key)) !== undefined,
    remove: (key) =>
      inTurn(key, async () => {
        const place = aboutPath(key);
        const stored = await known(key);
        if (stored === undefined) return false;
        await rm(place);
        await syncFolder(dirname(place));
        await rm(bytesPath(stored), { force: true });
        return true;
      }),
    list: async (prefix) => {
      const all = await readdir(objects, { recursive: true });
      const keys = all.filter((name) => name.endsWith(ABOUT)).map((name) => name.slice(0, -ABOUT.length).replaceAll("\\", "/"));
      return keys.filter((key) => key.startsWith(prefix)).toSorted((a, b) => (a < b ? -1 : 1));
    },
  };
}

async function readAbout(path: string, key: string): Promise<StoredFile | undefined> {
  try {
    const about = JSON.parse(await readFile(path, "utf8")) as StoredFile;
    if (about.key !== key || !/^[0-9a-f]{64}$/.test(about.sha256)) throw new SyntaxError("not about this key");
    return about;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    if (error instanceof SyntaxError) throw new CorruptedFile(key, `what is known of it (${path}) is not readable`);
    throw error;
  }
}

async function* readBytes(path: string, key: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path);
  } catch (error) {
    throw isAbsent(error) ? new CorruptedFile(key, `its bytes (${path}) are gone`) : error;
  }
}

function ignoreCorrupted(error: unknown): undefined {
  if (!(error instanceof CorruptedFile)) throw error;
}

function isAbsent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}
