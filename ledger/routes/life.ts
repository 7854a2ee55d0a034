import { z } from "zod";
import { languages } from "#kernel/words/language.ts";
import { reading } from "#platform/database/scope.ts";
import { notFound } from "#platform/http/problems.ts";
import { route, type Route } from "#platform/http/route.ts";
import { contractText } from "../contracts/text.ts";
import type { Author } from "../evidence/author.ts";
import type { Ledger } from "../ledger.ts";
import { portableLife } from "../standing/portable-life.ts";
import { contractFor } from "./contract-for.ts";
import { contractParams, pinnedSchema } from "./schemas.ts";

/** A contract to be read, and to be folded by its reader. */
export function lifeRoutes(ledger: Ledger, author: Author): Route[] {
  return [getText(ledger), getLife(ledger, author)];
}

function getText(ledger: Ledger): Route {
  return route({
    name: "getContractText",
    method: "get",
    path: "/contracts/{contract}/text",
    scope: "contracts:read",
    summary: { fr: "Le texte du contrat, avenants compris", en: "The contract's text, its amendments in it" },
    description: {
      fr: "Un <article> par document, une <section> par article. Chaque clause a un seul élément « data-clause ». Sans « language », celle de la requête.",
      en: "An <article> a document, a <section> an article. Each clause has one element with `data-clause`. Without `language`, the request's.",
    },
    params: contractParams,
    query: z.object({ language: z.enum(languages).optional() }),
    answers: {
      200: {
        words: { fr: "Le texte", en: "The text" },
        body: z
          .object({
            language: z.enum(languages),
            /** SHA-256 of the HTML. */
            version: z.string(),
            html: z.string(),
            title: z.string(),
            documents: z.array(z.object({ id: z.string(), version: z.string(), title: z.string() })),
          })
          .meta({ id: "ContractText" }),
      },
    },
    problems: [404],
    async handle({ caller, input: { params, query }, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const text = await reading(ledger.database, [name.tenant], (transaction) =>
        contractText(transaction, ledger, name, query.language ?? language),
      );
      if (!text) throw notFound({ fr: "Ce contrat", en: "This contract" });
      return { status: 200, body: text };
    },
  });
}

const MOST = 5000;

const lifeSchema = z
  .object({
    contract: z.uuid(),
    name: z.string(),
    revision: z.int(),
    size: z.int(),
    edition: z.string(),
    particulars: z.looseObject({ contract: z.string() }),
    documents: z.array(pinnedSchema.extend({ body: z.string() })),
    references: z.object({ edition: z.string(), digest: z.string() }),
    entries: z.array(z.object({ position: z.int(), statedBy: z.string(), entry: z.string() })),
    /** What to give as `after` for the next page; absent on the last. */
    next: z.int().optional(),
  })
  .meta({ id: "ContractLife" });

function getLife(ledger: Ledger, author: Author): Route {
  return route({
    name: "getLife",
    method: "get",
    path: "/contracts/{contract}/life",
    scope: "contracts:read",
    summary: { fr: "De quoi rejouer le contrat soi-même", en: "What it takes to replay the contract oneself" },
    description: {
      fr: "Les textes exacts, ce que la commande a fixé, et les écritures du journal, octet pour octet ; les chiffres du monde sont sous /references. Chaque page répète tout sauf les écritures : si « revision » change d'une page à l'autre, d'autres sont venues à la fin.",
      en: "The exact texts, what the order fixed, and the entries of the log, byte for byte; the figures of the world are at /references. Each page repeats all but the entries: where `revision` changes from one to the next, more have come at the end.",
    },
    params: contractParams,
    query: z.object({
      after: z.coerce.number().int().min(-1).max(Number.MAX_SAFE_INTEGER).default(-1),
      limit: z.coerce.number().int().min(1).max(MOST).default(MOST),
    }),
    answers: { 200: { words: { fr: "Une page de la vie du contrat", en: "A page of the contract's life" }, body: lifeSchema } },
    problems: [404],
    async handle({ caller, input: { params, query } }) {
      const name = await contractFor(ledger, caller, params.contract);
      const life = await reading(ledger.database, [name.tenant], (transaction) =>
        portableLife(transaction, ledger, author, name, { after: query.after, most: query.limit }),
      );
      if (!life) throw notFound({ fr: "Ce contrat", en: "This contract" });
      const { terms, ...rest } = life;
      const last = life.entries.at(-1)?.position;
      return {
        status: 200,
        body: {
          contract: name.contract,
          ...rest,
          particulars: { ...terms.particulars },
          documents: terms.documents.map(({ text, ...pinned }) => ({ ...pinned, body: text })),
          references: terms.references,
          ...(last !== undefined && last + 1 < life.size && { next: last }),
        },
      };
    },
  });
}
