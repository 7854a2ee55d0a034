import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "../database/scope.ts";
import { addTask, type Task } from "../tasks/task.ts";

/** Something that happened to a tenant. */
export interface Event {
  tenant: string;
  /** `fact.appended` */
  name: string;
  at: Instant;
  /** JSON. Ids rather than what people wrote: what was sent cannot be forgotten. */
  data: unknown;
}

const payload = z.object({
  /** Whom the event is about. */
  tenant: z.guid(),
  listener: z.guid(),
  webhook: z.guid(),
  message: z.guid(),
  event: z.string(),
  at: z.int(),
  data: z.unknown(),
});

/** One message to one webhook. Thirteen tries: the last about a day after the first. */
export const delivery: Task<z.output<typeof payload>> = {
  name: "webhooks.deliver",
  payload,
  tries: 13,
};

/**
 * Tells those who listen: one task a webhook, in the transaction in which it happened. The listeners are the tenant, its distributor and
 * the provider, who may look into it. Gives how many.
 */
export async function announce(transaction: Transaction, { tenant, name, at, data }: Event): Promise<number> {
  const listeners = await transaction.rows<{ listener: string; webhook: string }>({
    name: "listeners",
    text: "select tenant_id as listener, webhook_id as webhook from platform.listeners($1, $2)",
    values: [tenant, name],
  });
  const message = randomUUID();
  for (const listener of listeners) await addTask(transaction, delivery, { ...listener, tenant, message, event: name, at, data });
  return listeners.length;
}
