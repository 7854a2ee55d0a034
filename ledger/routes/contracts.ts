import { createHash } from "node:crypto";
import { z } from "zod";
import { lint } from "#kernel/terms/lint/lint.ts";
import type { Contract, Particulars } from "#kernel/terms/contract.ts";
import { problem } from "#kernel/terms/problem.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import { findingWords } from "#kernel/words/findings.ts";
import type { Language } from "#kernel/words/language.ts";
import { enter, reading, scoped } from "#platform/database/scope.ts";
import { actorName } from "#platform/http/authenticate.ts";
import { once } from "#platform/http/idempotency.ts";
import { pageOf, pageQuery, type Pages } from "#platform/http/pages.ts";
import { notFound } from "#platform/http/problems.ts";
import { reachOf } from "#platform/http/reach.ts";
import { route, type Route } from "#platform/http/route.ts";
import { draft } from "../contracts/draft.ts";
import { append } from "../facts/append.ts";
import { type Head, readHead } from "../fold/head.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { contractFor, tenantFor } from "./contract-for.ts";
import { contractOf } from "./contract-of.ts";
import { outcomeOf } from "./facts.ts";
import { deskOnly, spoken, unusable } from "./refusals.ts";
import { contractParams, findingSchema, itemSchema, pinnedSchema } from "./schemas.ts";
import { voiceFor } from "./voice-for.ts";
import { newId } from "#platform/database/new-id.ts";
import { itemJson } from "#kernel/words/json/standing.ts";
import { checkFact } from "./told-facts.ts";

export function contractRoutes(ledger: Ledger, pages: Pages): Route[] {
  return [addContract(ledger), listContracts(ledger, pages), getContract(ledger), getFindings(ledger), accept(ledger)];
}

const figures = z.record(z.string(), z.unknown());

/** What the order form fixes: docs/guide/writing-terms.md, Particulars. */
export const particularsSchema = z
  .strictObject({
    contract: z.string().min(1).max(200),
    documents: z.array(z.string().min(1)).min(1),
    parties: z.record(z.string(), z.string()).default({}),
    figures: figures.default({}),
    readings: z.record(z.string(), z.string()).default({}),
    order: z.record(z.string(), z.string()).default({}),
  })
  .meta({ id: "Particulars" });

const contractSchema = z
  .object({
    contract: z.uuid(),
    tenant: z.uuid(),
    name: z.string(),
    phase: z.string(),
    documents: z.array(pinnedSchema),
    created: z.string(),
    revision: z.int(),
    size: z.int(),
    due: z.string().optional(),
    trouble: z.string().optional(),
  })
  .meta({ id: "Contract" });

const listedSchema = contractSchema.extend({ tenantName: z.string() }).meta({ id: "ListedContract" });

function addContract(ledger: Ledger): Route {
  return route({
    name: "addContract",
    method: "post",
    path: "/tenants/{tenant}/contracts",
    scope: "contracts:write",
    summary: { fr: "Compose un contrat pour un client", en: "Composes a contract for a customer" },
    description: {
      fr: "Le contrat garde les versions exactes de ses documents. Rien n'est dû tant qu'il n'est pas accepté ; les remarques du relecteur sont jointes.",
      en: "The contract keeps the exact versions of its documents. Nothing is owed until it is accepted; what the linter finds comes with it.",
    },
    params: z.object({ tenant: z.uuid() }),
    body: particularsSchema,
    idempotencyKey: "taken",
    answers: { 201: { words: { fr: "Composé", en: "Composed" }, body: contractSchema.extend({ findings: z.array(findingSchema) }) } },
    problems: [404, 409, 422],
    async handle({ caller, input: { params, body }, now, language, once: request }) {
      if (caller.kind === "customer") throw deskOnly();
      const name = { tenant: await tenantFor(ledger, caller, params.tenant), contract: newId(now) };
      return scoped(ledger.database, [name.tenant], (transaction) =>
        once(transaction, caller, request, now, async () => {
          const { problems } = await spoken(() => draft(transaction, ledger, name, body as unknown as Particulars));
          if (problems.length > 0) throw unusable(problems);
          const head = (await readHead(transaction, name))!;
          const composed = await ledger.compositions.open(transaction, head.particulars, head.documents);
          return { status: 201, body: { ...contractJson(name, head, now), findings: findingsOf(ledger, composed, language) } } as const;
        }),
      );
    },
  });
}

