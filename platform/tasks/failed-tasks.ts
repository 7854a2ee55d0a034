import type { Instant } from "#kernel/time/instant.ts";
import type { Database } from "../database/connect.ts";

/** A task whose last try failed. It is kept until somebody has it tried again, or takes it away. */
export interface FailedTask {
  id: number;
  name: string;
  payload: unknown;
  tries: number;
  /** What the last try said. */
  error: string;
  /** When the last try ended. */
  at: Instant;
}

/** The tasks that were given up, the latest first. Asked under the queue's login. */
export async function failedTasks(tasks: Database, most = 100): Promise<FailedTask[]> {
  const { rows } = await tasks.query<FailedTask>(
    `select job.id, kind.identifier as name, job.payload, job.attempts::int as tries, coalesce(job.last_error, '') as error, job.updated_at as at
      from graphile_worker._private_jobs job
      join graphile_worker._private_tasks kind on kind.id = job.task_id
      where job.attempts >= job.max_attempts and job.locked_at is null
      order by job.updated_at desc limit $1`,
    [most],
  );
  return rows;
}

/** Has given-up tasks tried again from the first try. Gives how many there were. */
export async function retryTasks(tasks: Database, ids: readonly number[]): Promise<number> {
  const { rowCount } = await tasks.query("select from graphile_worker.reschedule_jobs($1, now(), null, 0)", [ids]);
  return rowCount ?? 0;
}
