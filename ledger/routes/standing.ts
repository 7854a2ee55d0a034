import { z } from "zod";
import { compare } from "#kernel/engine/compare.ts";
import type { Item } from "#kernel/engine/item.ts";
import { formatInstant, type Instant, parseInstant } from "#kernel/time/instant.ts";
import { comparisonJson } from "#kernel/words/json/comparison.ts";
import { explanationJson } from "#kernel/words/json/explanation.ts";
import { itemJson, standingJson } from "#kernel/words/json/standing.ts";
import { reading } from "#platform/database/scope.ts";
import { notFound } from "#platform/http/problems.ts";
import { route, type Route } from "#platform/http/route.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { standingAt } from "../standing/at.ts";
import { standingNow } from "../standing/now.ts";
import { listRevisions, revisionChanges } from "../standing/revisions.ts";
import { why } from "../standing/why.ts";
import { labelled } from "../fold/item-row.ts";
import { contractFor } from "./contract-for.ts";
import { contractOf } from "./contract-of.ts";
import { voiceFor } from "./voice-for.ts";
import { spoken } from "./refusals.ts";
import { contractParams, itemSchema } from "./schemas.ts";

export function standingRoutes(ledger: Ledger): Route[] {
  return [getStanding(ledger), getStandingAt(ledger), getWhy(ledger), getComparison(ledger), getRevisions(ledger), getRevision(ledger)];
}

const instant = z.string().refine((text) => parseInstant(text) !== undefined, "expected an instant: 2025-01-31T10:00:00Z");

const standing = z
  .looseObject({ contract: z.string(), at: z.string(), phase: z.string(), items: z.array(itemSchema) })
  .meta({ id: "Standing" });

