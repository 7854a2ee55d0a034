import { z } from "zod";
import { toBase64 } from "#kernel/evidence/base64.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { scoped } from "#platform/database/scope.ts";
import { pageOf, pageQuery, type Pages } from "#platform/http/pages.ts";
import { notFound } from "#platform/http/problems.ts";
import { route, type Route } from "#platform/http/route.ts";
import type { Author } from "../evidence/author.ts";
import { listCheckpoints, readKept, signedCheckpoint } from "../evidence/checkpoint.ts";
import type { Ledger } from "../ledger.ts";
import { contractFor } from "./contract-for.ts";
import { proven } from "./evidence-refusals.ts";
import { headOf, withWitnesses } from "./log-asked.ts";
import { contractParams } from "./schemas.ts";

export function checkpointRoutes(ledger: Ledger, author: Author, pages: Pages): Route[] {
  return [getCheckpoint(ledger, author), listAllCheckpoints(ledger, pages)];
}

function getCheckpoint(ledger: Ledger, author: Author): Route {
  return route({
    name: "getCheckpoint",
    method: "get",
    path: "/contracts/{contract}/checkpoint",
    scope: "evidence:read",
    summary: { fr: "Le point de contrôle signé du journal", en: "The log's signed checkpoint" },
    description: {
      fr: "Une note signée (C2SP tlog-checkpoint) avec les contreseings reçus ; de la taille actuelle, ou d'une taille signée auparavant.",
      en: "A signed note (C2SP tlog-checkpoint) with the cosignatures received; of the present size, or of one that was signed before.",
    },
    params: contractParams,
    query: z.object({ size: z.coerce.number().int().min(0).optional() }),
    answers: { 200: { words: { fr: "La note", en: "The note" }, type: "text/plain; charset=utf-8" } },
    handle: ({ caller, input: { params, query } }) =>
      proven(async () => {
        const name = await contractFor(ledger, caller, params.contract);
        return scoped(ledger.database, [name.tenant], async (transaction) => {
          const kept =
            query.size === undefined
              ? await signedCheckpoint(transaction, ledger, author, name, await headOf(transaction, name))
              : await readKept(transaction, name, query.size);
          if (!kept) throw notFound({ fr: "Un point de contrôle de cette taille", en: "A checkpoint of this size" });
          return { status: 200 as const, body: await withWitnesses(transaction, name, kept) };
        });
      }),
  });
}

function listAllCheckpoints(ledger: Ledger, pages: Pages): Route {
  return route({
    name: "listCheckpoints",
    method: "get",
    path: "/contracts/{contract}/checkpoints",
    scope: "evidence:read",
    summary: {
      fr: "Tous les points de contrôle signés, du plus grand au plus petit",
      en: "All checkpoints ever signed, the largest first",
    },
    params: contractParams,
    query: pageQuery,
    answers: {
      200: {
        words: { fr: "Une page", en: "A page" },
        body: pageOf(z.object({ size: z.int(), signer: z.string(), signed: z.string(), root: z.string(), note: z.string() })),
      },
    },
    async handle({ caller, input: { params, query }, url }) {
      const name = await contractFor(ledger, caller, params.contract);
      const list = `checkpoints ${name.contract}`;
      const after = pages.after(list, query.cursor) as [number, string] | undefined;
      return scoped(ledger.database, [name.tenant], async (transaction) => {
        const found = await listCheckpoints(transaction, name, after, query.limit + 1);
        const rows = [];
        for (const { size, signer, signed, checkpoint, note } of found)
          rows.push({
            size,
            signer,
            signed: formatInstant(signed),
            root: toBase64(checkpoint.root),
            note: await withWitnesses(transaction, name, { size, signer, note }),
          });
        return { status: 200 as const, ...pages.page(list, rows, query.limit, ({ size, signer }) => [size, signer], url) };
      });
    },
  });
}
