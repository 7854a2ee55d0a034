import { hash } from "node:crypto";
import pg from "pg";
import { factCatalogue } from "#catalogue";
import type { Fact } from "#kernel/engine/fact.ts";
import { digestOf } from "#kernel/evidence/canonical.ts";
import { type Checkpoint, readCheckpoint } from "#kernel/evidence/checkpoint.ts";
import { noteFromText, noteToText } from "#kernel/evidence/note.ts";
import type { Pack } from "#kernel/evidence/pack.ts";
import { signerOf } from "#kernel/evidence/signature.ts";
import type { Verdict } from "#kernel/evidence/verdict.ts";
import { type Trust, verifyPack } from "#kernel/evidence/verify.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { authorOf } from "#ledger/evidence/author.ts";
import { type KeptCheckpoint, signedCheckpoint } from "#ledger/evidence/checkpoint.ts";
import { packContract, packItem } from "#ledger/evidence/pack.ts";
import { append } from "#ledger/facts/append.ts";
import { readHead } from "#ledger/fold/head.ts";
import type { ContractName } from "#ledger/ledger.ts";
import { scoped } from "#platform/database/scope.ts";
import { rawReferences } from "#references/load.ts";
import type { TestDatabase } from "../database.ts";
import { lifeOf } from "../lives/life.ts";
import { newContract, references, type TestLedger, toldOf } from "./ledger.ts";

// What tests of the evidence have in common: an installation that signs, contracts with a past, and a reader who believes its key only.

const figures = digestOf(rawReferences());
const signer = signerOf("provider.example", new Uint8Array(32).fill(1));
export const signing = { name: signer.key.name, publicKey: signer.key.publicKey, sign: signer.sign };
export const author = authorOf(signing, figures);

export const trust: Trust = {
  keys: [signer.key],
  library: { factKinds: factCatalogue, kinds: clauseKinds },
  references: { data: references, digest: figures },
  sha256: (bytes) => hash("sha256", bytes, "buffer"),
};

/** A contract of a seed with its life so far, up to a share of its facts; `tell` states the next ones, as many as asked. */
export async function contractWithPast(ledger: TestLedger, database: TestDatabase, seed: number, facts: number, tenant?: string) {
  const { contract, facts: all } = lifeOf(seed, { facts });
  const { contract: _, ...order } = contract.particulars;
  const name = await newContract(ledger, database, { ...order, contract: `seed ${seed}` }, tenant);
  const seen = new Set<string>();
  const rest = all.filter(({ source, id }) => !seen.has(`${source}:${id}`) && seen.add(`${source}:${id}`));
  const tell = async (count: number): Promise<number> => {
    const next: Fact[] = rest.splice(0, count);
    ledger.time.now = Math.max(ledger.time.now, ...next.flatMap(({ recorded, occurred }) => [recorded, occurred])) + 1;
    return (await append(ledger, name, next.map(toldOf), "test")).size;
  };
  return { name, tell, left: () => rest.length };
}

export function within<T>(ledger: TestLedger, name: ContractName, work: Parameters<typeof scoped<T>>[2]): Promise<T> {
  return scoped(ledger.database, [name.tenant], work);
}

export function checkpointOf(ledger: TestLedger, name: ContractName, by = author): Promise<KeptCheckpoint> {
  return within(ledger, name, async (transaction) => signedCheckpoint(transaction, ledger, by, name, (await readHead(transaction, name))!));
}

/** The pack as a file holds it. */
export async function packOf(
  ledger: TestLedger,
  name: ContractName,
  item?: string,
  at = ledger.now(),
  knownAt = ledger.now(),
): Promise<Pack> {
  const moment = { at, knownAt };
  const pack = await within(ledger, name, (transaction) =>
    item === undefined
      ? packContract(transaction, ledger, author, name, moment)
      : packItem(transaction, ledger, author, name, moment, item),
  );
  return JSON.parse(JSON.stringify(pack)) as Pack;
}

export function verified(pack: Pack, earlier: readonly KeptCheckpoint[] = [], more: Partial<Trust> = {}): Verdict {
  return verifyPack(pack, { ...trust, earlier: earlier.map(({ note }) => noteToText(note)), ...more });
}

/** How each check came out: `root: ok`. */
export function outcomes(verdict: Verdict): Record<string, string> {
  return Object.fromEntries(verdict.checks.map(({ check, state }) => [check, state]));
}

export function checkpointIn(pack: Pack): Checkpoint {
  return readCheckpoint(noteFromText(pack.checkpoint).text);
}

/** Does something to the tables as nobody should: as their owner, with row security out of the way. */
export async function tamper({ logins }: TestDatabase, tables: readonly string[], sql: string): Promise<void> {
  const owner = new pg.Client({ connectionString: logins.owner });
  await owner.connect();
  try {
    await owner.query("begin");
    for (const table of tables) await owner.query(`alter table ${table} disable row level security`);
    await owner.query(sql);
    for (const table of tables) await owner.query(`alter table ${table} enable row level security`);
    await owner.query("commit");
  } finally {
    await owner.end();
  }
}
