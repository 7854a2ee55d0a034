import { describe, expect, test } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import { cloneDatabase, makeTenant } from "#testing/database.ts";
import { scoped, type Transaction } from "../database/scope.ts";
import type { Caller } from "./authenticate.ts";
import { requestDigest } from "./body.ts";
import { forgetAnswers, once } from "./idempotency.ts";

const now = parseInstant("2025-03-01T10:00Z")!;
const database = await cloneDatabase();
const { app } = database;
const tenant = await makeTenant(database, "00000000-0000-4000-8000-000000000001", "customer");
const customer = await makeTenant(database, "00000000-0000-4000-8000-000000000002", "customer");
const caller: Caller = { tenant, kind: "customer", name: "C", by: { type: "key", id: "k", name: "k" }, scopes: [] };
const request = (key: string, body = "{}") => ({ key, digest: requestDigest("POST", "/api/v1/things", Buffer.from(body)) });

let works = 0;
const work = async () => {
  works += 1;
  return { status: 201 as const, headers: { Location: `/things/${works}` }, body: { number: works } };
};
const ask = (key: string, body?: string, doing: (transaction: Transaction) => Promise<Awaited<ReturnType<typeof work>>> = work) =>
  scoped(app, [tenant], (transaction) => once(transaction, caller, request(key, body), now, () => doing(transaction)));

describe("a request sent twice under one key", () => {
  test("is done once, and answered alike", async () => {
    const before = works;
    const first = await ask("twice");
    const second = await ask("twice");
    expect(works).toBe(before + 1);
    expect(second).toEqual({ ...first, headers: { ...first.headers, "Idempotency-Replayed": "true" } });
  });

  test("with another body is refused", async () => {
    await ask("other", '{"a":1}');
    await expect(ask("other", '{"a":2}')).rejects.toMatchObject({ refusal: { status: 422, code: "idempotency-key-reused" } });
  });

  test("at the same time is done once; the other is told to try again", async () => {
    const before = works;
    let begun = () => {};
    let end = () => {};
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const mayEnd = new Promise<void>((resolve) => (end = resolve));
    const first = ask("at once", undefined, async () => {
      begun();
      await mayEnd;
      return work();
    });
    await hasBegun;
    await expect(ask("at once")).rejects.toMatchObject({ refusal: { status: 409, headers: { "Retry-After": "1" } } });
    end();
    const answer = await first;
    expect((await ask("at once")).body).toEqual(answer.body);
    expect(works).toBe(before + 1);
  });

  test("is tried again where the first time failed", async () => {
    const failing = ask("failing", undefined, async () => {
      throw new Error("power cut");
    });
    await expect(failing).rejects.toThrow("power cut");
    expect(await ask("failing")).toMatchObject({ status: 201 });
  });
});

test("the answer is kept under the tenant that the work is about, apart for each caller", async () => {
  const askAbout = (by: Caller) => scoped(app, [customer], (transaction) => once(transaction, by, request("about"), now, work));
  const first = await askAbout(caller);
  expect((await askAbout(caller)).body).toEqual(first.body);
  expect((await askAbout({ ...caller, tenant: customer })).body).not.toEqual(first.body);
  const kept = await scoped(app, [tenant], (transaction) =>
    transaction.rows({ text: "select from platform.idempotency where key like '%/about'" }),
  );
  expect(kept).toEqual([]);
});

test("without a key, the work is done each time", async () => {
  const before = works;
  for (let index = 0; index < 2; index += 1) await scoped(app, [tenant], (transaction) => once(transaction, caller, undefined, now, work));
  expect(works).toBe(before + 2);
});

test("answers are forgotten after their time", async () => {
  await ask("old");
  expect(await scoped(app, [tenant], (transaction) => forgetAnswers(transaction, now))).toBe(0);
  expect(await scoped(app, [tenant], (transaction) => forgetAnswers(transaction, now + 1))).toBeGreaterThan(0);
});
