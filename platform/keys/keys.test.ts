import { verify } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import { type KeyStore, openKeyStore } from "./key-store.ts";
import { deriveKey, openMaster } from "./master.ts";
import { seal, Unreadable, unseal } from "./seal.ts";
import { openSigning } from "./signing.ts";

const now = parseInstant("2025-03-01T10:00Z")!;
const root = mkdtempSync(join(tmpdir(), "tenu-keys-"));
afterAll(() => rmSync(root, { recursive: true }));
let folders = 0;
const fresh = () => join(root, String((folders += 1)));

async function open(folder = fresh()): Promise<{ folder: string; store: KeyStore }> {
  return { folder, store: openKeyStore(folder, await openMaster(folder)) };
}

const text = (bytes: unknown) => Buffer.from(bytes as Uint8Array).toString();
const onWindows = process.platform === "win32";

describe("the master key", () => {
  test("is made at first use, for us alone, and stays", async () => {
    const folder = fresh();
    const made = await Promise.all([openMaster(folder), openMaster(folder), openMaster(folder)]);
    for (const one of made) expect(one).toEqual(made[0]);
    expect(made[0]).toHaveLength(32);
    if (!onWindows) expect(statSync(join(folder, "master")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["master"]);
  });

  test("may come from outside, and must then be whole", async () => {
    const given = Buffer.alloc(32, 7).toString("base64");
    expect(await openMaster(fresh(), given)).toEqual(Buffer.alloc(32, 7));
    await expect(openMaster(fresh(), "c2hvcnQ=")).rejects.toThrow(/TENU_MASTER_KEY is not 32 bytes in base64. Make one with/);
  });

  test.skipIf(onWindows)("is refused where others may read it", async () => {
    const { folder } = await open();
    chmodSync(join(folder, "master"), 0o644);
    await expect(openMaster(folder)).rejects.toThrow(/chmod 600/);
  });

  test("is never made anew where keys wrapped by it are", async () => {
    const { folder, store } = await open();
    await store.encryptFor("t1", undefined, "x", Buffer.from("x"));
    rmSync(join(folder, "master"));
    await expect(openMaster(folder)).rejects.toThrow(/is gone, and tenants beside it can be read with it only. Restore it/);
  });

  test("gives each purpose a key of its own, always the same", async () => {
    const master = await openMaster(fresh());
    expect(deriveKey(master, "cursors")).toEqual(deriveKey(master, "cursors"));
    expect(deriveKey(master, "cursors")).not.toEqual(deriveKey(master, "cookies"));
  });
});

describe("what is sealed", () => {
  const key = Buffer.alloc(32, 1);

  test("opens as what it was sealed as", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), fc.string(), (bytes, what, which) => {
        expect(new Uint8Array(unseal(key, [what, which], seal(key, [what, which], bytes)))).toEqual(bytes);
      }),
    );
  });

  test("does not open with any bit flipped, or cut", () => {
    const sealed = seal(key, ["a", "b"], Buffer.from("a secret"));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: sealed.length * 8 - 1 }), (bit) => {
        const changed = Buffer.from(sealed);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => unseal(key, ["a", "b"], changed)).toThrow(Unreadable);
      }),
      { numRuns: 300 },
    );
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => unseal(key, ["a", "b"], sealed.subarray(0, length))).toThrow(Unreadable);
  });

  test("does not open as anything else", () => {
    const about = fc.array(fc.string(), { minLength: 1, maxLength: 4 }) as fc.Arbitrary<[string, ...string[]]>;
    fc.assert(
      fc.property(about, about, (sealedAs, openedAs) => {
        fc.pre(JSON.stringify(sealedAs) !== JSON.stringify(openedAs));
        expect(() => unseal(key, openedAs, seal(key, sealedAs, Buffer.from("x")))).toThrow(Unreadable);
      }),
    );
  });
});

