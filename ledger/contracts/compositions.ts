import { openWorld } from "#kernel/engine/world.ts";
import type { References } from "#kernel/references.ts";
import { compose } from "#kernel/terms/compose.ts";
import type { Contract, Library, Particulars } from "#kernel/terms/contract.ts";
import { type Document, readDocument } from "#kernel/terms/read.ts";
import { readSource } from "#kernel/terms/source.ts";
import type { Transaction } from "#platform/database/scope.ts";

/** A document in the exact version that a contract holds. */
export interface Pinned {
  id: string;
  version: string;
  /** SHA-256 of its text, in hexadecimal. */
  digest: string;
}

/** What the order fixed, and the documents it names; later ones were attached by amendments. */
export type Order = Omit<Particulars, "contract">;

export interface Compositions {
  /** Composes a contract from its exact documents. Contracts that differ in name only share one composition. */
  open(transaction: Transaction, order: Order, documents: readonly Pinned[]): Promise<Contract>;
  document(transaction: Transaction, pinned: Pinned): Promise<Document>;
}

const KEPT = 500;

export function openCompositions(kinds: Pick<Library, "factKinds" | "kinds">, references: References): Compositions {
  const documents = new Map<string, Document>();
  const contracts = new Map<string, Contract>();

  async function read(transaction: Transaction, pinned: readonly Pinned[]): Promise<void> {
    const missing = pinned.filter(({ digest }) => !documents.has(digest));
    if (missing.length === 0) return;
    const texts = await transaction.rows<{ digest: string; body: string }>({
      name: "texts",
      text: "select encode(digest, 'hex') as digest, body from ledger.text where digest = any($1::bytea[])",
      values: [missing.map(({ digest }) => Buffer.from(digest, "hex"))],
    });
    const bodies = new Map(texts.map(({ digest, body }) => [digest, body]));
    for (const { id, digest } of missing) {
      const body = bodies.get(digest);
      if (body === undefined) throw new Error(`The text ${digest} of ${id} is not in the database: restore ledger.text.`);
      documents.set(digest, readDocument(readSource(`${id}.md`, body)));
    }
  }

  return {
    async document(transaction, pinned) {
      await read(transaction, [pinned]);
      return documents.get(pinned.digest)!;
    },
    async open(transaction, order, pinned) {
      const key = JSON.stringify([order, pinned.map(({ id, digest }) => [id, digest])]);
      const known = contracts.get(key);
      if (known) {
        contracts.delete(key); // the last used is the last to go
        contracts.set(key, known);
        return known;
      }
      await read(transaction, pinned);
      const library: Library = { ...kinds, documents: new Map(pinned.map(({ id, digest }) => [id, documents.get(digest)!])) };
      const contract = compose(library, { ...order, contract: "contract" });
      openWorld(contract, references);
      contracts.set(key, contract);
      for (const [oldest] of contracts) {
        if (contracts.size <= KEPT) break;
        contracts.delete(oldest);
      }
      return contract;
    },
  };
}
