import { z } from "zod";
import { textOf } from "#kernel/engine/item.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { DAY, formatInstant, HOUR, type Instant, parseInstant } from "#kernel/time/instant.ts";
import type { Language } from "#kernel/words/language.ts";
import { itemJson } from "#kernel/words/json/standing.ts";
import { openNames } from "#kernel/words/names.ts";
import { reading } from "#platform/database/scope.ts";
import { actorName } from "#platform/http/authenticate.ts";
import { pageOf, pageQuery, type Pages } from "#platform/http/pages.ts";
import { notFound } from "#platform/http/problems.ts";
import { reachOf } from "#platform/http/reach.ts";
import { route, type Route } from "#platform/http/route.ts";
import { labelled } from "../fold/item-row.ts";
import type { Ledger } from "../ledger.ts";
import { announce, type Announcing, NoSuchItem } from "../notices/announce.ts";
import { type Announcement, readAnnouncements } from "../notices/announcements.ts";
import { type Edge, type EdgeKey, readEdges, whatComes } from "../notices/edges.ts";
import { remindersOf } from "../notices/reminders.ts";
import { contractFor, tenantFor } from "./contract-for.ts";
import { contractOf } from "./contract-of.ts";
import { deskOnly, spoken } from "./refusals.ts";
import { contractParams, itemSchema } from "./schemas.ts";
import { sideOf, sides } from "./sides.ts";
import { voiceFor } from "./voice-for.ts";

export function noticeRoutes(ledger: Ledger, pages: Pages): Route[] {
  return [addAnnouncement(ledger), listAnnouncements(ledger, pages), listDue(ledger, pages), listReminders(ledger)];
}

const said = z
  .object({ state: z.string(), due: z.string().optional(), until: z.string().optional(), amount: z.string().optional() })
  .meta({ id: "Said" });

