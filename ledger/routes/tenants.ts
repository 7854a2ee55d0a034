import { z } from "zod";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import { newId } from "#platform/database/new-id.ts";
import { reading, scoped } from "#platform/database/scope.ts";
import { once } from "#platform/http/idempotency.ts";
import { listKeys, makeKey, revokeKey } from "#platform/http/keys.ts";
import { pageOf, pageQuery, type Pages } from "#platform/http/pages.ts";
import { notFound } from "#platform/http/problems.ts";
import { reachOf } from "#platform/http/reach.ts";
import { route, type Route } from "#platform/http/route.ts";
import { type Scope, scopes } from "#platform/http/scopes.ts";
import type { Ledger } from "../ledger.ts";
import { distributorFor, ownTenantFor } from "./contract-for.ts";
import { deskOnly } from "./refusals.ts";

export function tenantRoutes(ledger: Ledger, pages: Pages): Route[] {
  return [addTenant(ledger), listTenants(ledger, pages), addKey(ledger), getKeys(ledger), removeKey(ledger)];
}

const tenantSchema = z
  .object({
    tenant: z.uuid(),
    kind: z.enum(["provider", "distributor", "customer"]),
    name: z.string(),
    distributor: z.uuid().optional(),
    created: z.string(),
  })
  .meta({ id: "Tenant" });

function addTenant(ledger: Ledger): Route {
  return route({
    name: "addTenant",
    method: "post",
    path: "/tenants",
    scope: "admin",
    summary: { fr: "Inscrit un client ou un distributeur", en: "Registers a customer or a distributor" },
    body: z.strictObject({ kind: z.enum(["customer", "distributor"]), name: z.string().min(1).max(200), distributor: z.uuid().optional() }),
    idempotencyKey: "taken",
    answers: { 201: { words: { fr: "Inscrit", en: "Registered" }, body: tenantSchema } },
    problems: [404, 409, 422],
    async handle({ caller, input: { body }, now, once: request }) {
      if (caller.kind !== "provider") throw deskOnly();
      const { kind, name } = body;
      const asked = kind === "customer" ? body.distributor : undefined;
      const distributor = asked === undefined ? undefined : await distributorFor(ledger, caller, asked);
      const tenant = newId(now);
      return scoped(ledger.database, [caller.tenant, tenant], (transaction) =>
        once(transaction, caller, request, now, async () => {
          await transaction.rows({
            text: "insert into platform.tenant (tenant_id, kind, name, distributor_id, created) values ($1, $2, $3, $4, $5)",
            values: [tenant, kind, name, distributor ?? null, formatInstant(now)],
          });
          return {
            status: 201,
            body: { tenant, kind, name, ...(distributor !== undefined && { distributor }), created: formatInstant(now) },
          } as const;
        }),
      );
    },
  });
}

function listTenants(ledger: Ledger, pages: Pages): Route {
  return route({
    name: "listTenants",
    method: "get",
    path: "/tenants",
    scope: "contracts:read",
    summary: { fr: "Les clients et distributeurs visibles", en: "The customers and distributors in reach" },
    query: pageQuery,
    answers: { 200: { words: { fr: "Une page", en: "A page" }, body: pageOf(tenantSchema) } },
    async handle({ caller, input: { query }, url }) {
      const list = `tenants ${caller.tenant}`;
      const [after = "00000000-0000-0000-0000-000000000000"] = pages.after(list, query.cursor) ?? [];
      const reach = await reachOf(ledger.database, caller);
      const rows = await reading(ledger.database, reach, (transaction) =>
        transaction.rows<{ tenant: string; kind: "provider"; name: string; distributor: string | null; created: Instant }>({
          text: `select tenant_id as tenant, kind, name, distributor_id as distributor, created from platform.tenant
            where tenant_id > $1 order by tenant_id limit $2`,
          values: [after, query.limit + 1],
        }),
      );
      const items = rows.map(({ distributor, created, ...row }) => ({
        ...row,
        ...(distributor !== null && { distributor }),
        created: formatInstant(created),
      }));
      return { status: 200, ...pages.page(list, items, query.limit, ({ tenant }) => [tenant], url) };
    },
  });
}

