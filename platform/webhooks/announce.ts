import { z } from "zod";
import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "../database/scope.ts";
import type { Task } from "../tasks/task.ts";

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

/** One message to one webhook. Thirteen tries: the last about a day after the first. Added by platform.announce (tables/004-webhooks.sql). */
export const delivery: Task<z.output<typeof payload>> = {
  name: "webhooks.deliver",
  payload,
  tries: 13,
};

/**
 * Tells those who listen: one task a webhook, in the transaction in which it happened. The listeners are the tenant, its distributor and
 * the provider, who may look into it. Gives how many. The database tells by itself what a revision of a contract opens and closes.
 */
export async function announce(transaction: Transaction, { tenant, name, at, data }: Event): Promise<number> {
  const [told] = await transaction.rows<{ count: number }>({
    name: "announce",
    text: "select platform.announce($1, to_timestamp($2::float8 / 1000), $3) as count",
    values: [tenant, at, JSON.stringify([{ event: name, data }])],
  });
  return told!.count;
}
