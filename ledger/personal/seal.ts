import { randomBytes } from "node:crypto";
import { commitmentTo } from "#kernel/evidence/commitment.ts";
import type { KeyStore } from "#platform/keys/key-store.ts";

/** Text about a person that comes with a fact: the log keeps a commitment to it, the text lies apart under the person's key. */
export interface PersonalText {
  /** A pseudonym of the person, the same wherever the tenant means them. */
  person: string;
  text: string;
}

/** A personal field made ready: what the log says in its place, and what is kept of it. */
export interface SealedText {
  field: string;
  person: string;
  text: string;
  commitment: string;
  /** In hexadecimal. */
  sealed: string;
}

/** The person was forgotten: nothing more is kept about them. */
export class PersonForgotten extends Error {
  readonly person: string;
  constructor(person: string) {
    super(`${person} was forgotten: no text about them can be kept.`);
    this.person = person;
  }
}

const SALT_BYTES = 32;
export const PURPOSE = "personal-text";

/** Seals personal fields of a fact, each with a salt of its own. Throws PersonForgotten. */
export async function sealTexts(keys: KeyStore, tenant: string, personal: Readonly<Record<string, PersonalText>>): Promise<SealedText[]> {
  const sealed: SealedText[] = [];
  for (const [field, { person, text }] of Object.entries(personal)) {
    const salt = randomBytes(SALT_BYTES);
    const bytes = await keys.encryptFor(tenant, person, PURPOSE, Buffer.concat([salt, Buffer.from(text, "utf8")]));
    if ("forgotten" in bytes) throw new PersonForgotten(person);
    sealed.push({ field, person, text, commitment: commitmentTo(text, salt), sealed: bytes.toString("hex") });
  }
  return sealed;
}

/** What was sealed: the text, and the salt that opens its commitment. */
export function unsealed(bytes: Buffer): { salt: Uint8Array; text: string } {
  return { salt: bytes.subarray(0, SALT_BYTES), text: bytes.subarray(SALT_BYTES).toString("utf8") };
}
