import type { z } from "zod";
import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "../database/scope.ts";

/** A sort of work for later: what it is called, what it needs to know, how often it is tried. */
export interface Task<Payload> {
  /** `webhooks.deliver` */
  name: string;
  /** JSON. A `tenant` in it must be in the scope of who adds it. */
  payload: z.ZodType<Payload>;
  /** The wait after try n is about eⁿ seconds, six hours at most: 13 tries span a day, 25 four days. */
  tries: number;
}

/**
 * Adds a task in the transaction that wants it: kept with it, undone with it. Not before `at`; at once without. A task of the same `key`
 * that has not begun is replaced.
 */
export async function addTask<Payload>(
  transaction: Transaction,
  task: Task<Payload>,
  payload: Payload,
  { at, key }: { at?: Instant; key?: string } = {},
): Promise<void> {
  await transaction.rows({
    name: "add-task",
    text: "select platform.add_task($1, $2, to_timestamp($3::float8 / 1000), $4, $5)",
    values: [task.name, JSON.stringify(payload), at ?? null, key ?? null, task.tries],
  });
}
