import { createHash } from "node:crypto";
import { noteToText } from "#kernel/evidence/note.ts";
import { type Terms, termsDigest } from "#kernel/evidence/pack.ts";
import { signNote } from "#kernel/evidence/signature.ts";
import { standingDigest, statementText } from "#kernel/evidence/statement.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import type { Author } from "./author.ts";
import { assertTermsGoOn, namedTerms } from "./terms-altered.ts";

/**
 * Signs that a standing followed from these terms and the log's first `size` entries, at an instant as known at an instant, by this
 * edition of engine and references. Kept, and given as a signed note. Throws TermsAltered.
 */
export async function signStatement(
  transaction: Transaction,
  ledger: Ledger,
  { signer }: Author,
  { tenant, contract }: ContractName,
  { terms, standing, size }: { terms: Terms; standing: Standing; size: number },
): Promise<string> {
  await assertTermsGoOn(transaction, { tenant, contract }, terms);
  const { at, knownAt, edition } = standing;
  const [said, stands] = [termsDigest(terms), standingDigest(standing)];
  const text = statementText({ contract, size, at, knownAt, engine: edition.engine, terms: said, standing: stands });
  const note = noteToText(signNote({ text, signatures: [] }, signer));
  await transaction.rows({
    text: `insert into ledger.statement
      (tenant_id, contract_id, digest, note, size, at, known_at, engine, terms, standing, signed)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    values: [
      tenant,
      contract,
      createHash("sha256").update(note).digest(),
      note,
      size,
      formatInstant(at),
      formatInstant(knownAt),
      edition.engine,
      JSON.stringify(namedTerms(terms)),
      stands,
      formatInstant(ledger.now()),
    ],
  });
  return note;
}
