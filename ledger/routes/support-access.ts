import { z } from "zod";
import type { Item } from "#kernel/engine/item.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Language } from "#kernel/words/language.ts";
import { openNames } from "#kernel/words/names.ts";
import { reasonWords } from "#kernel/words/reasons.ts";
import { reading } from "#platform/database/scope.ts";
import { actorName } from "#platform/http/authenticate.ts";
import { notFound } from "#platform/http/problems.ts";
import { route, type Route } from "#platform/http/route.ts";
import type { Ledger } from "../ledger.ts";
import { type Named, readNames } from "../personal/names.ts";
import { enter } from "../support-access/enter.ts";
import { type Grant, grantFor, stateOf, type Use } from "../support-access/grants.ts";
import { readGrants } from "../support-access/read-grants.ts";
import { contractFor } from "./contract-for.ts";
import { contractOf } from "./contract-of.ts";
import { textJson, textSchema } from "./people.ts";
import { spoken } from "./refusals.ts";
import { contractParams } from "./schemas.ts";
import { noGrant, supportOnly } from "./support-refusals.ts";
import { voiceFor } from "./voice-for.ts";

/** The customer's data in support: only under the customer's grant, and every entry of it told. */
export function supportAccessRoutes(ledger: Ledger): Route[] {
  return [getSupportAccess(ledger), enterForSupport(ledger)];
}

const useSchema = z.object({
  entry: z.int(),
  at: z.string(),
  by: z.string(),
  statedBy: z.string(),
  what: z.string().optional(),
  /** Why a clause refused it. */
  refused: z.string().optional(),
});

const grantSchema = z.object({
  subject: z.string(),
  entry: z.int(),
  state: z.enum(["in force", "over", "revoked", "refused"]),
  /** Whom it names: a key, or `person/` and an id. */
  person: z.string().optional(),
  /** What they are called, kept apart: to who may read it. */
  name: z.string().optional(),
  scope: z.string().optional(),
  granted: z.string(),
  until: z.string().optional(),
  revoked: z.string().optional(),
  refused: z.string().optional(),
  uses: z.array(useSchema),
});

function getSupportAccess(ledger: Ledger): Route {
  return route({
    name: "getSupportAccess",
    method: "get",
    path: "/contracts/{contract}/support-access",
    scope: "contracts:read",
    summary: { fr: "Qui le client a laissé entrer, et ce qui y a été fait", en: "Whom the customer let in, and what was done there" },
    params: contractParams,
    answers: {
      200: {
        words: { fr: "Les accès accordés, et chaque usage", en: "What was granted, and every use" },
        body: z
          .object({
            at: z.string(),
            /** Clauses that decide on it; none where the contract lets nobody in. */
            clauses: z.array(z.string()),
            /** Who asks, as a grant would name them. */
            me: z.string(),
            /** The grant that lets who asks in now. */
            mine: z.string().optional(),
            grants: z.array(grantSchema),
            /** Attempts under no grant. */
            elsewhere: z.array(useSchema),
          })
          .meta({ id: "SupportAccess" }),
      },
    },
    problems: [404],
    async handle({ caller, input: { params }, now, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const mayName = caller.scopes.includes("personal:read");
      const found = await reading(ledger.database, [name.tenant], async (transaction) => {
        const access = await readGrants(transaction, ledger, name);
        const places = access?.grants.map(({ position }) => position) ?? [];
        return access && { access, called: mayName ? await readNames(transaction, ledger, name, places) : new Map<number, Named>() };
      });
      if (!found) throw notFound({ fr: "Ce contrat", en: "This contract" });
      const { access, called } = found;
      const voice = voiceFor(ledger, access.contract, language);
      const names = openNames(access.contract, voice);
      const why = (item: Item | undefined) => item?.reason && reasonWords(item.reason, voice, names);
      const mine = grantFor(access.grants, actorName(caller), now);
      return {
        status: 200,
        body: {
          at: formatInstant(now),
          clauses: [...new Set(access.clauses)],
          me: actorName(caller),
          ...(mine && { mine: mine.subject }),
          grants: access.grants.map((grant) => grantJson(grant, now, called.get(grant.position)?.name, why)),
          elsewhere: access.elsewhere.map((use) => useJson(use, why)),
        },
      };
    },
  });
}

type Why = (item: Item | undefined) => string | undefined;

function grantJson(grant: Grant, now: Instant, name: string | undefined, why: Why) {
  const { subject, position, person, scope, granted, until, revoked, uses } = grant;
  const refused = why(grant.refused);
  return {
    subject,
    entry: position,
    state: stateOf(grant, now),
    ...(person !== undefined && { person }),
    ...(name !== undefined && { name }),
    ...(scope !== undefined && { scope }),
    granted: formatInstant(granted),
    ...(until !== undefined && { until: formatInstant(until) }),
    ...(revoked !== undefined && { revoked: formatInstant(revoked) }),
    ...(refused !== undefined && { refused }),
    uses: uses.map((use) => useJson(use, why)),
  };
}

function useJson({ position, at, by, statedBy, what, ...use }: Use, why: Why) {
  const refused = why(use.refused);
  return {
    entry: position,
    at: formatInstant(at),
    by,
    statedBy,
    ...(what !== undefined && { what }),
    ...(refused !== undefined && { refused }),
  };
}

function enterForSupport(ledger: Ledger): Route {
  return route({
    name: "enterForSupport",
    method: "post",
    path: "/contracts/{contract}/support-access/uses",
    scope: "facts:write",
    summary: {
      fr: "Entre dans les données du client, sous l'accès qu'il a accordé",
      en: "Enters the customer's data, under the access it granted",
    },
    description: {
      fr: "L'usage est énoncé d'abord, avec ce à quoi il sert ; les textes de « entry » ne sont lus qu'ensuite. Sans accès accordé à qui demande, rien n'est lu, et le client voit la tentative.",
      en: "The use is told first, with what it is for; the texts of `entry` are read only then. Without a grant that names who asks nothing is read, and the customer sees the attempt.",
    },
    params: contractParams,
    body: z.strictObject({ what: z.string().trim().min(1).max(500), entry: z.int().min(0).optional() }),
    answers: {
      201: {
        words: { fr: "Entré", en: "Entered" },
        body: z.object({ entry: z.int(), grant: z.string(), texts: z.array(textSchema).optional() }),
      },
    },
    problems: [403, 404],
    async handle({ caller, input: { params, body }, now }) {
      const name = await contractFor(ledger, caller, params.contract);
      if (caller.kind === "customer") throw supportOnly();
      const entering = { actor: actorName(caller), by: caller.kind, what: body.what, entry: body.entry, now };
      const { done, grant, texts } = await spoken(() => enter(ledger, name, entering));
      if (!grant) {
        const refusal = done.moved.find(({ type }) => type === "refusal");
        throw noGrant(refusal?.clause, refusal && bothWords(ledger, await contractOf(ledger, name), refusal));
      }
      return {
        status: 201,
        body: { entry: done.entries[0]!.position, grant: grant.subject, ...(texts && { texts: texts.map(textJson) }) },
      };
    },
  });
}

/** Why a clause refused, in both languages. */
function bothWords(ledger: Ledger, contract: Contract, { reason }: Item): Bilingual | undefined {
  if (!reason) return undefined;
  const wordsIn = (language: Language) => {
    const voice = voiceFor(ledger, contract, language);
    return reasonWords(reason, voice, openNames(contract, voice));
  };
  return { fr: wordsIn("fr"), en: wordsIn("en") };
}
