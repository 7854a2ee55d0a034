import { createHash } from "node:crypto";
import { readDocument } from "#kernel/terms/read.ts";
import { readSource } from "#kernel/terms/source.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import { type Problem, problem } from "#kernel/terms/problem.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { Pinned } from "./compositions.ts";

/** A document offered to the library: what it is called where it comes from, and its text. */
export interface Offered {
  file: string;
  body: string;
}

export type Shelved = { pinned: Pinned; isNew: boolean } | { problems: readonly Problem[] };

/** Puts a document on the shelf. A version that is there with other content is not replaced: it gets problem `version-taken`. */
export async function shelve(transaction: Transaction, { file, body }: Offered, at: Instant): Promise<Shelved> {
  const document = readDocument(readSource(file, body));
  if (document.problems.length > 0) return { problems: document.problems };
  const digest = createHash("sha256").update(body).digest("hex");
  const { id, version, rank, title } = document;
  const [known] = await transaction.rows<{ digest: string }>({
    text: "select encode(digest, 'hex') as digest from ledger.document where document = $1 and version = $2",
    values: [id, version],
  });
  if (known && known.digest !== digest)
    return { problems: [problem("version-taken", { file, line: 1, column: 1 }, { document: id, version })] };
  const pinned = { id, version, digest };
  if (known) return { pinned, isNew: false };
  await transaction.rows({
    text: "insert into ledger.text values (decode($1, 'hex'), $2) on conflict do nothing",
    values: [digest, body],
  });
  await transaction.rows({
    text: "insert into ledger.document values ($1, $2, decode($3, 'hex'), $4, $5, $6)",
    values: [id, version, digest, rank, JSON.stringify(title), formatInstant(at)],
  });
  return { pinned, isNew: true };
}

/** The documents of the library by id, each in the version added last, or in the version asked for as `id@version`. */
export async function pin(transaction: Transaction, names: readonly string[]): Promise<{ pinned: Pinned[]; missing: string[] }> {
  const rows = await transaction.rows<Pinned & { added: Instant }>({
    text: "select document as id, version, encode(digest, 'hex') as digest, added from ledger.document order by added, version",
  });
  const pinned: Pinned[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const [id, version] = name.split("@");
    const found = rows.findLast((row) => row.id === id && (version === undefined || row.version === version));
    if (found) pinned.push({ id: found.id, version: found.version, digest: found.digest });
    else missing.push(name);
  }
  return { pinned, missing };
}
