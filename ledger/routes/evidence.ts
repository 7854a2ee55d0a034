import { z } from "zod";
import { verifierKeyToText } from "#kernel/evidence/verifier-key.ts";
import { type Instant, parseInstant } from "#kernel/time/instant.ts";
import { scoped } from "#platform/database/scope.ts";
import type { Pages } from "#platform/http/pages.ts";
import { badInput, notFound } from "#platform/http/problems.ts";
import { publicRoute, route, type Route } from "#platform/http/route.ts";
import type { Author } from "../evidence/author.ts";
import { packContract, packItem } from "../evidence/pack.ts";
import type { Ledger } from "../ledger.ts";
import { checkpointRoutes } from "./checkpoints.ts";
import { contractFor } from "./contract-for.ts";
import { proven } from "./evidence-refusals.ts";
import { proofRoutes } from "./proofs.ts";
import { contractParams } from "./schemas.ts";
import { witnessRoutes } from "./witnesses.ts";

/** A pack, as docs/guide/evidence.md tells it field by field. */
const packAnswer = z.looseObject({ format: z.string(), contract: z.string() }).meta({ id: "EvidencePack" });

/** What a contract's parties need to believe nobody: checkpoints, proofs, packs, and a place for their own signatures. */
export function evidenceRoutes(ledger: Ledger, author: Author, pages: Pages): Route[] {
  return [
    evidenceKey(author),
    ...checkpointRoutes(ledger, author, pages),
    ...proofRoutes(ledger, author),
    getEvidence(ledger, author),
    ...witnessRoutes(ledger),
  ];
}

function evidenceKey({ signer }: Author): Route {
  return publicRoute({
    name: "getEvidenceKey",
    method: "get",
    path: "/evidence-key",
    summary: { fr: "La clé de vérification de l'installation", en: "The installation's verifier key" },
    description: {
      fr: "Une ligne « nom+id+clé » (C2SP signed-note). À comparer avec ce qui a été reçu par un autre chemin, puis à garder.",
      en: "One line, `name+id+key` (C2SP signed-note). Compare it with what came to you another way, then keep it.",
    },
    answers: { 200: { words: { fr: "La clé", en: "The key" }, type: "text/plain; charset=utf-8" } },
    handle: async () => ({ status: 200, body: `${verifierKeyToText(signer.key)}\n` }),
  });
}

function getEvidence(ledger: Ledger, author: Author): Route {
  const instant = z.iso.datetime({ offset: true });
  return route({
    name: "getEvidence",
    method: "get",
    path: "/contracts/{contract}/evidence",
    scope: "evidence:read",
    summary: { fr: "Le dossier de preuve, en un fichier", en: "The evidence, in one file" },
    description: {
      fr: "Le contrat entier, ou une ligne de son état (« item ») avec les seules écritures sur lesquelles elle repose. « tenu verify » le vérifie hors ligne ; sa forme est décrite dans docs/guide/evidence.md.",
      en: "The whole contract, or one item of its standing (`item`) with only the entries it rests on. `tenu verify` verifies it offline; docs/guide/evidence.md describes its form.",
    },
    params: contractParams,
    query: z.object({ item: z.string().min(1).max(500).optional(), at: instant.optional(), knownAt: instant.optional() }),
    answers: { 200: { words: { fr: "Le dossier", en: "The pack" }, body: packAnswer } },
    handle: ({ caller, input: { params, query } }) =>
      proven(async () => {
        const name = await contractFor(ledger, caller, params.contract);
        const now = ledger.now();
        const moment = { at: instantOf(query.at) ?? now, knownAt: instantOf(query.knownAt) ?? now };
        if (moment.knownAt > now) throw badInput([notYet]);
        const pack = await scoped(ledger.database, [name.tenant], (transaction) =>
          query.item === undefined
            ? packContract(transaction, ledger, author, name, moment)
            : packItem(transaction, ledger, author, name, moment, query.item),
        );
        if (!pack)
          throw notFound(query.item === undefined ? { fr: "Ce contrat", en: "This contract" } : { fr: "Cette ligne", en: "This item" });
        const file = `attachment; filename="evidence-${name.contract}.json"`;
        return { status: 200 as const, headers: { "Content-Disposition": file }, body: { ...pack } };
      }),
  });
}

const notYet = {
  place: "query.knownAt",
  code: "not-yet",
  detail: { fr: "Nul ne sait encore ce qui sera connu alors.", en: "Nobody knows yet what will be known then." },
};

function instantOf(text: string | undefined): Instant | undefined {
  return text === undefined ? undefined : parseInstant(text);
}