function addAnnouncement(ledger: Ledger): Route {
  return route({
    name: "addAnnouncement",
    method: "post",
    path: "/contracts/{contract}/announcements",
    scope: "facts:write",
    summary: { fr: "Retient ce qui est annoncé d'une ligne, et à qui", en: "Records what is announced of an item, and to whom" },
    description: {
      fr: "La ligne est lue telle qu'elle est maintenant, et « said » redit ce qui est annoncé. Si un fait venu tard dément plus tard l'annonce, l'obligation de la corriger s'ouvre ; annoncer de nouveau la même ligne à la même partie la remplit.",
      en: "The item is read as it stands now, and `said` repeats what is announced. If a late fact proves it wrong later, the duty to correct it opens; announcing the same item to the same party again fulfils it.",
    },
    params: contractParams,
    body: z.strictObject({
      id: z.string().min(1).max(150),
      item: z.string().min(1).max(500),
      to: z.string().min(1).max(50),
      channel: z.string().min(1).max(100).optional(),
      source: z.string().min(1).max(100).optional(),
    }),
    answers: {
      200: { words: { fr: "Déjà connu", en: "Known before" }, body: z.object({ entry: z.int(), revision: z.int(), said }) },
      201: {
        words: { fr: "Retenu", en: "Recorded" },
        body: z.object({ entry: z.int(), revision: z.int(), said, corrects: z.array(z.string()), items: z.array(itemSchema) }),
      },
    },
    problems: [404, 409],
    async handle({ caller, input: { params, body }, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      if (caller.kind !== "provider") throw deskOnly();
      const { source = "desk", channel, ...rest } = body;
      const announcing: Announcing = { ...rest, source: source.replaceAll(":", "-"), ...(channel !== undefined && { channel }) };
      const done = await spoken(() => announce(ledger, name, announcing, actorName(caller))).catch((error: unknown) => {
        throw error instanceof NoSuchItem ? notFound({ fr: "Cette ligne", en: "This item" }) : error;
      });
      const [entry] = done.appended.entries;
      const answer = { entry: entry!.position, revision: done.appended.revision, said: done.said };
      if (entry!.again) return { status: 200, body: answer };
      const contract = await contractOf(ledger, name);
      const voice = voiceFor(ledger, contract, language);
      const items = done.appended.moved.map((item) => itemJson(item, contract, voice));
      return { status: 201, body: { ...answer, corrects: [...done.corrects], items } };
    },
  });
}

const announcementSchema = z
  .object({
    entry: z.int(),
    id: z.string(),
    source: z.string(),
    item: z.string(),
    to: z.string(),
    at: z.string(),
    said,
    channel: z.string().optional(),
    /** Whether it was true of its own instant, as far as is known now. */
    holds: z.boolean(),
    /** When it was proved wrong, and what it should have said; nothing where there was no such item. */
    contradicted: z.object({ at: z.string(), reads: said.optional() }).optional(),
    corrected: z.string().optional(),
  })
  .meta({ id: "Announcement" });

function announcementJson({ position, fact, contradicted, corrected }: Announcement) {
  const { channel } = fact.fields;
  return {
    entry: position,
    id: fact.id,
    source: fact.source,
    item: textOf(fact.fields["item"]),
    to: textOf(fact.fields["to"]),
    at: formatInstant(fact.occurred),
    said: saidIn(fact.fields)!,
    ...(channel !== undefined && { channel: textOf(channel) }),
    holds: contradicted === undefined,
    ...(contradicted && {
      contradicted: {
        at: formatInstant(contradicted.occurred),
        ...(contradicted.fields["state"] !== undefined && { reads: saidIn(contradicted.fields) }),
      },
    }),
    ...(corrected && { corrected: formatInstant(corrected.occurred) }),
  };
}

function saidIn(fields: Announcement["fact"]["fields"]): z.input<typeof said> {
  const told = ["due", "until", "amount"].filter((key) => fields[key] !== undefined);
  return { state: textOf(fields["state"]), ...Object.fromEntries(told.map((key) => [key, textOf(fields[key])])) };
}

function listAnnouncements(ledger: Ledger, pages: Pages): Route {
  return route({
    name: "listAnnouncements",
    method: "get",
    path: "/contracts/{contract}/announcements",
    scope: "contracts:read",
    summary: {
      fr: "Ce qui fut annoncé, et si cela tient encore, le dernier d'abord",
      en: "What was announced, and whether it still holds, the latest first",
    },
    params: contractParams,
    query: pageQuery,
    answers: { 200: { words: { fr: "Une page", en: "A page" }, body: pageOf(announcementSchema) } },
    problems: [404],
    async handle({ caller, input: { params, query }, url }) {
      const name = await contractFor(ledger, caller, params.contract);
      const list = `announcements ${caller.tenant} ${name.contract}`;
      const [after = Infinity] = pages.after(list, query.cursor) ?? [];
      const all = await reading(ledger.database, [name.tenant], (transaction) => readAnnouncements(transaction, name));
      const items = all.filter(({ position }) => position < Number(after)).toReversed();
      return {
        status: 200,
        ...pages.page(list, items.slice(0, query.limit + 1).map(announcementJson), query.limit, ({ entry }) => [entry], url),
      };
    },
  });
}

const edgeSchema = z
  .object({
    contract: z.uuid(),
    contractName: z.string(),
    tenant: z.uuid(),
    tenantName: z.string(),
    /** When, and what happens then: a right opens or closes, a target or a deadline comes. */
    at: z.string(),
    what: z.enum(["opens", "closes", "target", "due"]),
    overdue: z.boolean(),
    /** What the item's clause is called. */
    words: z.object({ fr: z.string(), en: z.string() }),
    item: itemSchema,
  })
  .meta({ id: "Edge" });

function edgeJson(ledger: Ledger, edge: Edge, contract: Contract, now: Instant, language: Language) {
  const { contract: id, contractName, tenant, tenantName, edge: at, body } = edge;
  const item = labelled({ clause: (one) => contract.byId.get(one) }, body, edge.id);
  const called = (reader: Language) => openNames(contract, voiceFor(ledger, contract, reader)).clause(body.clause);
  return {
    contract: id,
    contractName,
    tenant,
    tenantName,
    at: formatInstant(at),
    what: whatComes(body),
    overdue: at <= now && body.state !== "paused",
    words: { fr: called("fr"), en: called("en") },
    item: itemJson(item, contract, voiceFor(ledger, contract, language)),
  };
}

const instant = z.string().refine((text) => parseInstant(text) !== undefined, "expected an instant: 2025-01-31T10:00:00Z");

function listDue(ledger: Ledger, pages: Pages): Route {
  return route({
    name: "listDue",
    method: "get",
    path: "/due",
    scope: "contracts:read",
    summary: {
      fr: "Ce qui attend, dans tous les contrats visibles, le plus pressé d'abord",
      en: "What is to be done, in all contracts in reach, the most urgent first",
    },
    description: {
      fr: "Les lignes ouvertes qui ont une échéance ou une fenêtre ; ce qui est en retard vient en tête. Les montants qui courent sont dans la situation du contrat.",
      en: "Open items with a deadline or a window; what is overdue comes first. Amounts that grow are in the contract's standing.",
    },
    query: pageQuery.extend({
      party: z.string().min(1).max(50).optional(),
      /** What the caller's side owes or may do, or what the others do. */
      side: z.enum(sides).optional(),
      type: z.enum(["obligation", "right", "amount"]).optional(),
      tenant: z.uuid().optional(),
      from: instant.optional(),
      before: instant.optional(),
      /** Whether duties whose time does not run are among them. */
      paused: z.enum(["yes", "no"]).default("yes"),
    }),
    answers: { 200: { words: { fr: "Une page", en: "A page" }, body: pageOf(edgeSchema) } },
    problems: [404],
    async handle({ caller, input: { query }, now, language, url }) {
      const { party, side, type, tenant, from, before, paused, cursor, limit } = query;
      const reach = tenant === undefined ? await reachOf(ledger.database, caller) : [await tenantFor(ledger, caller, tenant)];
      const list = `due ${caller.tenant} ${JSON.stringify([party, side, type, tenant, from, before, paused])}`;
      const behind = pages.after(list, cursor) as EdgeKey | undefined;
      const items = await reading(ledger.database, reach, async (transaction) => {
        const edges = await readEdges(transaction, {
          ...(party !== undefined && { party }),
          ...(side !== undefined && { side: sideOf(caller.kind, side) }),
          ...(type !== undefined && { type }),
          ...(from !== undefined && { from: parseInstant(from)! }),
          ...(before !== undefined && { before: parseInstant(before)! }),
          ...(behind && { behind }),
          paused: paused === "yes",
          most: limit + 1,
        });
        const composed = new Map<string, Contract>();
        for (const { contract, particulars, documents } of edges)
          if (!composed.has(contract)) composed.set(contract, await ledger.compositions.open(transaction, particulars, documents));
        return edges.map((edge) => ({ key: keyOf(edge), json: edgeJson(ledger, edge, composed.get(edge.contract)!, now, language) }));
      });
      const { body, headers } = pages.page(list, items, limit, ({ key }) => key, url);
      return { status: 200, headers, body: { ...body, items: body.items.map(({ json }) => json) } };
    },
  });
}

function keyOf({ edge, contract, key, number }: Edge): EdgeKey {
  return [edge, contract, key, number];
}

const units: Readonly<Record<string, number>> = { h: HOUR, d: DAY, w: 7 * DAY };

function listReminders(ledger: Ledger): Route {
  return route({
    name: "listReminders",
    method: "get",
    path: "/contracts/{contract}/reminders",
    scope: "contracts:read",
    summary: { fr: "Ce qui approche dans un contrat, le plus proche d'abord", en: "What is coming under a contract, the soonest first" },
    params: contractParams,
    query: z.object({
      /** Hours, days of 24 hours, or weeks: `12h`, `30d`, `2w`. */
      within: z
        .string()
        .regex(/^[1-9]\d{0,3}[hdw]$/)
        .default("30d"),
    }),
    answers: {
      200: {
        words: { fr: "Les échéances, mille au plus", en: "The edges, a thousand at most" },
        body: z.object({ items: z.array(edgeSchema) }),
      },
    },
    problems: [404],
    async handle({ caller, input: { params, query }, now, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const contract = await contractOf(ledger, name);
      const within = Number(query.within.slice(0, -1)) * units[query.within.slice(-1)]!;
      const edges = await remindersOf(ledger, name, now, within);
      return { status: 200, body: { items: edges.map((edge) => edgeJson(ledger, edge, contract, now, language)) } };
    },
  });
}
