import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "../database/scope.ts";
import type { Try } from "../tasks/run-tasks.ts";
import type { Sent } from "./send.ts";

/** What became of one message to one webhook. */
export interface Delivery {
  /** As in `webhook-id`. */
  message: string;
  event: string;
  /** The tenant that the event is about. */
  about: string;
  tries: number;
  /** HTTP status of the last try; null where no answer came: `error` says why. */
  status: number | null;
  error: string | null;
  /** When it was last tried. */
  tried: Instant;
  state: "delivered" | "to be tried again" | "given up";
}

interface Message {
  listener: string;
  webhook: string;
  message: string;
  event: string;
  tenant: string;
}

/** Writes down a try. A webhook that answers 410 Gone, or that gave up `patience` deliveries in a row, is disabled with the reason. */
export async function recordTry(transaction: Transaction, message: Message, about: Try, sent: Sent, patience: number): Promise<void> {
  const { listener, webhook } = message;
  const status = "status" in sent ? sent.status : null;
  const arrived = status !== null && status >= 200 && status < 300;
  const gone = status === 410;
  const state: Delivery["state"] = arrived ? "delivered" : gone || about.last ? "given up" : "to be tried again";
  await transaction.rows({
    text: `insert into platform.webhook_delivery (tenant_id, webhook_id, message_id, event, about, tries, status, error, tried, state)
      select $1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9::float8 / 1000), $10
      where exists (select from platform.webhook where tenant_id = $1 and webhook_id = $2)
      on conflict (tenant_id, webhook_id, message_id)
      do update set tries = excluded.tries, status = excluded.status, error = excluded.error, tried = excluded.tried, state = excluded.state`,
    values: [
      listener,
      webhook,
      message.message,
      message.event,
      message.tenant,
      about.number,
      status,
      "error" in sent ? sent.error : null,
      about.now,
      state,
    ],
  });
  if (arrived) await reset(transaction, listener, webhook);
  else if (state === "given up") await countFailure(transaction, listener, webhook, about.now, gone ? 1 : patience, gone);
}

async function reset(transaction: Transaction, listener: string, webhook: string): Promise<void> {
  await transaction.rows({
    text: "update platform.webhook set failures = 0 where tenant_id = $1 and webhook_id = $2 and failures > 0",
    values: [listener, webhook],
  });
}

async function countFailure(transaction: Transaction, listener: string, webhook: string, now: Instant, patience: number, gone: boolean) {
  await transaction.rows({
    text: `update platform.webhook set failures = failures + 1,
        disabled = case when failures + 1 >= $3 then coalesce(disabled, to_timestamp($4::float8 / 1000)) else disabled end,
        disabled_because = case when failures + 1 >= $3 then coalesce(disabled_because, $5) else disabled_because end
      where tenant_id = $1 and webhook_id = $2`,
    values: [listener, webhook, patience, now, gone ? "the receiver answered 410 Gone" : `${patience} deliveries in a row were given up`],
  });
}

/** The deliveries of a webhook, the last tried first. */
export function listDeliveries(transaction: Transaction, tenant: string, webhook: string, most = 100): Promise<Delivery[]> {
  return transaction.rows<Delivery>({
    text: `select message_id as message, event, about, tries, status, error, tried, state from platform.webhook_delivery
      where tenant_id = $1 and webhook_id = $2 order by tried desc limit $3`,
    values: [tenant, webhook, most],
  });
}

/** Forgets deliveries last tried before an instant, to the tenants in scope. Gives how many. */
export async function forgetDeliveries(transaction: Transaction, before: Instant): Promise<number> {
  const gone = await transaction.rows({
    text: "delete from platform.webhook_delivery where tried < to_timestamp($1::float8 / 1000) and state <> 'to be tried again' returning message_id",
    values: [before],
  });
  return gone.length;
}
