import { z } from "zod";
import { type Fact, factName } from "#kernel/engine/fact.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { problem } from "#kernel/terms/problem.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { Language } from "#kernel/words/language.ts";
import { itemJson } from "#kernel/words/json/standing.ts";
import { reading } from "#platform/database/scope.ts";
import { actorName } from "#platform/http/authenticate.ts";
import { pageOf, pageQuery, type Pages } from "#platform/http/pages.ts";
import { route, type Route } from "#platform/http/route.ts";
import { isTooDeep } from "#platform/http/too-deep.ts";
import { append, type Appended } from "../facts/append.ts";
import type { Told } from "../facts/told.ts";
import { readHead } from "../fold/head.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { contractFor } from "./contract-for.ts";
import { contractOf } from "./contract-of.ts";
import { faultsOf, spoken, textOf, unusable } from "./refusals.ts";
import { contractParams, entrySchema, factSchema, faultSchema, itemSchema } from "./schemas.ts";
import { sealTexts } from "../personal/seal.ts";
import { type Checked, checkFact } from "./told-facts.ts";
import { voiceFor } from "./voice-for.ts";

export function factRoutes(ledger: Ledger, pages: Pages): Route[] {
  return [appendFact(ledger), appendFacts(ledger), listFacts(ledger, pages)];
}

const appended = z.object({
  revision: z.int(),
  /** How many facts the contract's log holds. */
  size: z.int(),
  /** Items that this opened, changed or closed. */
  items: z.array(itemSchema),
});