function isOfThisEra(text: string): boolean {
  const at = Date.parse(text);
  return at >= 0 && at < Date.UTC(10_000, 0);
}

const keySchema = z
  .object({
    key: z.uuid(),
    tenant: z.uuid(),
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    created: z.string(),
    expires: z.string().optional(),
    revoked: z.string().optional(),
  })
  .meta({ id: "Key" });

function keyJson({ key, tenant, name, scopes: may, created, expires, revoked }: Awaited<ReturnType<typeof listKeys>>[number]) {
  return {
    key,
    tenant,
    name,
    scopes: may,
    created: formatInstant(created),
    ...(expires !== null && { expires: formatInstant(expires) }),
    ...(revoked !== null && { revoked: formatInstant(revoked) }),
  };
}

function addKey(ledger: Ledger): Route {
  return route({
    name: "addKey",
    method: "post",
    path: "/tenants/{tenant}/keys",
    scope: "keys:write",
    summary: { fr: "Crée une clé ; son secret n'est montré qu'ici", en: "Makes a key; its secret is shown here only" },
    params: z.object({ tenant: z.uuid() }),
    body: z.strictObject({
      name: z.string().min(1).max(200),
      scopes: z.array(z.enum(scopes)).min(1),
      expires: z.iso.datetime({ offset: true }).refine(isOfThisEra, "expected an instant from 1970 to 9999").optional(),
    }),
    answers: { 201: { words: { fr: "Créée", en: "Made" }, body: keySchema.extend({ secret: z.string() }) } },
    problems: [404],
    async handle({ caller, input: { params, body }, now }) {
      const tenant = await ownTenantFor(ledger, caller, params.tenant);
      const expires = body.expires === undefined ? undefined : Date.parse(body.expires);
      const made = await scoped(ledger.database, [tenant], (transaction) =>
        makeKey(
          transaction,
          caller,
          { tenant, name: body.name, scopes: body.scopes as Scope[], ...(expires !== undefined && { expires }) },
          now,
        ),
      );
      return { status: 201, body: { ...keyJson(made.key), secret: made.secret } };
    },
  });
}

function getKeys(ledger: Ledger): Route {
  return route({
    name: "listKeys",
    method: "get",
    path: "/tenants/{tenant}/keys",
    scope: "keys:write",
    summary: { fr: "Les clés d'un client ou distributeur", en: "The keys of a customer or distributor" },
    params: z.object({ tenant: z.uuid() }),
    answers: {
      200: {
        words: { fr: "Les clés, sans leur secret", en: "The keys, without their secret" },
        body: z.object({ items: z.array(keySchema) }),
      },
    },
    problems: [404],
    async handle({ caller, input: { params } }) {
      const tenant = await ownTenantFor(ledger, caller, params.tenant);
      const keys = await reading(ledger.database, [tenant], (transaction) => listKeys(transaction, tenant));
      return { status: 200, body: { items: keys.map(keyJson) } };
    },
  });
}

function removeKey(ledger: Ledger): Route {
  return route({
    name: "revokeKey",
    method: "delete",
    path: "/tenants/{tenant}/keys/{key}",
    scope: "keys:write",
    summary: { fr: "Révoque une clé, pour toujours", en: "Revokes a key, for good" },
    params: z.object({ tenant: z.uuid(), key: z.uuid() }),
    answers: { 200: { words: { fr: "Révoquée", en: "Revoked" }, body: keySchema } },
    problems: [404],
    async handle({ caller, input: { params }, now }) {
      const tenant = await ownTenantFor(ledger, caller, params.tenant);
      const revoked = await scoped(ledger.database, [tenant], (transaction) => revokeKey(transaction, tenant, params.key, now));
      if (!revoked) throw notFound({ fr: "Cette clé", en: "This key" });
      return { status: 200, body: keyJson(revoked) };
    },
  });
}
