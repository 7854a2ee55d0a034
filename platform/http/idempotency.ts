import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "../database/scope.ts";
import { actorName, type Caller } from "./authenticate.ts";
import { Refused } from "./problem.ts";

/** An `Idempotency-Key`, and the digest of the request that came with it. */
export interface Once {
  key: string;
  digest: Uint8Array;
}

/** An answer that can be given again. `body` is JSON. */
export interface Repeatable {
  status: number;
  headers?: Readonly<Record<string, string>> | undefined;
  body?: unknown;
}

/**
 * Does a request's work once: the answer is kept in the work's own transaction, under the tenant that the work is about, and given
 * again to the same request. What throws keeps nothing, and may be tried again. Without a key the work is simply done.
 * Throws a 422 problem where the key came with another request, a 409 problem while the same key is at work.
 */
export async function once<const Answer extends Repeatable>(
  transaction: Transaction,
  caller: Caller,
  request: Once | undefined,
  now: Instant,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (request === undefined) return work();
  const tenant = transaction.tenants.includes(caller.tenant) ? caller.tenant : transaction.tenants[0];
  const own = caller.by.type === "person" ? `${caller.tenant}/${actorName(caller)}` : caller.tenant; // a tenant's keys share theirs
  const key = `${own}/${request.key}`;
  const [turn] = await transaction.rows<{ mine: boolean }>({
    text: "select pg_try_advisory_xact_lock(hashtextextended($1, 7305003)) as mine",
    values: [`${tenant}/${key}`],
  });
  if (!turn?.mine) throw atWork();
  const [given] = await transaction.rows<{ request: Buffer; status: number; body: { headers?: Record<string, string>; body?: unknown } }>({
    text: "select request, status, body from platform.idempotency where tenant_id = $1 and key = $2",
    values: [tenant, key],
  });
  if (given) {
    if (!given.request.equals(request.digest)) throw otherRequest();
    const { headers, body } = given.body;
    return { status: given.status, headers: { ...headers, "Idempotency-Replayed": "true" }, body } as unknown as Answer;
  }
  const answer = await work();
  await transaction.rows({
    text: `insert into platform.idempotency (tenant_id, key, request, status, body, created)
      values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000))`,
    values: [tenant, key, request.digest, answer.status, JSON.stringify({ headers: answer.headers, body: answer.body }), now],
  });
  return answer;
}

/** Forgets the answers given before an instant to the tenants in scope: a day is long enough. Gives how many. */
export async function forgetAnswers(transaction: Transaction, before: Instant): Promise<number> {
  const gone = await transaction.rows({
    text: "delete from platform.idempotency where created < to_timestamp($1::float8 / 1000) returning key",
    values: [before],
  });
  return gone.length;
}

function atWork(): Refused {
  return new Refused({
    code: "idempotency-key-at-work",
    status: 409,
    title: { fr: "Demande en cours", en: "Request in progress" },
    detail: { fr: "Une demande sous cette Idempotency-Key est en cours.", en: "A request under this Idempotency-Key is in progress." },
    mend: { fr: "Renvoyez la même demande dans un instant.", en: "Send the same request again in a moment." },
    headers: { "Retry-After": "1" },
  });
}

function otherRequest(): Refused {
  return new Refused({
    code: "idempotency-key-reused",
    status: 422,
    title: { fr: "Clé d'idempotence déjà employée", en: "Idempotency key already used" },
    detail: {
      fr: "Cette Idempotency-Key est venue avec une autre demande.",
      en: "This Idempotency-Key came with another request.",
    },
    mend: { fr: "Prenez une clé nouvelle pour chaque demande nouvelle.", en: "Take a new key for each new request." },
  });
}
