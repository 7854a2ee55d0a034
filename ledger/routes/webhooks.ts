import { z } from "zod";
import { formatInstant } from "#kernel/time/instant.ts";
import { reading, scoped } from "#platform/database/scope.ts";
import { Refused } from "#platform/http/problem.ts";
import { notFound } from "#platform/http/problems.ts";
import { route, type Route } from "#platform/http/route.ts";
import { type Delivery, listDeliveries } from "#platform/webhooks/deliveries.ts";
import { enableWebhook, listWebhooks, makeWebhook, removeWebhook, type Webhook } from "#platform/webhooks/webhooks.ts";
import type { Ledger } from "../ledger.ts";
import { events } from "../notices/events.ts";
import { ownTenantFor } from "./contract-for.ts";

export interface WebhookOptions {
  /** Whether receivers inside one's own network, and over plain HTTP, will do. */
  privateWebhooks?: boolean;
}

export function webhookRoutes(ledger: Ledger, options: WebhookOptions = {}): Route[] {
  return [addWebhook(ledger, options), getWebhooks(ledger), enable(ledger), remove(ledger), getDeliveries(ledger)];
}

/** Each message goes to every webhook that listens: whoever had thousands would make all others wait. */
const MOST = 20;

function tooManyWebhooks(): Refused {
  return new Refused({
    code: "too-many-webhooks",
    status: 409,
    title: { fr: "Trop de webhooks", en: "Too many webhooks" },
    detail: { fr: `Il y en a déjà ${MOST}.`, en: `There are ${MOST} already.` },
    mend: { fr: "Retirez-en un, ou ajoutez des événements à l'un d'eux.", en: "Remove one, or add events to one of them." },
  });
}

const tenantParams = z.object({ tenant: z.uuid() });
const webhookParams = tenantParams.extend({ webhook: z.uuid() });

const webhookSchema = z
  .object({
    webhook: z.uuid(),
    tenant: z.uuid(),
    url: z.string(),
    events: z.array(z.string()),
    created: z.string(),
    /** Deliveries given up since the last that arrived. */
    failures: z.int(),
    disabled: z.object({ at: z.string(), because: z.string() }).optional(),
  })
  .meta({ id: "Webhook" });

function webhookJson({ created, disabled, disabledBecause, ...rest }: Webhook) {
  return {
    ...rest,
    created: formatInstant(created),
    ...(disabled !== null && { disabled: { at: formatInstant(disabled), because: disabledBecause ?? "" } }),
  };
}

function noSuchWebhook() {
  return notFound({ fr: "Ce webhook", en: "This webhook" });
}

function addWebhook(ledger: Ledger, { privateWebhooks = false }: WebhookOptions): Route {
  return route({
    name: "addWebhook",
    method: "post",
    path: "/tenants/{tenant}/webhooks",
    scope: "webhooks:write",
    summary: { fr: "Crée un webhook ; son secret n'est montré qu'ici", en: "Makes a webhook; its secret is shown here only" },
    description: {
      fr: "Il est prévenu de ce qui arrive dans les contrats que ce client ou distributeur peut voir. Les messages ne portent que des identifiants, et sont signés (Standard Webhooks) : « webhook-id », « webhook-timestamp », « webhook-signature ».",
      en: "It is told of what happens in the contracts that this customer or distributor may look into. Messages carry identifiers only, and are signed (Standard Webhooks): `webhook-id`, `webhook-timestamp`, `webhook-signature`.",
    },
    params: tenantParams,
    body: z.strictObject({
      url: z.string().min(1).max(2000),
      /** `*` for all, those to come included. */
      events: z.array(z.enum(["*", ...events])).min(1),
    }),
    answers: { 201: { words: { fr: "Créé", en: "Made" }, body: webhookSchema.extend({ secret: z.string() }) } },
    problems: [404, 409],
    async handle({ caller, input: { params, body }, now }) {
      const tenant = await ownTenantFor(ledger, caller, params.tenant);
      const made = await scoped(ledger.database, [tenant], async (transaction) => {
        if ((await listWebhooks(transaction, tenant)).length >= MOST) throw tooManyWebhooks();
        const wanted = { tenant, url: body.url, events: [...new Set(body.events)] };
        return makeWebhook(transaction, ledger.keys, wanted, now, { allowPrivate: privateWebhooks });
      });
      return { status: 201, body: { ...webhookJson(made.webhook), secret: made.secret } };
    },
  });
}