type Shown = Pick<Head, "name" | "documents" | "revision" | "facts" | "due" | "phase"> & { trouble?: string | null };

function contractJson({ tenant, contract }: ContractName, head: Shown, created: Instant) {
  return {
    contract,
    tenant,
    name: head.name,
    phase: head.phase,
    documents: head.documents,
    created: formatInstant(created),
    revision: head.revision,
    size: head.facts,
    ...(head.due !== null && { due: formatInstant(head.due) }),
    ...(head.trouble !== null && head.trouble !== undefined && { trouble: head.trouble }),
  };
}

interface Row extends Shown {
  tenant_id: string;
  contract_id: string;
  created: Instant;
}

const columns = "tenant_id, contract_id, name, phase, documents, created, revision, facts, due, trouble";

function listContracts(ledger: Ledger, pages: Pages): Route {
  return route({
    name: "listContracts",
    method: "get",
    path: "/contracts",
    scope: "contracts:read",
    summary: { fr: "Les contrats visibles, les plus récents d'abord", en: "The contracts in reach, the latest first" },
    query: pageQuery.extend({
      tenant: z.uuid().optional(),
      /** In the contract's name, or its customer's. */
      words: z.string().min(1).max(100).optional(),
      phase: z.enum(["draft", "running", "suspended", "ended"]).optional(),
      /** Only those that the clock could not turn. */
      trouble: z.enum(["yes"]).optional(),
    }),
    answers: {
      200: { words: { fr: "Une page", en: "A page" }, body: pageOf(listedSchema) },
    },
    problems: [404],
    async handle({ caller, input: { query }, url }) {
      const reach = query.tenant === undefined ? await reachOf(ledger.database, caller) : [await tenantFor(ledger, caller, query.tenant)];
      const { words, phase, trouble } = query;
      const list = `contracts ${caller.tenant} ${JSON.stringify([query.tenant, words, phase, trouble])}`;
      const [after = "ffffffff-ffff-ffff-ffff-ffffffffffff"] = pages.after(list, query.cursor) ?? [];
      const rows = await reading(ledger.database, reach, async (transaction) => {
        const found = await transaction.rows<{ tenant_id: string; contract_id: string }>({
          name: "find-contracts",
          text: "select tenant_id, contract_id from ledger.find_contracts($1, $2, $3, $4, $5)",
          values: [words ?? null, phase === undefined ? null : [phase], trouble === "yes", after, query.limit + 1],
        });
        const near = await enter(transaction, [...new Set(found.map(({ tenant_id }) => tenant_id))]);
        return near.rows<Row & { tenant_name: string }>({
          name: "contracts-found",
          text: `select ${columns.replaceAll(/\w+/g, "c.$&")}, t.name as tenant_name
            from ledger.contract c join platform.tenant t on t.tenant_id = c.tenant_id
            where c.contract_id = any ($1) order by c.contract_id desc`,
          values: [found.map(({ contract_id }) => contract_id)],
        });
      });
      const items = rows.map((row) => ({
        ...contractJson({ tenant: row.tenant_id, contract: row.contract_id }, row, row.created),
        tenantName: row.tenant_name,
      }));
      return { status: 200, ...pages.page(list, items, query.limit, ({ contract }) => [contract], url) };
    },
  });
}

function getContract(ledger: Ledger): Route {
  return route({
    name: "getContract",
    method: "get",
    path: "/contracts/{contract}",
    scope: "contracts:read",
    summary: { fr: "Un contrat, avec ce que la commande a fixé", en: "A contract, with what the order fixed" },
    params: contractParams,
    answers: {
      200: { words: { fr: "Le contrat", en: "The contract" }, body: contractSchema.extend({ particulars: z.looseObject({}) }) },
    },
    problems: [404],
    async handle({ caller, input: { params } }) {
      const name = await contractFor(ledger, caller, params.contract);
      const [row] = await reading(ledger.database, [name.tenant], (transaction) =>
        transaction.rows<Row & { particulars: Record<string, unknown> }>({
          text: `select ${columns}, particulars from ledger.contract where tenant_id = $1 and contract_id = $2`,
          values: [name.tenant, name.contract],
        }),
      );
      if (!row) throw notFound({ fr: "Ce contrat", en: "This contract" });
      return { status: 200, body: { ...contractJson(name, row, row.created), particulars: row.particulars } };
    },
  });
}

