import { z } from "zod";
import { parseInstant } from "#kernel/time/instant.ts";
import { openApi } from "./app.ts";
import type { AppOptions, Served } from "./app-options.ts";
import type { Caller } from "./authenticate.ts";
import { Refused } from "./problem.ts";
import { notAuthenticated } from "./problems.ts";
import { publicRoute, route } from "./route.ts";

// A small application with a route of each sort, for the tests beside.

const now = parseInstant("2025-03-01T10:00Z")!;
export const caller: Caller = {
  tenant: "t",
  kind: "customer",
  name: "Client",
  by: { type: "key", id: "k", name: "essai" },
  scopes: ["contracts:read", "facts:write"],
};
const both = (text: string) => ({ fr: `${text} (fr)`, en: text });

const getThing = route({
  name: "getThing",
  method: "get",
  path: "/things/{thing}",
  scope: "contracts:read",
  summary: both("A thing"),
  params: z.object({ thing: z.coerce.number().int() }),
  query: z.object({ most: z.coerce.number().max(10).default(5), tag: z.array(z.string()).optional() }),
  answers: { 200: { words: both("The thing"), body: z.object({ thing: z.number(), most: z.number(), language: z.string() }) } },
  problems: [409],
  handle: async ({ input: { params, query }, language }) => ({ status: 200, body: { thing: params.thing, most: query.most, language } }),
});

const addFact = route({
  name: "addFact",
  method: "post",
  path: "/things/{thing}/facts",
  scope: "facts:write",
  summary: both("States a fact"),
  params: z.object({ thing: z.coerce.number() }),
  body: z.strictObject({ kind: z.string().min(1), lines: z.array(z.object({ amount: z.number() })).default([]) }),
  idempotencyKey: "required",
  answers: { 201: { words: both("Stated"), body: z.object({ kind: z.string(), once: z.string() }) } },
  handle: async ({ input, once }) => ({ status: 201, headers: { Location: "/x" }, body: { kind: input.body.kind, once: once!.key } }),
});

const failing = publicRoute({
  name: "fail",
  method: "get",
  path: "/failing/{how}",
  summary: both("Fails"),
  params: z.object({ how: z.string() }),
  answers: { 204: { words: both("Never") } },
  handle: async ({ input: { params } }) => {
    if (params.how === "refused")
      throw new Refused({
        code: "odd",
        status: 409,
        title: both("Odd"),
        detail: both("It is odd."),
        mend: both("Make it even."),
        clause: "terms/4.2",
      });
    if (params.how === "database") throw Object.assign(new Error("no server at 10.1.2.3"), { code: "57P01" });
    if (params.how === "lying") return { status: 200 } as never;
    throw new Error("the secret is 42");
  },
});

const seal = publicRoute({
  name: "getSeal",
  method: "get",
  path: "/seal",
  summary: both("The seal, as bytes"),
  answers: { 200: { words: both("Bytes"), type: "application/octet-stream" } },
  handle: async () => ({ status: 200, body: new Uint8Array([1, 2, 3]) }),
});

const takeBytes = publicRoute({
  name: "takeBytes",
  method: "put",
  path: "/seal",
  summary: both("Takes bytes"),
  takes: "application/pdf",
  most: 10,
  answers: { 200: { words: both("How many"), body: z.number() } },
  handle: async ({ input }) => ({ status: 200, body: input.bytes.length }),
});

/** What was served, in order. */
export const lines: Served[] = [];
/** The example application, with other options. */
export function openExample(more: Partial<AppOptions> = {}) {
  return openApi({
    routes: [getThing, addFact, failing, seal, takeBytes],
    about: { title: both("Tenu"), description: both("Contracts"), version: "1" },
    authenticate: async ({ headers }) => {
      if (headers.get("authorization") !== "Bearer good") throw notAuthenticated();
      return caller;
    },
    now: () => now,
    health: async () => ({ database: true, migrated: true, clockLag: 0 }),
    served: (line) => void lines.push(line),
    most: 1000,
    checkAnswers: true,
    ...more,
  });
}
export const app = openExample();

/** Asks an application with a good key, unless told otherwise. */
export async function ask(
  path: string,
  {
    method = "GET",
    headers = {},
    body,
    to = app,
  }: { method?: string; headers?: Record<string, string>; body?: unknown; to?: typeof app } = {},
) {
  const json = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  const response = await to.fetch(
    new Request(`http://local${path}`, {
      method,
      headers: { Authorization: "Bearer good", ...(body !== undefined && { "Content-Type": "application/json" }), ...headers },
      ...json,
    }),
  );
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (isJson ? JSON.parse(text) : undefined) as Record<string, unknown>,
  };
}