describe("the key store", () => {
  test("opens for whom it sealed, also after a restart", async () => {
    const { folder, store } = await open();
    const forTenant = await store.encryptFor("t1", undefined, "secret", Buffer.from("of the tenant"));
    const forPerson = await store.encryptFor("t1", "p1", "note", Buffer.from("of the person"));
    const { store: again } = await open(folder);
    expect(text(await again.decryptFor("t1", undefined, "secret", forTenant))).toBe("of the tenant");
    expect(text(await again.decryptFor("t1", "p1", "note", forPerson as Buffer))).toBe("of the person");
  });

  test("refuses another tenant, person or purpose", async () => {
    const { store } = await open();
    for (const tenant of ["t1", "t2"])
      for (const person of [undefined, "p1", "p2"]) await store.encryptFor(tenant, person, "x", Buffer.from("x"));
    const who = fc.record({
      tenant: fc.constantFrom("t1", "t2"),
      person: fc.constantFrom(undefined, "p1", "p2"),
      purpose: fc.constantFrom("note", "name"),
    });
    await fc.assert(
      fc.asyncProperty(who, who, async (sealedFor, openedFor) => {
        fc.pre(JSON.stringify(sealedFor) !== JSON.stringify(openedFor));
        const sealed = await store.encryptFor(sealedFor.tenant, sealedFor.person as string, sealedFor.purpose, Buffer.from("x"));
        await expect(store.decryptFor(openedFor.tenant, openedFor.person, openedFor.purpose, sealed as Buffer)).rejects.toThrow(Unreadable);
      }),
      { numRuns: 40 },
    );
  });

  test("refuses a key file that was changed, or put in another's place", async () => {
    const { folder, store } = await open();
    const sealed = await store.encryptFor("t1", undefined, "x", Buffer.from("x"));
    await store.encryptFor("t2", undefined, "x", Buffer.from("x"));
    const [one, two] = ["t1", "t2"].map((tenant) => join(folder, "tenants", `${tenant}.key`)) as [string, string];
    writeFileSync(one, readFileSync(two));
    const { store: again } = await open(folder);
    await expect(again.decryptFor("t1", undefined, "x", sealed)).rejects.toThrow(/key of t1/);
  });

  test("makes one key for a tenant and a person, however many ask at once", async () => {
    const folder = fresh();
    const master = await openMaster(folder);
    const stores = Array.from({ length: 5 }, () => openKeyStore(folder, master));
    const sealed = await Promise.all(stores.map((store, index) => store.encryptFor("t1", "p1", "x", Buffer.from(String(index)))));
    for (const [index, one] of sealed.entries())
      expect(text(await stores[0]!.decryptFor("t1", "p1", "x", one as Buffer))).toBe(String(index));
    expect(readdirSync(folder, { recursive: true }).map(String).toSorted()).toEqual([
      "master",
      "people",
      join("people", "t1"),
      join("people", "t1", "p1.key"),
      "tenants",
      join("tenants", "t1.key"),
    ]);
  });

  test("names that are no file names are refused", async () => {
    const { store } = await open();
    for (const name of ["", "..", "a/b", "A", "a.key", "x".repeat(101)])
      await expect(store.encryptFor("t1", name, "x", Buffer.from("x"))).rejects.toThrow(/cannot name a key/);
  });
});

describe("a person who is forgotten", () => {
  test("cannot be read any more, and it is said since when", async () => {
    const { folder, store } = await open();
    const own = (await store.encryptFor("t1", "p1", "note", Buffer.from("mine"))) as Buffer;
    const other = (await store.encryptFor("t1", "p2", "note", Buffer.from("yours"))) as Buffer;
    expect(await store.forget("t1", "p1", now)).toEqual({ destroyed: true, at: now });
    expect(await store.decryptFor("t1", "p1", "note", own)).toEqual({ forgotten: true, at: now });
    expect(await openKeyStore(folder, await openMaster(folder)).decryptFor("t1", "p1", "note", own)).toEqual({ forgotten: true, at: now });
    expect(text(await store.decryptFor("t1", "p2", "note", other))).toBe("yours");
    expect(readdirSync(join(folder, "people", "t1")).toSorted()).toEqual(["p1.forgotten", "p2.key"]);
  });

  test("gets no new key, and stays forgotten as of the first time", async () => {
    const { store } = await open();
    expect(await store.forget("t1", "p1", now)).toEqual({ destroyed: false, at: now });
    expect(await store.encryptFor("t1", "p1", "note", Buffer.from("x"))).toEqual({ forgotten: true, at: now });
    expect(await store.forget("t1", "p1", now + 5000)).toEqual({ destroyed: false, at: now });
  });

  test("stays so where a backup brought the key back", async () => {
    const { folder, store } = await open();
    const sealed = (await store.encryptFor("t1", "p1", "note", Buffer.from("mine"))) as Buffer;
    const path = join(folder, "people", "t1", "p1.key");
    const backup = readFileSync(path);
    await store.forget("t1", "p1", now);
    writeFileSync(path, backup);
    expect(await store.decryptFor("t1", "p1", "note", sealed)).toEqual({ forgotten: true, at: now });
    expect(await store.forget("t1", "p1", now)).toEqual({ destroyed: true, at: now });
  });
});

test("what no key is known for cannot be read, and nobody is said to have forgotten it", async () => {
  const { store } = await open();
  const { store: elsewhere } = await open();
  const sealed = (await elsewhere.encryptFor("t1", "p1", "note", Buffer.from("x"))) as Buffer;
  expect(await store.decryptFor("t1", "p1", "note", sealed)).toEqual({ forgotten: true, at: undefined });
  expect(await store.decryptFor("t1", undefined, "note", sealed)).toEqual({ forgotten: true, at: undefined });
});

describe("the installation's signing key", () => {
  test("is one, and lies sealed", async () => {
    const folder = fresh();
    const master = await openMaster(folder);
    const [one, two] = await Promise.all([
      openSigning(folder, master, "tenu.example/log"),
      openSigning(folder, master, "tenu.example/log"),
    ]);
    expect(one.publicKey).toEqual(two.publicKey);
    expect(one).toMatchObject({ name: "tenu.example/log" });
    await expect(openSigning(folder, Buffer.alloc(32), "tenu.example/log")).rejects.toThrow(Unreadable);
  });

  test("signs what its public key verifies, by any other tool", async () => {
    const folder = fresh();
    const { publicKey, sign } = await openSigning(folder, await openMaster(folder), "n");
    const signature = sign(Buffer.from("a checkpoint"));
    expect(signature).toHaveLength(64);
    const key = { key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(publicKey).toString("base64url") }, format: "jwk" } as const;
    expect(verify(null, Buffer.from("a checkpoint"), key, signature)).toBe(true);
    expect(verify(null, Buffer.from("another"), key, signature)).toBe(false);
  });
});
