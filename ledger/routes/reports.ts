import { z } from "zod";
import { formatInstant } from "#kernel/time/instant.ts";
import { itemJson } from "#kernel/words/json/standing.ts";
import { openNames } from "#kernel/words/names.ts";
import { reasonWords } from "#kernel/words/reasons.ts";
import { newId } from "#platform/database/new-id.ts";
import { reading } from "#platform/database/scope.ts";
import { actorName, type Caller } from "#platform/http/authenticate.ts";
import { notFound } from "#platform/http/problems.ts";
import { route, type Route } from "#platform/http/route.ts";
import { append } from "../facts/append.ts";
import type { Ledger } from "../ledger.ts";
import { type Reports, readReports } from "../reports/read-reports.ts";
import { contractFor } from "./contract-for.ts";
import { contractOf } from "./contract-of.ts";
import { outcomeOf } from "./facts.ts";
import { spoken, unusable } from "./refusals.ts";
import { contractParams, itemSchema } from "./schemas.ts";
import { customersOnly } from "./support-refusals.ts";
import { checkFact } from "./told-facts.ts";
import { voiceFor } from "./voice-for.ts";

/** Somebody got in who should not. */
export function reportRoutes(ledger: Ledger): Route[] {
  return [reportUnauthorisedAccess(ledger), getReports(ledger)];
}

function reportUnauthorisedAccess(ledger: Ledger): Route {
  return route({
    name: "reportUnauthorisedAccess",
    method: "post",
    path: "/contracts/{contract}/unauthorised-access",
    scope: "contracts:read",
    summary: { fr: "Signale un accès non autorisé", en: "Reports unauthorised access" },
    description: {
      fr: "Toute personne du client le peut, quel que soit son rôle. « subject » nomme ce signalement pour la suite : mesure conservatoire, lettre.",
      en: "Anybody of the customer may, whatever their role. `subject` names this report for what follows: protective measure, letter.",
    },
    params: contractParams,
    answers: {
      201: {
        words: { fr: "Signalé", en: "Reported" },
        body: z.object({
          subject: z.string(),
          fact: z.string(),
          entry: z.int(),
          outcome: z.enum(["effective", "refused"]),
          items: z.array(itemSchema),
        }),
      },
    },
    problems: [403, 404],
    async handle({ caller, input: { params }, now, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const by = reporterOf(caller);
      if (by === undefined) throw customersOnly();
      const contract = await contractOf(ledger, name);
      const id = newId(now);
      const checked = checkFact({ id, kind: "unauthorised-access.reported", subject: `alert-${id}`, by }, contract, caller, now, "body");
      if ("problems" in checked) throw unusable(checked.problems);
      const { fact } = checked;
      const done = await spoken(() => append(ledger, name, [fact], actorName(caller)));
      const voice = voiceFor(ledger, contract, language);
      return {
        status: 201,
        body: {
          subject: fact.subject,
          fact: `${fact.source}:${fact.id}`,
          entry: done.entries[0]!.position,
          outcome: outcomeOf(done, fact),
          items: done.moved.map((item) => itemJson(item, contract, voice)),
        },
      };
    },
  });
}

/** As which party somebody reports; a key must be one that may state facts at all. */
function reporterOf({ kind, by, scopes }: Caller): string | undefined {
  if (kind !== "customer") return undefined;
  if (by.type === "key") return scopes.includes("facts:write") ? "customer" : undefined;
  return by.role === "administrator" ? "administrator" : "user";
}

const reportSchema = z.object({
  subject: z.string(),
  fact: z.string(),
  entry: z.int(),
  at: z.string(),
  by: z.string(),
  /** What it opened, as that stands now. */
  items: z.array(itemSchema.extend({ name: z.string(), acts: z.array(z.string()) })),
  agreed: z.string().optional(),
  applied: z.object({ at: z.string(), urgent: z.boolean() }).optional(),
  /** Why a measure that was tried was refused. */
  refused: z.string().optional(),
});

function getReports(ledger: Ledger): Route {
  return route({
    name: "getUnauthorisedAccess",
    method: "get",
    path: "/contracts/{contract}/unauthorised-access",
    scope: "contracts:read",
    summary: { fr: "Les accès non autorisés signalés, et ce qui s'en est suivi", en: "Unauthorised access reported, and what followed" },
    params: contractParams,
    answers: {
      200: {
        words: { fr: "Les signalements, le dernier d'abord", en: "The reports, the latest first" },
        body: z
          .object({
            /** The clause that wants a measure agreed first; absent where the contract leaves it to the provider. */
            agreement: z.string().optional(),
            reports: z.array(reportSchema),
          })
          .meta({ id: "UnauthorisedAccess" }),
      },
    },
    problems: [404],
    async handle({ caller, input: { params }, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const found = await reading(ledger.database, [name.tenant], (transaction) => readReports(transaction, ledger, name));
      if (!found) throw notFound({ fr: "Ce contrat", en: "This contract" });
      return { status: 200, body: reportsJson(ledger, found, language) };
    },
  });
}

function reportsJson(ledger: Ledger, { contract, agreement, reports }: Reports, language: "fr" | "en") {
  const voice = voiceFor(ledger, contract, language);
  const names = openNames(contract, voice);
  return {
    ...(agreement !== undefined && { agreement }),
    reports: reports.map(({ position, at, agreed, applied, refused, items, ...report }) => ({
      ...report,
      entry: position,
      at: formatInstant(at),
      ...(agreed !== undefined && { agreed: formatInstant(agreed) }),
      ...(applied && { applied: { ...applied, at: formatInstant(applied.at) } }),
      ...(refused?.reason && { refused: reasonWords(refused.reason, voice, names) }),
      items: items.map((item) => ({
        ...itemJson(item, contract, voice),
        name: names.clause(item.clause),
        acts: [...((contract.byId.get(item.clause) as { keptBy?: readonly string[] } | undefined)?.keptBy ?? [])],
      })),
    })),
  };
}
