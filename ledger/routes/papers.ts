import { openNames } from "#kernel/words/names.ts";
import { scoped } from "#platform/database/scope.ts";
import { renderPdf } from "#platform/documents/render-pdf.ts";
import { notFound } from "#platform/http/problems.ts";
import { route, type Route } from "#platform/http/route.ts";
import { standingDocument } from "../documents/standing-document.ts";
import type { Author } from "../evidence/author.ts";
import { signedCheckpoint } from "../evidence/checkpoint.ts";
import { lockHead } from "../fold/head.ts";
import type { Ledger } from "../ledger.ts";
import { standingNow } from "../standing/now.ts";
import { contractFor } from "./contract-for.ts";
import { proven } from "./evidence-refusals.ts";
import { withWitnesses } from "./log-asked.ts";
import { contractParams } from "./schemas.ts";
import { voiceFor } from "./voice-for.ts";

/** What can be printed. */
export function paperRoutes(ledger: Ledger, author: Author): Route[] {
  return [getStandingPaper(ledger, author)];
}

function getStandingPaper(ledger: Ledger, author: Author): Route {
  return route({
    name: "getStandingPaper",
    method: "get",
    path: "/contracts/{contract}/standing.pdf",
    scope: "evidence:read",
    summary: { fr: "Ce qui tient maintenant, sur papier (PDF/A-3a)", en: "What stands now, on paper (PDF/A-3a)" },
    description: {
      fr: "Le point de contrôle signé du journal est joint au fichier. Langue : Accept-Language.",
      en: "The log's signed checkpoint is enclosed in the file. Language: Accept-Language.",
    },
    params: contractParams,
    answers: { 200: { words: { fr: "Le document", en: "The document" }, type: "application/pdf" } },
    problems: [404, 409],
    handle: ({ caller, input: { params }, language }) =>
      proven(async () => {
        const name = await contractFor(ledger, caller, params.contract);
        const paper = await scoped(ledger.database, [name.tenant], async (transaction) => {
          await lockHead(transaction, name); // nothing is recorded between what is read and what is signed
          const now = await standingNow(transaction, ledger, name);
          if (!now) throw notFound({ fr: "Ce contrat", en: "This contract" });
          const kept = await signedCheckpoint(transaction, ledger, author, name, now.head);
          return { now, note: await withWitnesses(transaction, name, kept) };
        });
        const { head, at, items, contract } = paper.now;
        const voice = voiceFor(ledger, contract, language);
        const document = standingDocument({
          name: head.name,
          contract,
          at,
          size: head.facts,
          edition: head.edition,
          items,
          voice,
          names: openNames(contract, voice),
          author: author.signer.key.name,
          checkpoint: paper.note,
        });
        const pdf = await renderPdf(document);
        const file = `inline; filename="standing-${name.contract}.pdf"`;
        return { status: 200 as const, headers: { "Content-Disposition": file }, body: new Uint8Array(pdf) };
      }),
  });
}
