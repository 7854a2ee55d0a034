import { runMigrations } from "graphile-worker";
import pg from "pg";
import type { Logins } from "../database/logins.ts";
import { queueLogger } from "./queue-logger.ts";

/** Any number, the same for all of us: one process at a time prepares the queue of a database. */
const TURN = 7_305_004;

/** What the owner's platform.add_task calls. It works with the queue's own powers, and is nobody else's to call. */
const enqueue = `
  create or replace function graphile_worker.enqueue(name text, payload json, due timestamptz, key text, tries int) returns void
    language plpgsql security definer set search_path = ''
    as $$ begin
      perform graphile_worker.add_job(identifier := name, payload := payload, run_at := due, job_key := key, max_attempts := tries);
    end $$;
  revoke all on function graphile_worker.enqueue(text, json, timestamptz, text, int) from public;
  grant usage on schema graphile_worker to tenu_owner;
  grant execute on function graphile_worker.enqueue(text, json, timestamptz, text, int) to tenu_owner;`;

/**
 * Brings the task queue's own schema, graphile_worker, up to date under the login that owns it. Before our own tables: one of their
 * functions adds to it. The right to make a schema is lent for that while only.
 */
export async function prepareTasks({ owner, tasks }: Pick<Logins, "owner" | "tasks">): Promise<void> {
  const lender = new pg.Client({ connectionString: owner, application_name: "tenu migrate" });
  await lender.connect();
  try {
    await lender.query("select pg_advisory_lock($1)", [TURN]);
    const { rows } = await lender.query<{ name: string; made: boolean }>(
      "select quote_ident(current_database()) as name, exists (select from pg_namespace where nspname = 'graphile_worker') as made",
    );
    const { name, made } = rows[0]!;
    if (!made) await lender.query(`grant create on database ${name} to tenu_tasks`);
    try {
      await runMigrations({ connectionString: tasks, logger: queueLogger(), maxPoolSize: 2 });
    } finally {
      if (!made) await lender.query(`revoke create on database ${name} from tenu_tasks`);
    }
    await asTasks(tasks, enqueue);
  } finally {
    await lender.end();
  }
}

async function asTasks(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "tenu migrate" });
  await client.connect();
  try {
    await client.query(statements);
  } finally {
    await client.end();
  }
}
