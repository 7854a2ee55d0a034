import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDirectory } from "./directory.ts";
import type { Files } from "./files.ts";

const pdf = { contentType: "application/pdf" };
let path: string;
let files: Files;

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), "files-"));
  files = await openDirectory({ path, region: "fr-paris" });
});

afterEach(() => rm(path, { recursive: true }));

async function read(key: string): Promise<Buffer | undefined> {
  const found = await files.get(key);
  return found && buffer(found.body);
}

/** Where the bytes of the only object of this key lie. */
async function bytesOf(key: string): Promise<string> {
  const folder = join(path, "objects");
  const found = (await readdir(folder, { recursive: true })).filter((name) => name.startsWith(`${key}~`) && !name.endsWith(".json"));
  expect(found).toHaveLength(1);
  return join(folder, found[0] as string);
}

describe("a store of files in a directory", () => {
  it("gives back the bytes that it was given, whatever they are and however they came", async () => {
    const contents = fc.array(fc.uint8Array({ maxLength: 2000 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(contents, fc.boolean(), async (pieces, whole) => {
        const all = Buffer.concat(pieces);
        const stored = await files.put("a/b.pdf", whole ? all : streamOf(pieces), pdf);
        const sha256 = createHash("sha256").update(all).digest("hex");
        expect(stored).toEqual({ key: "a/b.pdf", sha256, size: all.length, contentType: "application/pdf", region: "fr-paris" });
        expect(await read("a/b.pdf")).toEqual(all);
      }),
      { numRuns: 30 },
    );
  });

  it("says of an object what it is and where it lies", async () => {
    await files.put("a", Buffer.from("hello"), pdf);
    const found = await files.get("a");
    expect(found).toMatchObject({ size: 5, contentType: "application/pdf", region: "fr-paris" });
    found?.body.destroy();
  });

  it("has what was put and not what was removed", async () => {
    expect([await files.has("a"), await files.get("a"), await files.remove("a")]).toEqual([false, undefined, false]);
    await files.put("a", Buffer.from("1"), pdf);
    expect([await files.has("a"), await files.remove("a"), await files.has("a")]).toEqual([true, true, false]);
    expect(await readdir(join(path, "objects"))).toEqual([]);
  });

  it("keeps an object and objects beneath its name apart", async () => {
    for (const key of ["a", "a/a", "a.json", "a/about.json"]) await files.put(key, Buffer.from(key), pdf);
    expect((await read("a"))?.toString()).toBe("a");
    expect((await read("a/about.json"))?.toString()).toBe("a/about.json");
  });

  it("lists keys by their beginning, in order", async () => {
    for (const key of ["b", "a/2", "a-1", "a/10", "a"]) await files.put(key, Buffer.from(key), pdf);
    expect(await files.list("a/")).toEqual(["a/10", "a/2"]);
    expect(await files.list("")).toEqual(["a", "a-1", "a/10", "a/2", "b"]);
  });

  it("leaves only the last bytes of a key that many wrote at once", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => files.put("a", Buffer.from(`version ${i % 7}`), pdf)));
    expect((await read("a"))?.toString()).toMatch(/^version \d$/);
    await bytesOf("a");
  });

  it("stores nothing of a stream that fails, and keeps what was there", async () => {
    await files.put("a", Buffer.from("old"), pdf);
    await expect(files.put("a", failing(), pdf)).rejects.toThrow("line cut");
    expect((await read("a"))?.toString()).toBe("old");
    expect(await readdir(join(path, "unfinished"))).toEqual([]);
  });

  it("is still there when opened again, without what a power cut left unfinished", async () => {
    await files.put("a", Buffer.from("kept"), pdf);
    await writeFile(join(path, "unfinished", "half"), "ha");
    files = await openDirectory({ path, region: "fr-paris" });
    expect((await read("a"))?.toString()).toBe("kept");
    expect(await readdir(join(path, "unfinished"))).toEqual([]);
  });

  it("is not opened as lying elsewhere than where it was filled, nor nowhere", async () => {
    await expect(openDirectory({ path, region: "us-east" })).rejects.toThrow(/lying in fr-paris.*says us-east.*Mend: configure fr-paris/);
    await expect(openDirectory({ path, region: " " })).rejects.toThrow(/region of the files is empty/);
  });
});

describe("an object whose bytes changed", () => {
  const megabyte = Buffer.alloc(1_000_000, 7);

  it.each([
    ["one byte differs", (bytes: Buffer) => bytes.fill(8, 999_999), /SHA-256 read is/],
    ["the end is missing", (bytes: Buffer) => bytes.subarray(0, 900_000), /900000 bytes were read and 1000000 were stored/],
    ["something was added", (bytes: Buffer) => Buffer.concat([bytes, Buffer.from("x")]), /1000001 bytes/],
  ])("is refused before its end: %s", async (_, change, reason) => {
    await files.put("a", megabyte, pdf);
    const place = await bytesOf("a");
    await writeFile(place, change(await readFile(place)));
    let seen = 0;
    const found = await files.get("a");
    await expect(async () => {
      for await (const piece of found?.body ?? []) seen += (piece as Buffer).length;
    }).rejects.toThrow(reason);
    expect(seen).toBeLessThan(megabyte.length);
  });

  it("is named when its bytes are gone, or what is known of it", async () => {
    await files.put("a", megabyte, pdf);
    await rm(await bytesOf("a"));
    await expect(read("a")).rejects.toThrow(/file a: its bytes .* are gone\. Mend: restore/);
    await writeFile(join(path, "objects", "a~about.json"), "{");
    await expect(files.get("a")).rejects.toThrow(/file a: what is known of it .* is not readable/);
  });

  it("can be put again", async () => {
    await files.put("a", megabyte, pdf);
    await writeFile(join(path, "objects", "a~about.json"), "{");
    await files.put("a", Buffer.from("new"), pdf);
    expect((await read("a"))?.toString()).toBe("new");
  });
});

async function* streamOf(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

async function* failing(): AsyncGenerator<Uint8Array> {
  yield Buffer.from("half");
  throw new Error("line cut");
}
