import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { cloneDatabase, makeTenant } from "#testing/database.ts";
import { unmetConditions } from "../database/conditions.ts";
import { connect } from "../database/connect.ts";
import { scoped } from "../database/scope.ts";
import { failedTasks, retryTasks } from "./failed-tasks.ts";
import { prepareTasks } from "./prepare.ts";
import { handler, runTasks, type Tried, type Try } from "./run-tasks.ts";
import { addTask, type Task } from "./task.ts";

const database = await cloneDatabase();
const { app, logins } = database;
const queue = connect(logins.tasks, "test", 2);
afterAll(() => queue.end());
const tenant = await makeTenant(database, "00000000-0000-4000-8000-000000000001", "customer");
const now = () => 1000;

let names = 0;
const fresh = (tries = 3): Task<{ tenant: string; word: string }> => ({
  name: `test.${(names += 1)}`,
  payload: z.object({ tenant: z.uuid(), word: z.string() }),
  tries,
});
const add = (task: ReturnType<typeof fresh>, word: string, more?: { at?: number; key?: string }) =>
  scoped(app, [tenant], (transaction) => addTask(transaction, task, { tenant, word }, more));
const hurry = (task: { name: string }) =>
  queue.query(
    "update graphile_worker._private_jobs set run_at = now() where task_id = (select id from graphile_worker._private_tasks where identifier = $1)",
    [task.name],
  );

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (await holds()) return;
    await sleep(20);
  }
  throw new Error("it did not come about in ten seconds");
}

/** Runs a task until enough is seen, and stops. */
async function runUntil(
  task: ReturnType<typeof fresh>,
  work: (word: string, about: Try) => Promise<void>,
  enough: (tried: Tried[]) => boolean,
) {
  const tried: Tried[] = [];
  const running = await runTasks(logins.tasks, [handler(task, ({ word }, about) => work(word, about))], {
    now,
    poll: 50,
    tried: (one) => {
      tried.push(one);
      if (one.error !== undefined) setTimeout(() => void hurry(task), 50);
    },
  });
  try {
    await until(() => enough(tried));
  } finally {
    await running.stop();
  }
  return tried;
}

describe("a task", () => {
  test("is done when its transaction is kept, and not when it is undone", async () => {
    const task = fresh();
    await add(task, "kept");
    await scoped(app, [tenant], async (transaction) => {
      await addTask(transaction, task, { tenant, word: "undone" });
      throw new Error("undo");
    }).catch(() => undefined);
    const words: string[] = [];
    await runUntil(
      task,
      async (word) => void words.push(word),
      (tried) => tried.length > 0,
    );
    expect(words).toEqual(["kept"]);
  });

  test("waits for its time; under one key the later replaces the earlier", async () => {
    const task = fresh();
    const later = Date.parse("2099-01-01T00:00Z");
    await add(task, "later", { at: later });
    await add(task, "replaced", { key: "one", at: later });
    await add(task, "replacing", { key: "one" });
    const words: string[] = [];
    await runUntil(
      task,
      async (word) => void words.push(word),
      (tried) => tried.length > 0,
    );
    expect(words).toEqual(["replacing"]);
  });

  test("that fails is tried again, and knows which try it is", async () => {
    const task = fresh();
    await add(task, "once more");
    const tries: Omit<Try, "signal">[] = [];
    const tried = await runUntil(
      task,
      async (_, { now: at, number, last }) => {
        tries.push({ now: at, number, last });
        if (number === 1) throw new Error("not yet");
      },
      (all) => all.length === 2,
    );
    expect(tries).toEqual([
      { now: 1000, number: 1, last: false },
      { now: 1000, number: 2, last: false },
    ]);
    expect(tried.map(({ error }) => (error as Error | undefined)?.message)).toEqual(["not yet", undefined]);
  });

  test("that is given up stays visible, and can be tried anew", async () => {
    const task = fresh(2);
    await add(task, "hopeless");
    const fail = async () => {
      throw new Error("hopeless");
    };
    const tried = await runUntil(task, fail, (all) => all.length === 2);
    expect(tried.map(({ givenUp }) => givenUp)).toEqual([false, true]);
    await until(async () => (await failedTasks(queue)).length === 1);
    const [failed] = await failedTasks(queue);
    expect(failed).toMatchObject({ name: task.name, payload: { tenant, word: "hopeless" }, tries: 2, error: "hopeless" });
    expect(await retryTasks(queue, [failed!.id])).toBe(1);
    await runUntil(
      task,
      async () => undefined,
      (all) => all.length === 1,
    );
    expect(await failedTasks(queue)).toEqual([]);
  });

  test("ends before the runner has stopped", async () => {
    const task = fresh();
    await add(task, "slow");
    let ended = false;
    let begun = false;
    const running = await runTasks(
      logins.tasks,
      [
        handler(task, async () => {
          begun = true;
          await sleep(200);
          ended = true;
        }),
      ],
      { now, poll: 50 },
    );
    await until(() => begun);
    await running.stop();
    expect(ended).toBe(true);
  });

  test("about a tenant out of scope is refused", async () => {
    const other = "00000000-0000-4000-8000-000000000002";
    const ask = scoped(app, [tenant], (transaction) => addTask(transaction, fresh(), { tenant: other, word: "x" }));
    await expect(ask).rejects.toThrow(/is about tenant .*, which is not in scope/);
  });
});

describe("the queue's tables", () => {
  test.each([
    "select from graphile_worker._private_jobs",
    "select from graphile_worker.jobs",
    "select graphile_worker.add_job('x')",
    "select graphile_worker.enqueue('x', '{}', null, null, null)",
  ])("are closed to the application: %s", async (text) => {
    await expect(app.query(text)).rejects.toThrow(/permission denied/);
  });

  test("belong to a login that can make no schema and read no tenant's rows", async () => {
    await expect(queue.query("create schema loose")).rejects.toThrow(/permission denied/);
    await expect(queue.query("select from platform.tenant")).rejects.toThrow(/permission denied/);
    expect(await unmetConditions(app)).toEqual([]);
  });

  test("are prepared once, by however many at the same time", async () => {
    const admin = new pg.Client({ connectionString: logins.owner });
    await admin.connect();
    await Promise.all([prepareTasks(logins), prepareTasks(logins), prepareTasks(logins)]);
    const { rows } = await admin.query("select has_database_privilege('tenu_tasks', current_database(), 'create') as lent");
    await admin.end();
    expect(rows).toEqual([{ lent: false }]);
  });
});
