import { z } from "zod";
import { formatInstant } from "#kernel/time/instant.ts";
import { scoped } from "#platform/database/scope.ts";
import type { Caller } from "#platform/http/authenticate.ts";
import { badInput, notFound } from "#platform/http/problems.ts";
import { route, type Route } from "#platform/http/route.ts";
import { readWitnessKeys, registerWitness, retireWitness, takeCosignatures, type WitnessKey } from "../evidence/witness.ts";
import type { Ledger } from "../ledger.ts";
import { contractFor } from "./contract-for.ts";
import { noWitness, proven, unwitnessedProblem } from "./evidence-refusals.ts";
import { contractParams } from "./schemas.ts";

/** Customers and distributors as witnesses. To cosign, reading evidence is enough: it changes nothing, and the key is what counts. */
export function witnessRoutes(ledger: Ledger): Route[] {
  return [addWitnessKey(ledger), listWitnessKeys(ledger), retireWitnessKey(ledger), addCosignatures(ledger)];
}

const keySchema = z
  .object({ witness: z.string(), key: z.string(), registered: z.string(), retired: z.string().nullable() })
  .meta({ id: "WitnessKey" });

function addWitnessKey(ledger: Ledger): Route {
  return route({
    name: "addWitnessKey",
    method: "post",
    path: "/witness-keys",
    scope: "keys:write",
    summary: { fr: "Enregistre une clé de témoin", en: "Registers a witness key" },
    description: {
      fr: "Une clé de vérification « nom+id+clé » du type cosignature/v1 (C2SP tlog-cosignature), du client ou du distributeur.",
      en: "A verifier key, `name+id+key`, of type cosignature/v1 (C2SP tlog-cosignature), of the customer or the distributor.",
    },
    body: z.strictObject({ key: z.string().min(1).max(500) }).meta({ id: "NewWitnessKey" }),
    answers: {
      200: { words: { fr: "Déjà connue", en: "Known before" }, body: keySchema },
      201: { words: { fr: "Enregistrée", en: "Registered" }, body: keySchema },
    },
    problems: [409, 422],
    handle: ({ caller, input: { body } }) =>
      proven(async () => {
        const tenant = witnessOf(caller);
        const taken = await scoped(ledger.database, [tenant], (transaction) => registerWitness(transaction, ledger, tenant, body.key));
        if (typeof taken === "string") throw unwitnessedProblem(taken);
        return { status: taken.isNew ? 201 : 200, body: keyBody(taken.key) };
      }, "body.key"),
  });
}

function listWitnessKeys(ledger: Ledger): Route {
  return route({
    name: "listWitnessKeys",
    method: "get",
    path: "/witness-keys",
    scope: "evidence:read",
    summary: { fr: "Ses clés de témoin", en: "One's witness keys" },
    answers: { 200: { words: { fr: "Les clés", en: "The keys" }, body: z.object({ items: z.array(keySchema) }) } },
    async handle({ caller: { tenant } }) {
      const keys = await scoped(ledger.database, [tenant], (transaction) => readWitnessKeys(transaction, tenant));
      return { status: 200, body: { items: keys.map(keyBody) } };
    },
  });
}

function retireWitnessKey(ledger: Ledger): Route {
  return route({
    name: "retireWitnessKey",
    method: "delete",
    path: "/witness-keys/{id}",
    scope: "keys:write",
    summary: { fr: "Retire une clé de témoin", en: "Retires a witness key" },
    description: {
      fr: "Par son id, huit chiffres hexadécimaux. Elle ne contresigne plus ; ses contreseings restent.",
      en: "By its id, eight hexadecimal digits. It cosigns no more; its cosignatures stay.",
    },
    params: z.object({ id: z.string().regex(/^[0-9a-f]{8}$/) }),
    answers: { 200: { words: { fr: "Retirée", en: "Retired" }, body: z.object({ items: z.array(keySchema) }) } },
    async handle({ caller: { tenant }, input: { params } }) {
      const keys = await scoped(ledger.database, [tenant], (transaction) => retireWitness(transaction, ledger, tenant, params.id));
      if (keys.length === 0) throw notFound({ fr: "Cette clé de témoin", en: "This witness key" });
      return { status: 200, body: { items: keys.map(keyBody) } };
    },
  });
}

function addCosignatures(ledger: Ledger): Route {
  return route({
    name: "addCosignatures",
    method: "post",
    path: "/contracts/{contract}/cosignatures",
    scope: "evidence:read",
    summary: { fr: "Dépose un contreseing", en: "Posts a cosignature" },
    description: {
      fr: "Le point de contrôle tel qu'il a été donné, avec la ligne du témoin. Vérifié avant d'être gardé ; les dossiers suivants le portent.",
      en: "The checkpoint as it was given, with the witness's line. Verified before it is kept; later packs carry it.",
    },
    params: contractParams,
    takes: "text/plain",
    most: 65_536,
    answers: {
      200: {
        words: { fr: "Gardé", en: "Kept" },
        body: z.object({
          size: z.int(),
          cosignatures: z.array(z.object({ witness: z.string(), stamped: z.string(), known: z.boolean() })),
        }),
      },
    },
    problems: [409, 422],
    handle: ({ caller, input: { params, bytes } }) =>
      proven(async () => {
        const witness = witnessOf(caller);
        const name = await contractFor(ledger, caller, params.contract);
        const note = textOf(bytes);
        const taken = await scoped(ledger.database, [...new Set([name.tenant, witness])], (transaction) =>
          takeCosignatures(transaction, ledger, name, witness, note),
        );
        if (typeof taken === "string") throw unwitnessedProblem(taken);
        const cosignatures = taken.taken.map((one) => ({ witness: one.witness, stamped: formatInstant(one.stamped), known: !one.isNew }));
        return { status: 200 as const, body: { size: taken.size, cosignatures } };
      }),
  });
}

function witnessOf({ kind, tenant }: Caller): string {
  if (kind === "provider") throw noWitness();
  return tenant;
}

function keyBody({ witness, key, registered, retired }: WitnessKey) {
  return { witness, key, registered: formatInstant(registered), retired: retired === null ? null : formatInstant(retired) };
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw badInput([{ place: "body", code: "not-utf8", detail: { fr: "Ce n'est pas de l'UTF-8.", en: "This is not UTF-8." } }]);
  }
}