function getWebhooks(ledger: Ledger): Route {
  return route({
    name: "listWebhooks",
    method: "get",
    path: "/tenants/{tenant}/webhooks",
    scope: "webhooks:write",
    summary: {
      fr: "Les webhooks d'un client ou distributeur, le dernier d'abord",
      en: "The webhooks of a customer or distributor, the latest first",
    },
    params: tenantParams,
    answers: {
      200: {
        words: { fr: "Les webhooks, sans leur secret", en: "The webhooks, without their secret" },
        body: z.object({ items: z.array(webhookSchema) }),
      },
    },
    problems: [404],
    async handle({ caller, input: { params } }) {
      const tenant = await ownTenantFor(ledger, caller, params.tenant);
      const items = await reading(ledger.database, [tenant], (transaction) => listWebhooks(transaction, tenant));
      return { status: 200, body: { items: items.map(webhookJson) } };
    },
  });
}

function enable(ledger: Ledger): Route {
  return route({
    name: "enableWebhook",
    method: "post",
    path: "/tenants/{tenant}/webhooks/{webhook}/enable",
    scope: "webhooks:write",
    summary: { fr: "Remet un webhook en service", en: "Has a disabled webhook work again" },
    description: {
      fr: "Ce qui fut abandonné entre-temps n'est pas renvoyé.",
      en: "What was given up meanwhile is not sent again.",
    },
    params: webhookParams,
    answers: { 200: { words: { fr: "En service", en: "At work" }, body: webhookSchema } },
    problems: [404],
    async handle({ caller, input: { params } }) {
      const tenant = await ownTenantFor(ledger, caller, params.tenant);
      const enabled = await scoped(ledger.database, [tenant], (transaction) => enableWebhook(transaction, tenant, params.webhook));
      if (!enabled) throw noSuchWebhook();
      return { status: 200, body: webhookJson(enabled) };
    },
  });
}

function remove(ledger: Ledger): Route {
  return route({
    name: "removeWebhook",
    method: "delete",
    path: "/tenants/{tenant}/webhooks/{webhook}",
    scope: "webhooks:write",
    summary: {
      fr: "Retire un webhook, avec ce qu'on sait de ses envois",
      en: "Takes a webhook away, with what is known of its deliveries",
    },
    params: webhookParams,
    answers: { 204: { words: { fr: "Retiré", en: "Taken away" } } },
    problems: [404],
    async handle({ caller, input: { params } }) {
      const tenant = await ownTenantFor(ledger, caller, params.tenant);
      if (!(await scoped(ledger.database, [tenant], (transaction) => removeWebhook(transaction, tenant, params.webhook))))
        throw noSuchWebhook();
      return { status: 204 };
    },
  });
}

const deliverySchema = z
  .object({
    message: z.uuid(),
    event: z.string(),
    /** The tenant that the event is about. */
    about: z.uuid(),
    state: z.enum(["delivered", "to be tried again", "given up"]),
    tries: z.int(),
    tried: z.string(),
    /** HTTP status of the last try; without one, `error` says why no answer came. */
    status: z.int().optional(),
    error: z.string().optional(),
  })
  .meta({ id: "Delivery" });

function deliveryJson({ status, error, tried, ...rest }: Delivery) {
  return { ...rest, tried: formatInstant(tried), ...(status !== null && { status }), ...(error !== null && { error }) };
}

function getDeliveries(ledger: Ledger): Route {
  return route({
    name: "listDeliveries",
    method: "get",
    path: "/tenants/{tenant}/webhooks/{webhook}/deliveries",
    scope: "webhooks:write",
    summary: { fr: "Les envois d'un webhook, le dernier essayé d'abord", en: "The deliveries of a webhook, the last tried first" },
    params: webhookParams,
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(100) }),
    answers: { 200: { words: { fr: "Les envois", en: "The deliveries" }, body: z.object({ items: z.array(deliverySchema) }) } },
    problems: [404],
    async handle({ caller, input: { params, query } }) {
      const tenant = await ownTenantFor(ledger, caller, params.tenant);
      const items = await reading(ledger.database, [tenant], async (transaction) => {
        const known = (await listWebhooks(transaction, tenant)).some(({ webhook }) => webhook === params.webhook.toLowerCase());
        return known ? listDeliveries(transaction, tenant, params.webhook, query.limit) : undefined;
      });
      if (!items) throw noSuchWebhook();
      return { status: 200, body: { items: items.map(deliveryJson) } };
    },
  });
}
