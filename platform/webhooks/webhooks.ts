import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "../database/scope.ts";
import { badInput } from "../http/problems.ts";
import type { KeyStore } from "../keys/key-store.ts";
import { whyNot } from "./send.ts";
import { makeSecret } from "./signature.ts";

/** A webhook as it is shown: never its secret. */
export interface Webhook {
  webhook: string;
  tenant: string;
  url: string;
  /** Names of events; `*` for all. */
  events: string[];
  created: Instant;
  /** Deliveries given up since the last that arrived. */
  failures: number;
  disabled: Instant | null;
  disabledBecause: string | null;
}

const columns = `webhook_id as webhook, tenant_id as tenant, url, events, created, failures, disabled, disabled_because as "disabledBecause"`;

/** What a webhook's secret is sealed as. */
export function secretPurpose(webhook: string): string {
  return `webhook-secret ${webhook}`;
}

/** Makes a webhook. Its secret, `whsec_…`, is in this answer only. Throws a 400 problem for a URL that is not sent to. */
export async function makeWebhook(
  transaction: Transaction,
  keys: KeyStore,
  { tenant, url, events }: { tenant: string; url: string; events: readonly string[] },
  now: Instant,
  { allowPrivate = false } = {},
): Promise<{ webhook: Webhook; secret: string }> {
  refuseBadUrl(url, allowPrivate);
  const [fresh] = await transaction.rows<{ id: string }>({ text: "select uuidv7() as id" });
  const secret = makeSecret();
  const sealed = await keys.encryptFor(tenant, undefined, secretPurpose(fresh!.id), Buffer.from(secret));
  const [webhook] = await transaction.rows<Webhook>({
    text: `insert into platform.webhook (tenant_id, webhook_id, url, events, secret, created)
      values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000)) returning ${columns}`,
    values: [tenant, fresh!.id, url, events, sealed, now],
  });
  return { webhook: webhook!, secret };
}

/** The webhooks of a tenant, the newest first. */
export function listWebhooks(transaction: Transaction, tenant: string): Promise<Webhook[]> {
  return transaction.rows<Webhook>({
    text: `select ${columns} from platform.webhook where tenant_id = $1 order by webhook_id desc`,
    values: [tenant],
  });
}

/** Takes a webhook away, with what is known of its deliveries. False where there is no such. */
export async function removeWebhook(transaction: Transaction, tenant: string, webhook: string): Promise<boolean> {
  const gone = await transaction.rows({
    text: "delete from platform.webhook where tenant_id = $1 and webhook_id = $2 returning webhook_id",
    values: [tenant, webhook],
  });
  return gone.length > 0;
}

/** Has a disabled webhook work again. What was given up meanwhile is not sent. Undefined where there is no such. */
export async function enableWebhook(transaction: Transaction, tenant: string, webhook: string): Promise<Webhook | undefined> {
  const [enabled] = await transaction.rows<Webhook>({
    text: `update platform.webhook set disabled = null, disabled_because = null, failures = 0
      where tenant_id = $1 and webhook_id = $2 returning ${columns}`,
    values: [tenant, webhook],
  });
  return enabled;
}

function refuseBadUrl(url: string, allowPrivate: boolean): void {
  const reason = URL.canParse(url) ? whyNot(new URL(url), allowPrivate) : "this is no URL";
  if (reason === undefined) return;
  const detail = {
    fr: `Cette adresse ne convient pas (${reason}). Donnez une adresse https publique, sans mot de passe.`,
    en: `This address does not do: ${reason}. Give a public https address without a password.`,
  };
  throw badInput([{ place: "body.url", code: "bad-url", detail }]);
}
