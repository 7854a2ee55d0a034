import { z } from "zod";
import { digestOf } from "#kernel/evidence/canonical.ts";
import type { RawReferences } from "#kernel/references.ts";
import { route, type Route } from "#platform/http/route.ts";

/** The figures of the world that the ledger computes with, as they were before they were read. */
export function referenceRoutes(raw: RawReferences): Route[] {
  return [getReferences(raw)];
}

function getReferences(raw: RawReferences): Route {
  const body = { ...raw, digest: digestOf(raw) };
  return route({
    name: "getReferences",
    method: "get",
    path: "/references",
    scope: "contracts:read",
    summary: {
      fr: "Les chiffres du monde : fuseaux, jours fériés, taux publiés",
      en: "The figures of the world: zones, holidays, published rates",
    },
    description: {
      fr: "Ce que le calcul prend en entrée. « digest » est celui des relevés signés et des dossiers de preuve.",
      en: "What computing takes as input. `digest` is the one in signed statements and packs of evidence.",
    },
    answers: {
      200: {
        words: { fr: "Les chiffres", en: "The figures" },
        body: z
          .object({
            edition: z.string(),
            digest: z.string(),
            zones: z.unknown(),
            holidays: z.array(z.unknown()),
            rates: z.array(z.unknown()),
          })
          .meta({ id: "References" }),
      },
    },
    handle: async () => ({ status: 200, body }),
  });
}