function getFindings(ledger: Ledger): Route {
  return route({
    name: "getFindings",
    method: "get",
    path: "/contracts/{contract}/findings",
    scope: "contracts:read",
    summary: { fr: "Ce que le relecteur remarque dans le texte composé", en: "What the linter finds in the composed text" },
    params: contractParams,
    answers: { 200: { words: { fr: "Les remarques", en: "The findings" }, body: z.object({ items: z.array(findingSchema) }) } },
    problems: [404],
    async handle({ caller, input: { params }, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const composed = await contractOf(ledger, name);
      return { status: 200, body: { items: findingsOf(ledger, composed, language) } };
    },
  });
}

/** What the linter finds, in the reader's words. */
export function findingsOf(ledger: Ledger, composed: Contract, language: Language) {
  return lint(composed, ledger.references).map((finding) => {
    const { mend, ...words } = findingWords(finding, composed);
    return { ...finding, words: words[language], mend: mend[language] };
  });
}

function accept(ledger: Ledger): Route {
  return route({
    name: "acceptContract",
    method: "post",
    path: "/contracts/{contract}/acceptance",
    scope: "facts:write",
    summary: { fr: "Accepte le contrat dans ses versions exactes", en: "Accepts the contract in its exact versions" },
    description: {
      fr: "Celui qui accepte répète les empreintes des documents qu'il a lus : un autre texte que le sien n'est pas accepté.",
      en: "Who accepts repeats the digests of the documents that were read: no other text is accepted than that.",
    },
    params: contractParams,
    body: z.strictObject({
      documents: z.array(z.string()).min(1),
      occurred: z.string().optional(),
      form: z.string().min(1).max(50).default("online"),
      capacity: z.string().max(200).optional(),
      from: z.string().max(200).optional(),
    }),
    answers: {
      201: {
        words: { fr: "Enregistré", en: "Recorded" },
        body: z.object({ outcome: z.enum(["effective", "refused"]), entry: z.int(), revision: z.int(), items: z.array(itemSchema) }),
      },
    },
    problems: [404, 409, 422],
    async handle({ caller, input: { params, body }, now, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const head = await reading(ledger.database, [name.tenant], (transaction) => readHead(transaction, name));
      const contract = await contractOf(ledger, name);
      const versions = versionsRead(head!, body.documents);
      const raw = {
        id: `acceptance-${createHash("sha256")
          .update(JSON.stringify([body, body.occurred ?? now]))
          .digest("hex")
          .slice(0, 12)}`,
        kind: "contract.accepted",
        ...(body.occurred !== undefined && { occurred: body.occurred }),
        ...(caller.kind === "provider" && { by: "customer" }),
        fields: {
          "in-form": body.form,
          version: versions,
          ...(body.capacity !== undefined && { capacity: body.capacity }),
          ...(body.from !== undefined && { from: body.from }),
        },
      };
      const checked = checkFact(raw, contract, caller, now, "body");
      if ("problems" in checked) throw unusable(checked.problems);
      const done = await spoken(() => append(ledger, name, [checked.fact], actorName(caller)));
      const voice = voiceFor(ledger, contract, language);
      return {
        status: 201,
        body: {
          outcome: outcomeOf(done, checked.fact),
          entry: done.entries[0]!.position,
          revision: done.revision,
          items: done.moved.map((item) => itemJson(item, contract, voice)),
        },
      };
    },
  });
}

/** The exact versions accepted, in words; refused where the digests are not those of the contract. */
function versionsRead({ documents }: Head, digests: readonly string[]): string {
  const missing = documents.filter(({ digest }) => !digests.includes(digest));
  const strange = digests.filter((digest) => !documents.some((one) => one.digest === digest));
  const place = { file: "body.documents", line: 0, column: 0 };
  if (missing.length + strange.length > 0)
    throw unusable([
      ...missing.map(({ id, digest }) => problem("document-not-read", place, { document: id, digest })),
      ...strange.map((digest) => problem("document-not-of-contract", place, { digest })),
    ]);
  return documents.map(({ id, version, digest }) => `${id} ${version} ${digest.slice(0, 12)}`).join(", ");
}
