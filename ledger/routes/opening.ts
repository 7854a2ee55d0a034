import { z } from "zod";
import { formatInstant } from "#kernel/time/instant.ts";
import { openNames } from "#kernel/words/names.ts";
import { reading } from "#platform/database/scope.ts";
import { notFound } from "#platform/http/problems.ts";
import { route, type Route } from "#platform/http/route.ts";
import type { Ledger } from "../ledger.ts";
import { type Opening, readOpening } from "../opening/read-opening.ts";
import { contractFor } from "./contract-for.ts";
import { contractParams } from "./schemas.ts";
import { voiceFor } from "./voice-for.ts";

/** How the service was opened: codes, activation, hand-over. */
export function openingRoutes(ledger: Ledger): Route[] {
  return [getOpening(ledger)];
}

const openingSchema = z
  .object({
    /** When the running term began; it runs from no step below. */
    term: z.string().optional(),
    steps: z.array(
      z.object({
        kind: z.string(),
        words: z.string(),
        /** Parties that may state it. */
        by: z.array(z.string()),
        told: z.object({ at: z.string(), by: z.string(), entry: z.int() }).optional(),
        /** Where a clause told it, and no fact did. */
        since: z.string().optional(),
        duty: z
          .object({ clause: z.string(), name: z.string(), party: z.string(), state: z.string(), due: z.string().optional() })
          .optional(),
      }),
    ),
  })
  .meta({ id: "Opening" });

function getOpening(ledger: Ledger): Route {
  return route({
    name: "getOpening",
    method: "get",
    path: "/contracts/{contract}/opening",
    scope: "contracts:read",
    summary: { fr: "Premiers codes, activation, remise : des faits distincts", en: "First codes, activation, hand-over: separate facts" },
    params: contractParams,
    answers: { 200: { words: { fr: "Les étapes", en: "The steps" }, body: openingSchema } },
    problems: [404],
    async handle({ caller, input: { params }, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const found = await reading(ledger.database, [name.tenant], (transaction) => readOpening(transaction, ledger, name));
      if (!found) throw notFound({ fr: "Ce contrat", en: "This contract" });
      return { status: 200, body: openingJson(ledger, found, language) };
    },
  });
}

function openingJson(ledger: Ledger, { contract, term, steps }: Opening, language: "fr" | "en") {
  const names = openNames(contract, voiceFor(ledger, contract, language));
  return {
    ...(term !== undefined && { term: formatInstant(term) }),
    steps: steps.map(({ kind, told, since, duty }) => ({
      kind,
      words: names.event(kind),
      by: [...(contract.factKinds.get(kind)?.by ?? [])],
      ...(told && { told: { at: formatInstant(told.fact.occurred), by: told.fact.by, entry: told.position } }),
      ...(since !== undefined && { since: formatInstant(since) }),
      ...(duty && {
        duty: {
          clause: duty.clause.id,
          name: names.clause(duty.clause.id),
          party: duty.item.party,
          state: duty.item.state,
          ...(duty.item.due !== undefined && { due: formatInstant(duty.item.due) }),
        },
      }),
    })),
  };
}
