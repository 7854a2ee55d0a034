import { z } from "zod";
import { toBase64 } from "#kernel/evidence/base64.ts";
import { noteToText } from "#kernel/evidence/note.ts";
import { proofToText } from "#kernel/evidence/proofs.ts";
import { leafHashOfText } from "#kernel/evidence/tree.ts";
import { scoped, type Transaction } from "#platform/database/scope.ts";
import { badInput, notFound } from "#platform/http/problems.ts";
import { route, type Route } from "#platform/http/route.ts";
import type { Author } from "../evidence/author.ts";
import { readKept } from "../evidence/checkpoint.ts";
import { consistencyOf, inclusionOf } from "../evidence/proofs.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { contractFor } from "./contract-for.ts";
import { proven } from "./evidence-refusals.ts";
import { beyond, sizeAsked } from "./log-asked.ts";
import { contractParams } from "./schemas.ts";

export function proofRoutes(ledger: Ledger, author: Author): Route[] {
  return [getProof(ledger, author), getConsistency(ledger, author)];
}

const entries = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

function getProof(ledger: Ledger, author: Author): Route {
  return route({
    name: "getInclusionProof",
    method: "get",
    path: "/contracts/{contract}/proof",
    scope: "evidence:read",
    summary: { fr: "La preuve qu'une écriture est dans le journal", en: "The proof that an entry is in the log" },
    description: {
      fr: "RFC 6962 §2.1.1, à vérifier selon la RFC 9162 §2.1.3.2. Sans « size », pour le point de contrôle actuel.",
      en: "RFC 6962 §2.1.1, verified as RFC 9162 §2.1.3.2 says. Without `size`, for the present checkpoint.",
    },
    params: contractParams,
    query: z.object({ entry: entries, size: entries.optional() }),
    answers: {
      200: {
        words: { fr: "La preuve", en: "The proof" },
        body: z.object({
          entry: z.int(),
          size: z.int(),
          text: z.string(),
          leaf: z.string(),
          proof: z.array(z.string()),
          checkpoint: z.string().optional(),
        }),
      },
    },
    handle: ({ caller, input: { params, query } }) =>
      proven(async () => {
        const name = await contractFor(ledger, caller, params.contract);
        return scoped(ledger.database, [name.tenant], async (transaction) => {
          const { size, checkpoint } = await sizeAsked(transaction, ledger, author, name, query.size, "size");
          if (query.entry >= size) throw notFound({ fr: "Cette écriture", en: "This entry" });
          const text = await textOf(transaction, name, query.entry);
          const [proof] = await inclusionOf(transaction, name, [query.entry], size);
          const leaf = toBase64(leafHashOfText(text));
          const body = {
            entry: query.entry,
            size,
            text,
            leaf,
            proof: proofToText(proof!),
            ...(checkpoint !== undefined && { checkpoint }),
          };
          return { status: 200 as const, body };
        });
      }),
  });
}

function getConsistency(ledger: Ledger, author: Author): Route {
  return route({
    name: "getConsistencyProof",
    method: "get",
    path: "/contracts/{contract}/consistency",
    scope: "evidence:read",
    summary: { fr: "La preuve que le journal n'a fait que croître", en: "The proof that the log has only grown" },
    description: {
      fr: "RFC 6962 §2.1.2, à vérifier selon la RFC 9162 §2.1.4.2. Sans « to », jusqu'au point de contrôle actuel.",
      en: "RFC 6962 §2.1.2, verified as RFC 9162 §2.1.4.2 says. Without `to`, up to the present checkpoint.",
    },
    params: contractParams,
    query: z.object({ from: entries.min(1), to: entries.optional() }),
    answers: {
      200: {
        words: { fr: "La preuve", en: "The proof" },
        body: z.object({
          from: z.int(),
          to: z.int(),
          proof: z.array(z.string()),
          before: z.string().optional(),
          after: z.string().optional(),
        }),
      },
    },
    handle: ({ caller, input: { params, query } }) =>
      proven(async () => {
        const name = await contractFor(ledger, caller, params.contract);
        return scoped(ledger.database, [name.tenant], async (transaction) => {
          const { size: to, checkpoint: after } = await sizeAsked(transaction, ledger, author, name, query.to, "to");
          if (query.from > to) throw badInput([beyond("query.from", to)]);
          const proof = proofToText(await consistencyOf(transaction, name, query.from, to));
          const kept = await readKept(transaction, name, query.from);
          const notes = { ...(kept && { before: noteToText(kept.note) }), ...(after !== undefined && { after }) };
          return { status: 200 as const, body: { from: query.from, to, proof, ...notes } };
        });
      }),
  });
}

async function textOf(transaction: Transaction, { tenant, contract }: ContractName, entry: number): Promise<string> {
  const [row] = await transaction.rows<{ entry: Buffer }>({
    text: "select entry from ledger.fact where tenant_id = $1 and contract_id = $2 and position = $3",
    values: [tenant, contract, entry],
  });
  if (!row) throw notFound({ fr: "Cette écriture", en: "This entry" });
  return row.entry.toString("utf8");
}
