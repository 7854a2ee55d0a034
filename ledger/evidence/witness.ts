import { readCheckpoint } from "#kernel/evidence/checkpoint.ts";
import { noteFromText, type NoteSignature } from "#kernel/evidence/note.ts";
import { sameHash } from "#kernel/evidence/proofs.ts";
import { verifyNote } from "#kernel/evidence/signature.ts";
import { keyId, type VerifierKey, verifierKeyFromText, verifierKeyToText, witnessKeyFromText } from "#kernel/evidence/verifier-key.ts";
import { formatInstant, type Instant, MINUTE } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { keyNameOf } from "./author.ts";
import { readKept } from "./checkpoint.ts";
import { cosignedNote, readCosignatures } from "./cosignatures.ts";

/** A key by which a customer or distributor witnesses checkpoints. */
export interface WitnessKey {
  /** Its name and id. */
  witness: string;
  /** The whole verifier key, `name+id+key`. */
  key: string;
  registered: Instant;
  retired: Instant | null;
}

/** Why a witness's key or signature is not kept. */
export type Unwitnessed = "witness-keys-many" | "no-such-checkpoint" | "cosignature-untimely";

const MOST_KEYS = 16;
/** Clocks differ. */
const SKEW = 5 * MINUTE;

/** Registers a verifier key of a tenant; one known before is found again. Throws Misread for one that is none, or no witness's. */
export async function registerWitness(
  transaction: Transaction,
  ledger: Ledger,
  tenant: string,
  text: string,
): Promise<{ key: WitnessKey; isNew: boolean } | Unwitnessed> {
  const key = witnessKeyFromText(text);
  const keys = await readWitnessKeys(transaction, tenant);
  const known = keys.find(({ witness }) => witness === keyNameOf(key));
  if (known) return { key: known, isNew: false };
  if (keys.filter(({ retired }) => retired === null).length >= MOST_KEYS) return "witness-keys-many";
  const fresh: WitnessKey = { witness: keyNameOf(key), key: verifierKeyToText(key), registered: ledger.now(), retired: null };
  await transaction.rows({
    text: "insert into ledger.witness (tenant_id, witness, key, registered) values ($1, $2, $3, $4) on conflict do nothing",
    values: [tenant, fresh.witness, fresh.key, formatInstant(fresh.registered)],
  });
  return { key: fresh, isNew: true };
}

/** A tenant's keys, retired ones too, in the order of their registration. */
export function readWitnessKeys(transaction: Transaction, tenant: string): Promise<WitnessKey[]> {
  return transaction.rows<WitnessKey>({
    text: "select witness, key, registered, retired from ledger.witness where tenant_id = $1 order by registered, witness",
    values: [tenant],
  });
}

/** Retires a tenant's keys of an id: they sign no more. Gives them; none where there was none. */
export function retireWitness(transaction: Transaction, ledger: Ledger, tenant: string, id: string): Promise<WitnessKey[]> {
  return transaction.rows<WitnessKey>({
    text: `update ledger.witness set retired = coalesce(retired, $3)
      where tenant_id = $1 and right(witness, 9) = '+' || $2 returning witness, key, registered, retired`,
    values: [tenant, id, formatInstant(ledger.now())],
  });
}

/** A cosignature as it is kept. */
export interface Witnessed {
  witness: string;
  stamped: Instant;
  isNew: boolean;
}

/**
 * Keeps the signatures that a witness's registered keys have put under a checkpoint of ours, once they are verified; those that stand
 * there already are passed over, and the first by a key stays. The note's text must be one that we signed. Throws Misread for a note
 * that cannot be read, for a signature that is wrong, and where somebody else has signed, or nobody anew.
 */
export async function takeCosignatures(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  witness: string,
  written: string,
): Promise<{ size: number; taken: Witnessed[] } | Unwitnessed> {
  const note = noteFromText(written);
  const { size } = readCheckpoint(note.text);
  const kept = await readKept(transaction, name, size);
  if (!kept || kept.note.text !== note.text) return "no-such-checkpoint";
  const keys = (await readWitnessKeys(transaction, witness)).filter(({ retired }) => retired === null);
  const standing = cosignedNote(kept.note, await readCosignatures(transaction, name, kept)).signatures;
  const own = keys.map(({ key }) => verifierKeyFromText(key));
  const signatures = note.signatures.filter((one) => !standing.some((other) => sameSignature(one, other)));
  const strange = signatures.filter((one) => !own.some((key) => key.name === one.name && keyId(key) === one.keyId));
  const verified = verifyNote({ text: note.text, signatures: strange.length > 0 ? strange : signatures }, own);
  const now = ledger.now();
  if (verified.some(({ at }) => at! > now + SKEW || at! < kept.signed - SKEW)) return "cosignature-untimely";
  const taken: Witnessed[] = [];
  for (const { key, at } of verified) {
    const { signature } = signatures.find((one) => one.name === key.name && one.keyId === keyId(key))!;
    taken.push(await keep(transaction, name, witness, { key, signature, stamped: at!, received: now, kept }));
  }
  return { size, taken };
}

function sameSignature(a: NoteSignature, b: NoteSignature): boolean {
  return a.name === b.name && a.keyId === b.keyId && sameHash(a.signature, b.signature);
}

async function keep(
  transaction: Transaction,
  { tenant, contract }: ContractName,
  witnessTenant: string,
  one: {
    key: VerifierKey;
    signature: Uint8Array;
    stamped: Instant;
    received: Instant;
    kept: { size: number; signer: string };
  },
): Promise<Witnessed> {
  const { size, signer } = one.kept;
  const witness = keyNameOf(one.key);
  const [fresh] = await transaction.rows<{ stamped: Instant }>({
    text: `insert into ledger.cosignature (tenant_id, contract_id, size, signer, witness, key, witness_tenant, signature, stamped, received)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning stamped`,
    values: [
      tenant,
      contract,
      size,
      signer,
      witness,
      verifierKeyToText(one.key),
      witnessTenant,
      Buffer.from(one.signature),
      formatInstant(one.stamped),
      formatInstant(one.received),
    ],
  });
  if (fresh) return { witness, stamped: fresh.stamped, isNew: true };
  const [known] = await transaction.rows<{ stamped: Instant }>({
    text: `select stamped from ledger.cosignature
      where tenant_id = $1 and contract_id = $2 and size = $3 and signer = $4 and witness = $5`,
    values: [tenant, contract, size, signer, witness],
  });
  return { witness, stamped: known!.stamped, isNew: false };
}