function appendFact(ledger: Ledger): Route {
  return route({
    name: "appendFact",
    method: "post",
    path: "/contracts/{contract}/facts",
    scope: "facts:write",
    summary: { fr: "Énonce un fait", en: "States a fact" },
    description: {
      fr: "Un fait énoncé deux fois sous le même identifiant compte une fois. Un acte refusé par une clause est enregistré, et sa réponse le dit : « outcome » vaut refused et « items » dit pourquoi.",
      en: "A fact stated twice under one id counts once. An act that a clause refuses is recorded, and the answer says so: `outcome` is refused, and `items` say why.",
    },
    params: contractParams,
    body: factSchema,
    answers: {
      200: { words: { fr: "Déjà connu", en: "Known before" }, body: appended.extend({ outcome: z.literal("known"), entry: z.int() }) },
      201: {
        words: { fr: "Enregistré", en: "Recorded" },
        body: appended.extend({ outcome: z.enum(["effective", "refused"]), entry: z.int() }),
      },
    },
    problems: [404, 409, 422],
    async handle({ caller, input: { params, body }, now, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const contract = await contractOf(ledger, name);
      const checked = checkFact(body, contract, caller, now, "body");
      if ("problems" in checked) throw unusable(checked.problems);
      const done = await spoken(async () => append(ledger, name, [await ready(ledger, name, checked)], actorName(caller)));
      const [told] = done.entries;
      const answer = { ...appendedBody(ledger, contract, done, language), entry: told!.position };
      return told!.again
        ? { status: 200, body: { ...answer, outcome: "known" as const } }
        : { status: 201, body: { ...answer, outcome: outcomeOf(done, checked.fact) } };
    },
  });
}

function appendFacts(ledger: Ledger): Route {
  return route({
    name: "appendFacts",
    method: "post",
    path: "/contracts/{contract}/facts/batch",
    scope: "facts:write",
    summary: { fr: "Énonce plusieurs faits", en: "States many facts" },
    description: {
      fr: "Un fait par ligne (JSON). Les lignes qui ne conviennent pas sont nommées ; les autres sont enregistrées ensemble.",
      en: "One fact a line (JSON). Lines that do not fit are named; the others are recorded together.",
    },
    params: contractParams,
    takes: "application/x-ndjson",
    most: 32 * 2 ** 20,
    answers: {
      200: {
        words: { fr: "Lu", en: "Read" },
        body: appended.extend({ recorded: z.int(), known: z.int(), entries: z.array(entrySchema), errors: z.array(faultSchema) }),
      },
    },
    problems: [404, 409, 422],
    async handle({ caller, input: { params, bytes }, now, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const contract = await contractOf(ledger, name);
      const checked = linesOf(bytes).map(([line, text]) => ({ line, ...checkLine(text, contract, line, now) }));
      const good = checked.flatMap((one) => ("fact" in one ? [one] : []));
      const bad = checked.flatMap((one) => ("problems" in one ? faultsOf(one.problems) : []));
      const done =
        good.length === 0
          ? await nothing(ledger, name)
          : await spoken(async () =>
              append(ledger, name, await Promise.all(good.map((one) => ready(ledger, name, one))), actorName(caller)),
            );
      const entries = done.entries.map((entry, index) => ({ line: good[index]!.line, entry: entry.position, again: entry.again }));
      const known = entries.filter(({ again }) => again).length;
      const errors = bad.map((fault) => ({ ...fault, detail: typeof fault.detail === "string" ? fault.detail : fault.detail[language] }));
      return {
        status: 200,
        body: { ...appendedBody(ledger, contract, done, language), recorded: entries.length - known, known, entries, errors },
      };

      function checkLine(text: string, whole: Contract, line: number, at: Instant) {
        const place = { file: "body", line, column: 1 };
        const raw = parsed(text);
        if (raw === undefined) return { problems: [problem("fact-not-json", place, { line: String(line) })] };
        const read = factSchema.safeParse(raw);
        if (read.success) return checkFact(read.data, whole, caller, at, "body", line);
        return {
          problems: read.error.issues.map(({ path, message }) => problem("fact-misshapen", place, { field: path.join("."), got: message })),
        };
      }
    },
  });
}

function linesOf(bytes: Uint8Array): [number, string][] {
  return textOf(bytes)
    .split("\n")
    .map((text, index): [number, string] => [index + 1, text])
    .filter(([, text]) => text.trim() !== "");
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const raw: unknown = JSON.parse(text);
    if (typeof raw !== "object" || raw === null || Array.isArray(raw) || isTooDeep(raw)) return undefined;
    return raw as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function listFacts(ledger: Ledger, pages: Pages): Route {
  return route({
    name: "listFacts",
    method: "get",
    path: "/contracts/{contract}/facts",
    scope: "contracts:read",
    summary: { fr: "Les faits, dans l'ordre du journal", en: "The facts, in the order of the log" },
    params: contractParams,
    query: pageQuery.extend({ order: z.enum(["log", "latest"]).default("log") }),
    answers: {
      200: {
        words: { fr: "Une page", en: "A page" },
        body: pageOf(z.object({ entry: z.int(), statedBy: z.string(), fact: z.looseObject({ kind: z.string() }) })),
      },
    },
    problems: [404],
    async handle({ caller, input: { params, query }, url }) {
      const name = await contractFor(ledger, caller, params.contract);
      const latest = query.order === "latest";
      const list = `facts ${name.contract} ${query.order}`;
      const [after = latest ? Number.MAX_SAFE_INTEGER : -1] = pages.after(list, query.cursor) ?? [];
      const rows = await reading(ledger.database, [name.tenant], (transaction) =>
        transaction.rows<{ position: number; stated_by: string; entry: Buffer }>({
          name: latest ? "facts-latest" : "facts-page",
          text: `select position, stated_by, entry from ledger.fact
            where tenant_id = $1 and contract_id = $2 and position ${latest ? "<" : ">"} $3 order by position ${latest ? "desc" : ""} limit $4`,
          values: [name.tenant, name.contract, after, query.limit + 1],
        }),
      );
      const facts = rows.map(({ position, stated_by, entry }) => ({
        entry: position,
        statedBy: stated_by,
        fact: (JSON.parse(entry.toString("utf8")) as { fact: { kind: string } }).fact,
      }));
      return { status: 200, ...pages.page(list, facts, query.limit, ({ entry }) => [entry], url) };
    },
  });
}

/** A checked fact with its texts about people sealed. */
async function ready(ledger: Ledger, { tenant }: ContractName, { fact, personal }: Extract<Checked, { fact: Told }>): Promise<Told> {
  return Object.keys(personal).length === 0 ? fact : { ...fact, sealed: await sealTexts(ledger.keys, tenant, personal) };
}

async function nothing(ledger: Ledger, name: ContractName): Promise<Appended> {
  const head = await reading(ledger.database, [name.tenant], (transaction) => readHead(transaction, name));
  return { revision: head?.revision ?? 0, size: head?.facts ?? 0, entries: [], moved: [] };
}

function appendedBody(ledger: Ledger, contract: Contract, { revision, size, moved }: Appended, language: Language) {
  const voice = voiceFor(ledger, contract, language);
  return { revision, size, items: moved.map((item) => itemJson(item, contract, voice)) };
}

/** Whether a clause refused what was told. */
export function outcomeOf({ moved }: Appended, fact: Told): "effective" | "refused" {
  const name = factName(fact as Fact);
  return moved.some(({ type, because }) => type === "refusal" && because.facts.includes(name)) ? "refused" : "effective";
}
