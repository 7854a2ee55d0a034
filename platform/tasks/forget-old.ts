import { z } from "zod";
import { DAY, type Instant } from "#kernel/time/instant.ts";
import type { Database } from "../database/connect.ts";
import { scoped, type Transaction, unscoped } from "../database/scope.ts";
import { forgetAnswers } from "../http/idempotency.ts";
import { forgetDeliveries } from "../webhooks/deliveries.ts";
import { type Handler, handler } from "./run-tasks.ts";
import { addTask, type Task } from "./task.ts";

/** Days for which answers under an Idempotency-Key, and deliveries of webhooks, are kept. */
const ANSWERS = 1;
const DELIVERIES = 30;

const forgetting: Task<object> = { name: "platform.forget-old", payload: z.object({}), tries: 3 };

/** Has what is old forgotten at an instant; there is one such task at a time. */
export async function forgetOldAt(transaction: Transaction, at: Instant): Promise<void> {
  await addTask(transaction, forgetting, {}, { at, key: forgetting.name });
}

/** The handler that forgets, every day anew: the next time is set before the work, so that a failure does not end it. */
export function forgetOld(app: Database): Handler {
  return handler(forgetting, async (_, { now }) => {
    await unscoped(app, (transaction) => forgetOldAt(transaction, now + DAY));
    await scoped(app, await everyTenant(app), async (transaction) => {
      await forgetAnswers(transaction, now - ANSWERS * DAY);
      await forgetDeliveries(transaction, now - DELIVERIES * DAY);
    });
  });
}

async function everyTenant(app: Database): Promise<readonly string[]> {
  return unscoped(app, async (transaction) => {
    const [row] = await transaction.rows<{ reach: string[] | null }>({ text: "select platform.reach(platform.provider()) as reach" });
    return row?.reach ?? [];
  });
}
