import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { formatInstant, type Instant, parseInstant } from "#kernel/time/instant.ts";
import { destroyKeyFile, makeKeyFile, readKeyFile } from "./key-file.ts";
import type { Master } from "./master.ts";
import { type About, seal, unseal } from "./seal.ts";

/** What was sealed for a person can be read no more, or never could be here. */
export interface Forgotten {
  forgotten: true;
  /** When the person's key was destroyed; undefined where there is no key and no record of one. */
  at: Instant | undefined;
}

/**
 * Keys wrap keys: the master key those of tenants, a tenant's those of its people. They lie in files, outside the database: a backup of
 * the one is of no use without the other, and a person is forgotten in all backups of the database at once.
 */
export interface KeyStore {
  /** Seals bytes for a tenant, or for one person of it. `purpose` says what they are, `webhook-secret`; the same opens them. */
  encryptFor(tenant: string, person: undefined, purpose: string, bytes: Uint8Array): Promise<Buffer>;
  encryptFor(tenant: string, person: string | undefined, purpose: string, bytes: Uint8Array): Promise<Buffer | Forgotten>;
  /** Opens what was sealed. Throws Unreadable where it was changed, or is another tenant's, person's or purpose's. */
  decryptFor(tenant: string, person: string | undefined, purpose: string, sealed: Uint8Array): Promise<Buffer | Forgotten>;
  /**
   * Destroys a person's key: what was sealed under it is lost, everywhere. A record of it stays, so that no new key is made in its place.
   * Says whether there was a key, and when it was destroyed.
   */
  forget(tenant: string, person: string, now: Instant): Promise<{ destroyed: boolean; at: Instant }>;
}

/** Names are those of files on every system: no capitals, no separators. */
const NAME = /^[a-z0-9][a-z0-9_-]{0,99}$/;

/** Opens the keys of a folder. Tenants' keys stay in memory, the latest `most`; people's never do. */
export function openKeyStore(folder: string, master: Master, { most = 1000 } = {}): KeyStore {
  const tenants = new Map<string, Promise<Buffer | undefined>>();
  const tenantPlace = (tenant: string) => join(folder, "tenants", `${named(tenant, "tenant")}.key`);
  const personPlace = (tenant: string, person: string) => join(folder, "people", named(tenant, "tenant"), named(person, "person"));

  function tenantKey(tenant: string, make: boolean): Promise<Buffer | undefined> {
    const known = tenants.get(tenant);
    const key = known ?? wrappedKey(tenantPlace(tenant), master, ["key", tenant], make);
    if (known) tenants.delete(tenant);
    tenants.set(tenant, key);
    const drop = () => tenants.get(tenant) === key && tenants.delete(tenant);
    if (!known) key.then((found) => found ?? drop(), drop);
    if (tenants.size > most) tenants.delete(tenants.keys().next().value!);
    return key.then((found) => (found === undefined && make ? tenantKey(tenant, make) : found));
  }

  async function keyFor(tenant: string, person: string | undefined, make: boolean): Promise<Buffer | Forgotten> {
    const record = person === undefined ? undefined : await readKeyFile(`${personPlace(tenant, person)}.forgotten`);
    if (record !== undefined) return forgottenAt(record);
    const own = await tenantKey(tenant, make);
    if (own === undefined || person === undefined) return own ?? { forgotten: true, at: undefined };
    const place = personPlace(tenant, person);
    const key = await wrappedKey(`${place}.key`, own, ["key", tenant, person], make);
    const since = make ? await readKeyFile(`${place}.forgotten`) : undefined;
    if (since === undefined) return key ?? { forgotten: true, at: undefined };
    await destroyKeyFile(`${place}.key`); // forgotten while we made one
    return forgottenAt(since);
  }

  async function encryptFor(tenant: string, person: string | undefined, purpose: string, bytes: Uint8Array): Promise<Buffer | Forgotten> {
    const key = await keyFor(tenant, person, true);
    return "forgotten" in key ? key : seal(key, content(tenant, person, purpose), bytes);
  }

  return {
    encryptFor: encryptFor as KeyStore["encryptFor"],
    async decryptFor(tenant, person, purpose, sealed) {
      const key = await keyFor(tenant, person, false);
      return "forgotten" in key ? key : unseal(key, content(tenant, person, purpose), sealed);
    },
    async forget(tenant, person, now) {
      const place = personPlace(tenant, person);
      // The record comes first: after a power cut in between, the key is already refused.
      await makeKeyFile(`${place}.forgotten`, Buffer.from(`${formatInstant(now)}\n`));
      const { at } = forgottenAt((await readKeyFile(`${place}.forgotten`))!);
      return { destroyed: await destroyKeyFile(`${place}.key`), at: at ?? now };
    },
  };
}

/** The key that lies wrapped in a file; made where there is none, if it may be. */
async function wrappedKey(path: string, under: Uint8Array, about: About, make: boolean): Promise<Buffer | undefined> {
  const wrapped = await readKeyFile(path);
  if (wrapped !== undefined) return unseal(under, about, wrapped);
  if (!make) return undefined;
  await makeKeyFile(path, seal(under, about, randomBytes(32)));
  return wrappedKey(path, under, about, false); // ours, or that of who was quicker
}

function content(tenant: string, person: string | undefined, purpose: string): About {
  return person === undefined ? ["content", tenant, purpose] : ["content", tenant, purpose, person];
}

function forgottenAt(record: Buffer): Forgotten {
  return { forgotten: true, at: parseInstant(record.toString("utf8").trim()) };
}

function named(name: string, what: string): string {
  if (!NAME.test(name))
    throw new RangeError(
      `${what} ${JSON.stringify(name)} cannot name a key. Mend: use a UUID, or a–z, 0–9, hyphen and underscore, 100 at most`,
    );
  return name;
}
