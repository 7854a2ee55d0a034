import { z } from "zod";
import { everyFact } from "#kernel/engine/admit.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { route, type Route } from "#platform/http/route.ts";
import type { Ledger } from "../ledger.ts";
import { contractFor } from "./contract-for.ts";
import { contractOf } from "./contract-of.ts";
import { contractParams } from "./schemas.ts";

/** What may be stated under a contract. */
export function kindRoutes(ledger: Ledger): Route[] {
  return [listKinds(ledger)];
}

const fields = z.record(z.string(), z.string());
const kindSchema = z
  .object({
    kind: z.string(),
    version: z.int(),
    words: z.object({ fr: z.string(), en: z.string() }),
    /** Parties that may state it; `anyone` for any party. */
    by: z.array(z.string()),
    sort: z.enum(["act", "happening"]),
    /** Each with its type: docs/guide/writing-terms.md, Facts. */
    fields,
    optional: fields,
    /** Whether a clause of the contract hears it, or decides on it. */
    heard: z.boolean(),
  })
  .meta({ id: "FactKind" });

function listKinds(ledger: Ledger): Route {
  return route({
    name: "listKinds",
    method: "get",
    path: "/contracts/{contract}/kinds",
    scope: "contracts:read",
    summary: { fr: "Ce qui peut être énoncé sous ce contrat", en: "What may be stated under this contract" },
    params: contractParams,
    answers: {
      200: {
        words: { fr: "Les sortes de faits, et les champs de tout fait", en: "The kinds of facts, and the fields of every fact" },
        body: z.object({ items: z.array(kindSchema), common: fields }),
      },
    },
    problems: [404],
    async handle({ caller, input: { params } }) {
      const contract = await contractOf(ledger, await contractFor(ledger, caller, params.contract));
      const items = [...contract.factKinds.values()].map((kind) => ({ ...kind, heard: isHeard(contract, kind.kind) }));
      return { status: 200, body: { items, common: everyFact } };
    },
  });
}

function isHeard({ listeners, limits, rights }: Contract, kind: string): boolean {
  return listeners.has(kind) || limits.has(kind) || rights.has(kind);
}
