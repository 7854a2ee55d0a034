import { z } from "zod";
import { formatInstant } from "#kernel/time/instant.ts";
import { openNames } from "#kernel/words/names.ts";
import { sayFigureOf } from "#kernel/words/prose.ts";
import { reasonWords } from "#kernel/words/reasons.ts";
import { reading } from "#platform/database/scope.ts";
import { notFound } from "#platform/http/problems.ts";
import { route, type Route } from "#platform/http/route.ts";
import { type Closing, readClosing } from "../closing/read-closing.ts";
import type { Ledger } from "../ledger.ts";
import { contractFor } from "./contract-for.ts";
import { formOf } from "./form-asked.ts";
import { spoken } from "./refusals.ts";
import { contractParams } from "./schemas.ts";
import { voiceFor } from "./voice-for.ts";

/** How a customer's account closes. */
export function closingRoutes(ledger: Ledger): Route[] {
  return [getClosing(ledger)];
}

const closingSchema = z
  .object({
    phase: z.string(),
    zone: z.string(),
    ends: z.string().optional(),
    /** The right to end the contract by closing the account; absent where the contract gives none. */
    right: z.object({ clause: z.string(), article: z.string(), name: z.string(), open: z.boolean() }).optional(),
    /** What closing it now would do. */
    would: z.object({ outcome: z.enum(["effective", "refused"]), ends: z.string().optional(), refused: z.string().optional() }).optional(),
    closed: z.object({ at: z.string(), fact: z.string(), entry: z.int() }).optional(),
    /** The choice of what becomes of the data after the end; absent where the contract gives none. */
    choice: z
      .object({
        clause: z.string(),
        article: z.string(),
        name: z.string(),
        /** How long it stays open, in words. */
        within: z.string().optional(),
        form: z.string().optional(),
        open: z.boolean(),
        until: z.string().optional(),
      })
      .optional(),
    chosen: z.object({ at: z.string(), choice: z.string() }).optional(),
  })
  .meta({ id: "Closing" });

function getClosing(ledger: Ledger): Route {
  return route({
    name: "getClosing",
    method: "get",
    path: "/contracts/{contract}/closing",
    scope: "contracts:read",
    summary: {
      fr: "Ce que ferait la fermeture du compte, et le sort des données",
      en: "What closing the account would do, and the fate of the data",
    },
    params: contractParams,
    answers: { 200: { words: { fr: "La fermeture", en: "The closing" }, body: closingSchema } },
    problems: [404, 422],
    async handle({ caller, input: { params }, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const found = await spoken(() => reading(ledger.database, [name.tenant], (transaction) => readClosing(transaction, ledger, name)));
      if (!found) throw notFound({ fr: "Ce contrat", en: "This contract" });
      return { status: 200, body: closingJson(ledger, found, language) };
    },
  });
}

function closingJson(ledger: Ledger, { contract, phase, ends, right, would, closed, choice, chosen }: Closing, language: "fr" | "en") {
  const voice = voiceFor(ledger, contract, language);
  const names = openNames(contract, voice);
  const named = ({ id, article }: { id: string; article: string }) => ({ clause: id, article, name: names.clause(id) });
  const within = choice && sayFigureOf(choice.clause, "within", voice, names);
  return {
    phase,
    zone: contract.zone,
    ...(ends !== undefined && { ends: formatInstant(ends) }),
    ...(right && { right: { ...named(right.clause), open: right.open } }),
    ...(would && {
      would: {
        outcome: would.outcome,
        ...(would.ends !== undefined && { ends: formatInstant(would.ends) }),
        ...(would.refusal?.reason && { refused: reasonWords(would.refusal.reason, voice, names) }),
      },
    }),
    ...(closed && {
      closed: { at: formatInstant(closed.fact.occurred), fact: `${closed.fact.source}:${closed.fact.id}`, entry: closed.position },
    }),
    ...(choice && {
      choice: {
        ...named(choice.clause),
        ...(within !== undefined && { within }),
        ...formOf(choice.clause),
        open: choice.open !== undefined,
        ...(choice.open?.until !== undefined && { until: formatInstant(choice.open.until) }),
      },
    }),
    ...(chosen && { chosen: { ...chosen, at: formatInstant(chosen.at) } }),
  };
}
