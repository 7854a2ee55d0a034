import { z } from "zod";
import { unscoped } from "#platform/database/scope.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import { route, type Route } from "#platform/http/route.ts";
import { shelve } from "../contracts/library.ts";
import type { Ledger } from "../ledger.ts";
import { deskOnly, textOf, unusable } from "./refusals.ts";
import { pinnedSchema } from "./schemas.ts";

export function documentRoutes(ledger: Ledger): Route[] {
  return [addDocument(ledger), listDocuments(ledger)];
}

function addDocument(ledger: Ledger): Route {
  return route({
    name: "addDocument",
    method: "post",
    path: "/documents",
    scope: "contracts:write",
    summary: { fr: "Ajoute des conditions, une annexe ou une loi à la bibliothèque", en: "Adds terms, an annex or a law to the library" },
    takes: "text/markdown",
    most: 2 * 2 ** 20,
    answers: {
      200: { words: { fr: "Cette version y était déjà", en: "That version was there already" }, body: pinnedSchema },
      201: { words: { fr: "Ajouté", en: "Added" }, body: pinnedSchema },
    },
    problems: [422],
    async handle({ caller, input: { bytes }, now }) {
      if (caller.kind !== "provider") throw deskOnly();
      const body = textOf(bytes);
      const shelved = await unscoped(ledger.database, (transaction) => shelve(transaction, { file: "body", body }, now));
      if ("problems" in shelved) throw unusable(shelved.problems);
      return shelved.isNew ? { status: 201, body: shelved.pinned } : { status: 200, body: shelved.pinned };
    },
  });
}

function listDocuments(ledger: Ledger): Route {
  return route({
    name: "listDocuments",
    method: "get",
    path: "/documents",
    scope: "contracts:read",
    summary: { fr: "La bibliothèque", en: "The library" },
    answers: {
      200: {
        words: { fr: "Les documents", en: "The documents" },
        body: z.object({
          items: z.array(pinnedSchema.extend({ rank: z.string(), title: z.object({ fr: z.string(), en: z.string() }), added: z.string() })),
        }),
      },
    },
    async handle() {
      const rows = await unscoped(ledger.database, (transaction) =>
        transaction.rows<{ id: string; version: string; digest: string; rank: string; title: { fr: string; en: string }; added: Instant }>({
          text: `select document as id, version, encode(digest, 'hex') as digest, rank, title, added from ledger.document order by document, added`,
        }),
      );
      return { status: 200, body: { items: rows.map((row) => ({ ...row, added: formatInstant(row.added) })) } };
    },
  });
}