function getStanding(ledger: Ledger): Route {
  return route({
    name: "getStanding",
    method: "get",
    path: "/contracts/{contract}/standing",
    scope: "contracts:read",
    summary: { fr: "Ce qui tient maintenant", en: "What stands now" },
    params: contractParams,
    answers: {
      200: {
        words: { fr: "Les lignes ouvertes", en: "The open items" },
        body: z
          .object({
            contract: z.string(),
            at: z.string(),
            phase: z.string(),
            revision: z.int(),
            size: z.int(),
            due: z.string().optional(),
            edition: z.string(),
            items: z.array(itemSchema),
          })
          .meta({ id: "StandingNow" }),
      },
    },
    problems: [404],
    async handle({ caller, input: { params }, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const found = await reading(ledger.database, [name.tenant], (transaction) => standingNow(transaction, ledger, name));
      if (!found) throw notFound({ fr: "Ce contrat", en: "This contract" });
      const { head, at, items, contract } = found;
      const voice = voiceFor(ledger, contract, language);
      return {
        status: 200,
        body: {
          contract: head.name,
          at: formatInstant(at),
          phase: head.phase,
          revision: head.revision,
          size: head.facts,
          ...(head.due !== null && { due: formatInstant(head.due) }),
          edition: head.edition,
          items: items.map((item) => itemJson(item, contract, voice)),
        },
      };
    },
  });
}

function getStandingAt(ledger: Ledger): Route {
  return route({
    name: "getStandingAt",
    method: "get",
    path: "/contracts/{contract}/standing/{at}",
    scope: "contracts:read",
    summary: {
      fr: "Ce qui tenait ou tiendra à un instant, tel qu'on le savait à un autre",
      en: "What stood or will stand at an instant, as known at another",
    },
    params: contractParams.extend({ at: instant }),
    query: z.object({ knownAt: instant.optional() }),
    answers: { 200: { words: { fr: "La situation, lignes closes comprises", en: "The standing, closed items included" }, body: standing } },
    problems: [404, 422],
    async handle({ caller, input: { params, query }, now, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const found = await spoken(() => at(ledger, name, parseInstant(params.at)!, known(query.knownAt, now)));
      return { status: 200, body: standingJson(found.standing, found.contract, voiceFor(ledger, found.contract, language)) };
    },
  });
}

async function at(ledger: Ledger, name: ContractName, instantAsked: Instant, knownAt: Instant) {
  const found = await standingAt(ledger, name, { at: instantAsked, knownAt });
  if (!found) throw notFound({ fr: "Ce contrat", en: "This contract" });
  return found;
}

function known(text: string | undefined, now: Instant): Instant {
  return text === undefined ? now : parseInstant(text)!;
}

function getWhy(ledger: Ledger): Route {
  return route({
    name: "getWhy",
    method: "get",
    path: "/contracts/{contract}/why",
    scope: "contracts:read",
    summary: { fr: "Pourquoi une ligne est ce qu'elle est", en: "Why an item is what it is" },
    params: contractParams,
    query: z.object({ item: z.string().min(1).max(500) }),
    answers: {
      200: {
        words: { fr: "Texte, faits, calcul", en: "Text, facts, arithmetic" },
        body: z
          .looseObject({ item: itemSchema, chain: z.array(z.looseObject({})), facts: z.array(z.looseObject({})) })
          .meta({ id: "Explanation" }),
      },
    },
    problems: [404],
    async handle({ caller, input: { params, query }, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const found = await reading(ledger.database, [name.tenant], (transaction) => why(transaction, ledger, name, query.item));
      if (!found) throw notFound({ fr: "Cette ligne", en: "This item" });
      return { status: 200, body: explanationJson(found, voiceFor(ledger, found.contract, language)) };
    },
  });
}

function getComparison(ledger: Ledger): Route {
  return route({
    name: "getComparison",
    method: "get",
    path: "/contracts/{contract}/comparison",
    scope: "contracts:read",
    summary: {
      fr: "Ce qui diffère entre deux situations : deux instants, ou un instant su à deux moments",
      en: "What differs between two standings: two instants, or one instant as known at two",
    },
    params: contractParams,
    query: z.object({ from: instant, to: instant, fromKnownAt: instant.optional(), toKnownAt: instant.optional() }),
    answers: {
      200: {
        words: { fr: "Les différences", en: "The differences" },
        body: z
          .object({ contract: z.array(z.string()), changes: z.array(z.looseObject({ id: z.string(), sort: z.string() })) })
          .meta({ id: "Comparison" }),
      },
    },
    problems: [404, 422],
    async handle({ caller, input: { params, query }, now, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const before = await spoken(() => at(ledger, name, parseInstant(query.from)!, known(query.fromKnownAt, now)));
      const after = await spoken(() => at(ledger, name, parseInstant(query.to)!, known(query.toKnownAt, now)));
      const differences = compare(before.standing, after.standing);
      return { status: 200, body: comparisonJson(differences, after.contract, voiceFor(ledger, after.contract, language)) };
    },
  });
}

const revision = z.object({
  revision: z.int(),
  made: z.string(),
  cause: z.string(),
  size: z.int(),
  rests: z.string().optional(),
  edition: z.string(),
});

function getRevisions(ledger: Ledger): Route {
  return route({
    name: "listRevisions",
    method: "get",
    path: "/contracts/{contract}/revisions",
    scope: "contracts:read",
    summary: { fr: "Ce qui a changé la situation, le plus récent d'abord", en: "What changed the standing, the latest first" },
    params: contractParams,
    query: z.object({ before: z.coerce.number().int().min(1).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    answers: { 200: { words: { fr: "Les révisions", en: "The revisions" }, body: z.object({ items: z.array(revision) }) } },
    problems: [404],
    async handle({ caller, input: { params, query } }) {
      const name = await contractFor(ledger, caller, params.contract);
      const items = await reading(ledger.database, [name.tenant], (transaction) =>
        listRevisions(transaction, name, query.before, query.limit),
      );
      return {
        status: 200,
        body: {
          items: items.map(({ made, rests, ...rest }) => ({
            ...rest,
            made: formatInstant(made),
            ...(rests !== null && { rests: formatInstant(rests) }),
          })),
        },
      };
    },
  });
}

function getRevision(ledger: Ledger): Route {
  return route({
    name: "getRevision",
    method: "get",
    path: "/contracts/{contract}/revisions/{revision}",
    scope: "contracts:read",
    summary: {
      fr: "Ce qu'une révision a changé, ligne par ligne, avant et après",
      en: "What a revision changed, item by item, before and after",
    },
    params: contractParams.extend({ revision: z.coerce.number().int().min(1) }),
    answers: {
      200: {
        words: { fr: "Les changements", en: "The changes" },
        body: z.object({
          changes: z.array(z.object({ id: z.string(), before: z.looseObject({}).optional(), after: z.looseObject({}).optional() })),
        }),
      },
    },
    problems: [404],
    async handle({ caller, input: { params }, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const contract = await contractOf(ledger, name);
      const changes = await reading(ledger.database, [name.tenant], (transaction) => revisionChanges(transaction, name, params.revision));
      if (!changes) throw notFound({ fr: "Cette révision", en: "This revision" });
      const voice = voiceFor(ledger, contract, language);
      const said = (item: Item, id: string) => itemJson(labelled({ clause: (one) => contract.byId.get(one) }, item, id), contract, voice);
      return {
        status: 200,
        body: {
          changes: changes.map(({ id, before, after }) => ({
            id,
            ...(before && { before: said(before, id) }),
            ...(after && { after: said(after, id) }),
          })),
        },
      };
    },
  });
}
