import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { join } from "node:path";
import { makeKeyFile, readKeyFile } from "./key-file.ts";
import type { Master } from "./master.ts";
import { seal, unseal } from "./seal.ts";

/** The installation's key pair, by which it signs evidence: Ed25519 (RFC 8032). */
export interface Signing {
  /** Who signs: the origin of the installation's logs, as its configuration says it. */
  name: string;
  /** 32 bytes. */
  publicKey: Uint8Array;
  /** A signature of 64 bytes. */
  sign: (bytes: Uint8Array) => Uint8Array;
}

const ABOUT = ["signing-key", "installation"] as const;

/** Opens the pair in `signing.key` of the folder, made once, sealed under the master key. Throws Unreadable under another master key. */
export async function openSigning(folder: string, master: Master, name: string): Promise<Signing> {
  const path = join(folder, "signing.key");
  const sealed = await readKeyFile(path);
  if (sealed === undefined) {
    const fresh = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "der" });
    await makeKeyFile(path, seal(master, ABOUT, fresh));
    return openSigning(folder, master, name);
  }
  const key = createPrivateKey({ key: unseal(master, ABOUT, sealed), type: "pkcs8", format: "der" });
  const { x } = createPublicKey(key).export({ format: "jwk" });
  return { name, publicKey: new Uint8Array(Buffer.from(x!, "base64url")), sign: (bytes) => new Uint8Array(sign(null, bytes, key)) };
}
