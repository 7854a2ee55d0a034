import { z } from "zod";
import { formatInstant } from "#kernel/time/instant.ts";
import { reading } from "#platform/database/scope.ts";
import { route, type Route } from "#platform/http/route.ts";
import type { Ledger } from "../ledger.ts";
import { readTexts, type ReadText, textsAbout } from "../personal/read.ts";
import { contractFor, ownTenantFor } from "./contract-for.ts";
import { contractParams, personName } from "./schemas.ts";

export function peopleRoutes(ledger: Ledger): Route[] {
  return [getPersonalTexts(ledger), getPerson(ledger), forgetPerson(ledger)];
}

export const textSchema = z
  .object({
    field: z.string(),
    person: z.string(),
    text: z.string().optional(),
    /** With the text, it opens the commitment that the log holds. */
    salt: z.string().optional(),
    forgotten: z.string().optional(),
  })
  .meta({ id: "PersonalText" });

export function textJson(text: ReadText) {
  if (!("forgotten" in text)) return text;
  const { field, person, at } = text;
  return { field, person, forgotten: at === undefined ? "" : formatInstant(at) };
}

function getPersonalTexts(ledger: Ledger): Route {
  return route({
    name: "getPersonalTexts",
    method: "get",
    path: "/contracts/{contract}/facts/{entry}/personal",
    scope: "personal:read",
    summary: { fr: "Les textes sur des personnes joints à un fait", en: "The texts about people that came with a fact" },
    params: contractParams.extend({ entry: z.coerce.number().int().min(0) }),
    answers: { 200: { words: { fr: "Les textes", en: "The texts" }, body: z.object({ items: z.array(textSchema) }) } },
    problems: [404],
    async handle({ caller, input: { params } }) {
      const name = await contractFor(ledger, caller, params.contract);
      const texts = await reading(ledger.database, [name.tenant], (transaction) => readTexts(transaction, ledger, name, params.entry));
      return { status: 200, body: { items: texts.map(textJson) } };
    },
  });
}

const personParams = z.object({ tenant: z.uuid(), person: personName });

function getPerson(ledger: Ledger): Route {
  return route({
    name: "getPerson",
    method: "get",
    path: "/tenants/{tenant}/people/{person}",
    scope: "personal:read",
    summary: { fr: "Tout ce que le journal tient sur une personne", en: "Everything that the log holds on one person" },
    params: personParams,
    answers: {
      200: {
        words: { fr: "Fait par fait", en: "Fact by fact" },
        body: z.object({ items: z.array(z.object({ contract: z.uuid(), entry: z.int(), texts: z.array(textSchema) })) }),
      },
    },
    problems: [404],
    async handle({ caller, input: { params } }) {
      const tenant = await ownTenantFor(ledger, caller, params.tenant);
      const found = await reading(ledger.database, [tenant], (transaction) => textsAbout(transaction, ledger, tenant, params.person));
      return {
        status: 200,
        body: { items: found.map(({ contract, position, texts }) => ({ contract, entry: position, texts: texts.map(textJson) })) },
      };
    },
  });
}

function forgetPerson(ledger: Ledger): Route {
  return route({
    name: "forgetPerson",
    method: "delete",
    path: "/tenants/{tenant}/people/{person}",
    scope: "personal:erase",
    summary: {
      fr: "Efface une personne : sa clé est détruite, le journal et les situations restent",
      en: "Erases a person: their key is destroyed, log and standings stay",
    },
    params: personParams,
    answers: {
      200: {
        words: { fr: "Effacée", en: "Erased" },
        body: z.object({ person: z.string(), destroyed: z.boolean(), at: z.string() }),
      },
    },
    problems: [404],
    async handle({ caller, input: { params }, now }) {
      const tenant = await ownTenantFor(ledger, caller, params.tenant);
      const { destroyed, at } = await ledger.keys.forget(tenant, params.person, now);
      return { status: 200, body: { person: params.person, destroyed, at: formatInstant(at) } };
    },
  });
}
