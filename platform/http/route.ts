import type { z } from "zod";
import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { Language } from "#kernel/words/language.ts";
import type { Person } from "../identity/person.ts";
import type { Caller } from "./authenticate.ts";
import type { Once } from "./idempotency.ts";
import type { Scope } from "./scopes.ts";

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** One way to answer: JSON of a schema, or bytes of a media type, or nothing. */
export interface Answer {
  words: Bilingual;
  body?: z.ZodType;
  /** A media type other than JSON, without a schema: `application/pdf`. */
  type?: string;
}

type Answers = Readonly<Record<number, Answer>>;

/** What a schema takes, as data that nobody will change. */
type Given<T> = T extends readonly (infer One)[]
  ? readonly Given<One>[]
  : T extends object
    ? { readonly [Key in keyof T]: Given<T[Key]> }
    : T;

type BodyOf<One> = One extends { body: infer Schema extends z.ZodType }
  ? { body: Given<z.input<Schema>> }
  : One extends { type: string }
    ? { body: Uint8Array<ArrayBuffer> | ReadableStream | string }
    : { body?: undefined };

/** What a handler gives back: one of its declared statuses, with the body declared for it. */
export type ReplyTo<All extends Answers> = {
  [Status in keyof All & number]: { status: Status; headers?: Readonly<Record<string, string>> | undefined } & BodyOf<All[Status]>;
}[keyof All & number];

/** What a handler is given. */
export interface Asked<Params, Query, Body, Who> {
  caller: Who;
  /** Read by the schemas. `bytes` is the body of a route that takes another type than JSON. */
  input: { params: Params; query: Query; body: Body; bytes: Uint8Array<ArrayBuffer> };
  now: Instant;
  language: Language;
  /** Path and query, as they came. */
  url: string;
  /** Who is signed in, told to the routes of `personRoute` only. */
  person: Person | undefined;
  /** The Idempotency-Key, for `once` of idempotency.ts. */
  once: Once | undefined;
  /** The request's id, as in the log. */
  request: string;
  /** Aborted when the client is gone. */
  signal: AbortSignal;
}

interface Description<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, All extends Answers> {
  /** Names the operation for programs: `appendFact`. Unique. */
  name: string;
  method: Method;
  /** Below /api/v1, parameters in braces: `/contracts/{contract}`. */
  path: string;
  summary: Bilingual;
  description?: Bilingual;
  params?: Params;
  query?: Query;
  body?: Body;
  /** The media type of a body that is not JSON; the handler gets its bytes. */
  takes?: string;
  /** The longest body, in bytes, where it is not the application's usual one. */
  most?: number;
  /** Whether it takes an Idempotency-Key, or wants one. */
  idempotencyKey?: "taken" | "required";
  answers: All;
  /** Statuses of the problems that are the route's own; 400, 401, 403, 413, 415, 429 and 5xx go without saying. */
  problems?: readonly number[];
}

/** A route as the application holds it, its types told to nobody. */
export interface Route extends Description<z.ZodType, z.ZodType, z.ZodType, Answers> {
  /** Undefined where no scope is needed. */
  scope: Scope | undefined;
  /** Whether somebody must be signed in, or may be, as nobody's member: for what is about people themselves. */
  signedIn?: "required" | "optional" | undefined;
  handle(asked: Asked<unknown, unknown, unknown, unknown>): Promise<Reply>;
}

export interface Reply {
  status: number;
  headers?: Readonly<Record<string, string>> | undefined;
  body?: unknown;
}

/** A route for callers whose key has a scope. */
export function route<
  const All extends Answers,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  description: Description<Params, Query, Body, All> & {
    scope: Scope;
    handle(asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>, Caller>): Promise<ReplyTo<NoInfer<All>>>;
  },
): Route {
  return description as unknown as Route;
}

/** A route for everybody: no key is asked for, and there is no caller. */
export function publicRoute<
  const All extends Answers,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  description: Description<Params, Query, Body, All> & {
    handle(asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>, undefined>): Promise<ReplyTo<NoInfer<All>>>;
  },
): Route {
  return { ...description, scope: undefined } as unknown as Route;
}

/** A route for people themselves, whatever they belong to: somebody is signed in, or may be. There is no caller, and no scope. */
export function personRoute<
  const All extends Answers,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  description: Description<Params, Query, Body, All> & {
    signedIn: "required" | "optional";
    handle(asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>, undefined>): Promise<ReplyTo<NoInfer<All>>>;
  },
): Route {
  return { ...description, scope: undefined } as unknown as Route;
}
