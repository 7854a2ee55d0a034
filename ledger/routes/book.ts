import { z } from "zod";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import { enter, reading, type Transaction } from "#platform/database/scope.ts";
import { pageOf, pageQuery, type Pages } from "#platform/http/pages.ts";
import { notFound } from "#platform/http/problems.ts";
import { reaches, reachOf } from "#platform/http/reach.ts";
import { route, type Route } from "#platform/http/route.ts";
import type { Ledger } from "../ledger.ts";
import { tenantFor } from "./contract-for.ts";

/** Customers and distributors, with what they have. */
export function bookRoutes(ledger: Ledger, pages: Pages): Route[] {
  return [listBook(ledger, pages), getTenant(ledger)];
}

const bookSchema = z
  .object({
    tenant: z.uuid(),
    kind: z.enum(["provider", "distributor", "customer"]),
    name: z.string(),
    distributor: z.object({ tenant: z.uuid(), name: z.string().optional() }).optional(),
    created: z.string(),
    /** How many contracts, how many of them running, and how many of their lines are overdue. */
    contracts: z.int(),
    running: z.int(),
    overdue: z.int(),
    /** The next instant that matters. */
    next: z.string().optional(),
  })
  .meta({ id: "BookEntry" });

interface Row {
  tenant: string;
  kind: "provider" | "distributor" | "customer";
  name: string;
  sorted: string;
  distributor: string | null;
  distributor_name: string | null;
  created: Instant;
  contracts: number;
  running: number;
  overdue: number;
  next: Instant | null;
}

const kinds = z.enum(["customer", "distributor"]);

function listBook(ledger: Ledger, pages: Pages): Route {
  return route({
    name: "listBook",
    method: "get",
    path: "/book",
    scope: "contracts:read",
    summary: {
      fr: "Clients et distributeurs visibles, par nom, avec ce qu'ils ont",
      en: "Customers and distributors in reach, by name, with what they have",
    },
    query: pageQuery.extend({ kind: kinds.optional(), distributor: z.uuid().optional(), words: z.string().min(1).max(100).optional() }),
    answers: { 200: { words: { fr: "Une page", en: "A page" }, body: pageOf(bookSchema) } },
    problems: [404],
    async handle({ caller, input: { query }, now, url }) {
      const { kind, words, limit } = query;
      const distributor = query.distributor === undefined ? undefined : await tenantFor(ledger, caller, query.distributor);
      const list = `book ${caller.tenant} ${JSON.stringify([kind, distributor, words])}`;
      const [behindName, behind] = pages.after(list, query.cursor) ?? [];
      const reach = await reachOf(ledger.database, caller);
      const rows = await reading(ledger.database, reach, async (transaction) => {
        const found = await transaction.rows<{ tenant_id: string; seen_distributor: string | null }>({
          name: "find-tenants",
          text: "select tenant_id, seen_distributor from ledger.find_tenants($1, $2, $3, $4, $5, $6)",
          values: [
            words ?? null,
            kind === undefined ? ["customer", "distributor"] : [kind],
            distributor ?? null,
            behindName ?? null,
            behind ?? null,
            limit + 1,
          ],
        });
        const tenants = found.map(({ tenant_id }) => tenant_id);
        const distributors = found.flatMap(({ seen_distributor: one }) => (one === null ? [] : [one]));
        return readBook(await enter(transaction, [...new Set([...tenants, ...distributors])]), tenants, now);
      });
      const { body, headers } = pages.page(list, rows, limit, ({ sorted, tenant }) => [sorted, tenant], url);
      return { status: 200, headers, body: { ...body, items: body.items.map(bookJson) } };
    },
  });
}

function getTenant(ledger: Ledger): Route {
  return route({
    name: "getTenant",
    method: "get",
    path: "/tenants/{tenant}",
    scope: "contracts:read",
    summary: { fr: "Un client ou un distributeur, avec ce qu'il a", en: "A customer or a distributor, with what it has" },
    params: z.object({ tenant: z.uuid() }),
    answers: { 200: { words: { fr: "Le client ou le distributeur", en: "The customer or distributor" }, body: bookSchema } },
    problems: [404],
    async handle({ caller, input: { params }, now }) {
      const tenant = await tenantFor(ledger, caller, params.tenant);
      const [row] = await reading(ledger.database, [tenant], (transaction) => readBook(transaction, [tenant], now));
      if (!row) throw notFound({ fr: "Ce client", en: "This customer" });
      const sold = row.distributor !== null && (await reaches(ledger.database, caller, row.distributor)) ? row.distributor : undefined;
      return { status: 200, body: bookJson(sold === undefined ? row : { ...row, distributor_name: await nameOf(ledger, sold) }) };
    },
  });
}

async function nameOf({ database }: Ledger, tenant: string): Promise<string | null> {
  const text = "select name from platform.tenant where tenant_id = $1";
  const [row] = await reading(database, [tenant], (transaction) => transaction.rows<{ name: string }>({ text, values: [tenant] }));
  return row?.name ?? null;
}

function readBook(transaction: Transaction, tenants: readonly string[], now: Instant): Promise<Row[]> {
  return transaction.rows<Row>({
    name: "book",
    text: `select t.tenant_id as tenant, t.kind, t.name, ledger.plain(t.name) as sorted, t.distributor_id as distributor, d.name as distributor_name,
        t.created, b.contracts, b.running, b.overdue, b.next
      from ledger.book_of($1, $2) b
      join platform.tenant t on t.tenant_id = b.tenant_id
      left join platform.tenant d on d.tenant_id = t.distributor_id
      order by 4, 1`,
    values: [tenants, formatInstant(now)],
  });
}

function bookJson({ sorted: _, distributor, distributor_name: name, created, next, ...row }: Row) {
  return {
    ...row,
    ...(distributor !== null && { distributor: { tenant: distributor, ...(name !== null && { name }) } }),
    created: formatInstant(created),
    ...(next !== null && { next: formatInstant(next) }),
  };
}
