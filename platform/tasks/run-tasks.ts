import { type Runner, run } from "graphile-worker";
import pg from "pg";
import type { Instant } from "#kernel/time/instant.ts";
import { queueLogger } from "./queue-logger.ts";
import type { Task } from "./task.ts";

/** What a handler knows of the try it is. */
export interface Try {
  now: Instant;
  /** From 1. */
  number: number;
  /** No other follows if this one fails. */
  last: boolean;
  /** Aborted when the process is to end and the work takes too long. */
  signal: AbortSignal;
}

/** What does the work of one sort of task. What throws is tried again later. */
export interface Handler {
  name: string;
  work: (payload: unknown, about: Try) => Promise<void>;
}

/** One try, when it has ended. */
export interface Tried {
  name: string;
  id: string;
  try: number;
  seconds: number;
  /** What failed; absent where it went well. */
  error?: unknown;
  /** It failed, and no try is left. */
  givenUp: boolean;
}

export interface RunOptions {
  now: () => Instant;
  /** How many tasks at once. */
  concurrency?: number;
  /** How often to look for what is due by itself, in ms; what is added is heard of at once. */
  poll?: number;
  tried?: (one: Tried) => void;
  /** Warnings and errors of the queue itself. */
  tell?: (message: string) => void;
  /** A clock for measuring: ms from anywhere, never set back. */
  elapsed?: () => number;
}

export interface RunningTasks {
  /** Begins nothing new and lets what was begun end; after five seconds its signals are aborted. */
  stop(): Promise<void>;
}

/** A handler of a task. Its payload is read by the task's schema: one that does not fit fails. */
export function handler<Payload>(task: Task<Payload>, work: (payload: Payload, about: Try) => Promise<void>): Handler {
  return { name: task.name, work: async (payload, about) => work(task.payload.parse(payload), about) };
}

/** Runs the tasks that there are handlers for, under the queue's login. Tasks of other names wait for who can do them. */
export async function runTasks(tasksUrl: string, handlers: readonly Handler[], options: RunOptions): Promise<RunningTasks> {
  const { now, concurrency = 5, poll = 2000, tried, tell, elapsed = () => performance.now() } = options;
  // Ours, and not the queue's own: that one stops listening before its connections are closed, and a server that stops meanwhile ends us.
  const pool = new pg.Pool({ connectionString: tasksUrl, max: concurrency + 2, application_name: "tenu tasks" });
  pool.on("connect", (client) => client.on("error", () => undefined)); // lent out; who borrowed it hears of it by its query
  pool.on("error", (error) => stopping || tell?.(`A connection of the task queue was lost: ${error.message}`));
  let stopping = false;
  const runner: Runner = await run({
    pgPool: pool,
    concurrency,
    pollInterval: poll,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: queueLogger(tell),
    taskList: Object.fromEntries(
      handlers.map(({ name, work }) => [
        name,
        async (payload, { job, abortSignal }) => {
          const begun = elapsed();
          const last = job.attempts >= job.max_attempts;
          const one = () => ({ name, id: job.id, try: job.attempts, seconds: (elapsed() - begun) / 1000 });
          try {
            await work(payload, { now: now(), number: job.attempts, last, signal: abortSignal });
          } catch (error) {
            tried?.({ ...one(), error, givenUp: last });
            throw error;
          }
          tried?.({ ...one(), givenUp: false });
        },
      ]),
    ),
  });
  runner.promise.catch((error: Error) => stopping || tell?.(`The task queue stopped by itself: ${error.message}`));
  return {
    async stop() {
      stopping = true;
      await runner.stop();
      await pool.end();
    },
  };
}
