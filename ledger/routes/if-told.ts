import { z } from "zod";
import { formatInstant } from "#kernel/time/instant.ts";
import { itemJson } from "#kernel/words/json/standing.ts";
import { reading } from "#platform/database/scope.ts";
import { notFound } from "#platform/http/problems.ts";
import { route, type Route } from "#platform/http/route.ts";
import type { Ledger } from "../ledger.ts";
import { ifTold } from "../standing/if-told.ts";
import { contractFor } from "./contract-for.ts";
import { contractOf } from "./contract-of.ts";
import { spoken, unusable } from "./refusals.ts";
import { contractParams, factSchema, itemSchema } from "./schemas.ts";
import { checkFact } from "./told-facts.ts";
import { voiceFor } from "./voice-for.ts";

const ifToldSchema = z
  .object({
    outcome: z.enum(["effective", "refused"]),
    items: z.array(itemSchema),
    /** When the contract would end, as far as an end is announced. */
    ends: z.string().optional(),
    term: z.object({ start: z.string(), end: z.string() }).optional(),
  })
  .meta({ id: "IfTold" });

/** What a fact would do, before somebody tells it. */
export function ifToldRoutes(ledger: Ledger): Route[] {
  return [
    route({
      name: "tryFact",
      method: "post",
      path: "/contracts/{contract}/facts/trial",
      scope: "facts:write",
      summary: {
        fr: "Ce que ferait un fait énoncé maintenant ; rien n'est enregistré",
        en: "What a fact stated now would do; nothing is recorded",
      },
      params: contractParams,
      body: factSchema,
      answers: { 200: { words: { fr: "Ce qu'il ferait", en: "What it would do" }, body: ifToldSchema } },
      problems: [404, 422],
      async handle({ caller, input: { params, body }, now, language }) {
        const name = await contractFor(ledger, caller, params.contract);
        const checked = checkFact(body, await contractOf(ledger, name), caller, now, "body");
        if ("problems" in checked) throw unusable(checked.problems);
        const found = await spoken(() =>
          reading(ledger.database, [name.tenant], (transaction) => ifTold(transaction, ledger, name, checked.fact)),
        );
        if (!found) throw notFound({ fr: "Ce contrat", en: "This contract" });
        const { outcome, items, contract, ends, term } = found;
        const voice = voiceFor(ledger, contract, language);
        return {
          status: 200,
          body: {
            outcome,
            items: items.map((item) => itemJson(item, contract, voice)),
            ...(ends !== undefined && { ends: formatInstant(ends) }),
            ...(term && { term: { start: formatInstant(term.start), end: formatInstant(term.end) } }),
          },
        };
      },
    }),
  ];
}
