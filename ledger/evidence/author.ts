import { keyId, isKeyName, type VerifierKey } from "#kernel/evidence/verifier-key.ts";
import type { Signer } from "#kernel/evidence/signature.ts";
import type { Signing } from "#platform/keys/signing.ts";
import type { ContractName } from "../ledger.ts";

/** Who signs the evidence of an installation, over which figures of the world. */
export interface Author {
  signer: Signer;
  /** `digestOf` the raw references that the ledger computes with, in hexadecimal. */
  figures: string;
}

/** Throws where the installation's name cannot stand in a signed note. */
export function authorOf({ name, publicKey, sign }: Signing, figures: string): Author {
  if (!isKeyName(name))
    throw new Error(
      `The installation's name ${JSON.stringify(name)} cannot sign: write it without spaces and plus signs, as provider.example.`,
    );
  return { signer: { key: { name, use: "note", publicKey }, sign }, figures };
}

/** Which log: no other installation and no other contract has this name. */
export function originOf({ signer }: Author, { contract }: ContractName): string {
  return `${signer.key.name}/${contract}`;
}

/** A key's name and id, which tell it from every other. */
export function keyNameOf(key: VerifierKey): string {
  return `${key.name}+${keyId(key)}`;
}
