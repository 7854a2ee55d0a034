import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseInstant } from "#kernel/time/instant.ts";
import { openApi, openApiDocument } from "./app.ts";
import type { AppOptions, Served } from "./app-options.ts";
import type { Caller } from "./authenticate.ts";
import { Refused } from "./problem.ts";
import { notAuthenticated } from "./problems.ts";
import { publicRoute, route } from "./route.ts";

const now = parseInstant("2025-03-01T10:00Z")!;
const caller: Caller = {
  tenant: "t",
  kind: "customer",
  name: "Client",
  key: "k",
  keyName: "essai",
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

const lines: Served[] = [];
function open(more: Partial<AppOptions> = {}) {
  return openApi({
    routes: [getThing, addFact, failing, seal, takeBytes],
    about: { title: both("Tenu"), description: both("Contracts"), version: "1" },
    authenticate: async (authorization) => {
      if (authorization !== "Bearer good") throw notAuthenticated();
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
const app = open();

async function ask(
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

describe("a route", () => {
  test("gets what its schemas read, and answers JSON", async () => {
    const { status, body, headers } = await ask("/api/v1/things/7?most=3", { headers: { "Accept-Language": "fr" } });
    expect([status, body]).toEqual([200, { thing: 7, most: 3, language: "fr" }]);
    expect(headers.get("ratelimit-policy")).toBe('"key";q=200;w=2');
  });

  test("answers bytes, and takes them", async () => {
    const { headers, text } = await ask("/api/v1/seal");
    expect([headers.get("content-type"), text]).toEqual(["application/octet-stream", "\u0001\u0002\u0003"]);
    const put = (length: number, type: string) =>
      ask("/api/v1/seal", { method: "PUT", body: "x".repeat(length), headers: { "Content-Type": type } });
    expect((await put(9, "application/pdf")).text).toBe("9");
    expect((await put(9, "text/plain")).body).toMatchObject({ code: "wrong-media-type", status: 415 });
    expect((await put(11, "application/pdf")).body).toMatchObject({ code: "too-large", status: 413 });
  });

  test("names every field that does not fit, in one problem, in the reader's language", async () => {
    const body = { kind: "", lines: [{ amount: 1 }, { amount: "2" }], unknown: true };
    const {
      status,
      headers,
      body: problem,
    } = await ask("/api/v1/things/x/facts", {
      method: "POST",
      body,
      headers: { "Idempotency-Key": "1", "Accept-Language": "fr" },
    });
    expect(status).toBe(400);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(headers.get("content-language")).toBe("fr");
    expect(problem).toMatchObject({
      type: "https://tenu.eu/problems/bad-input",
      title: "Demande mal formée",
      request: headers.get("x-request-id"),
    });
    const errors = problem["errors"] as { place: string; code: string; detail: string }[];
    expect(errors.map(({ place, code }) => `${place} ${code}`)).toEqual([
      "params.thing invalid-type",
      "body.kind too-small",
      "body.lines[1].amount invalid-type",
      "body.unknown unrecognized-keys",
    ]);
    expect(errors[2]!.detail).toMatch(/nombre attendu/i);
  });

  test.each([
    ["{", /not JSON/],
    ["", /expected object/],
    ['"\uD800"', /expected object/],
  ])("refuses the body %j", async (body, detail) => {
    const { status, body: problem } = await ask("/api/v1/things/1/facts", { method: "POST", body, headers: { "Idempotency-Key": "1" } });
    expect(status).toBe(400);
    expect(JSON.stringify(problem["errors"])).toMatch(detail);
  });

  test("that wants an Idempotency-Key says so, and gives it to its handler", async () => {
    const without = await ask("/api/v1/things/1/facts", { method: "POST", body: { kind: "x" } });
    expect(without.body).toMatchObject({ errors: [{ place: "header.Idempotency-Key", code: "missing" }] });
    const { status, headers, body } = await ask("/api/v1/things/1/facts", {
      method: "POST",
      body: { kind: "x" },
      headers: { "Idempotency-Key": '"8e03"' },
    });
    expect([status, headers.get("location"), body]).toEqual([201, "/x", { kind: "x", once: "8e03" }]);
  });

  test("is not open to strangers, nor to keys without its scope", async () => {
    const stranger = await ask("/api/v1/things/7", { headers: { Authorization: "Bearer bad" } });
    expect([stranger.status, stranger.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="tenu"']);
    const to = open({ authenticate: async () => ({ ...caller, scopes: ["admin"] }) });
    expect((await ask("/api/v1/things/7", { to })).body).toMatchObject({
      status: 403,
      code: "missing-scope",
      detail: expect.stringContaining("contracts:read"),
    });
  });

  test("of which the answer is not as declared fails while answers are checked", async () => {
    expect((await ask("/api/v1/failing/lying")).status).toBe(500);
    expect(String(lines.at(-1)!.error)).toMatch(/fail answered 200, which it does not declare/);
  });
});

describe("a problem", () => {
  test("of a route's own has code, clause and mend", async () => {
    expect((await ask("/api/v1/failing/refused")).body).toMatchObject({
      type: "https://tenu.eu/problems/odd",
      status: 409,
      detail: "It is odd.",
      mend: "Make it even.",
      clause: "terms/4.2",
    });
  });

  test("of ours tells nothing but the request's id, and the log the rest", async () => {
    const { status, text, headers } = await ask("/api/v1/failing/deeply");
    expect(status).toBe(500);
    expect(text).not.toMatch(/secret|is 42|stack/);
    expect(text).toContain(headers.get("x-request-id"));
    expect(lines.at(-1)).toMatchObject({
      request: headers.get("x-request-id"),
      route: "/api/v1/failing/{how}",
      status: 500,
      problem: "internal",
      error: expect.objectContaining({ message: "the secret is 42" }),
    });
  });

  test("of the database is worth another try", async () => {
    const { status, headers, text } = await ask("/api/v1/failing/database");
    expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
    expect(text).not.toContain("10.1.2.3");
  });

  test("answers what does not exist, and what is asked the wrong way", async () => {
    expect((await ask("/nowhere")).body).toMatchObject({ status: 404, code: "not-found" });
    const { status, headers } = await ask("/api/v1/things/7", { method: "DELETE" });
    expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    expect((await ask("/api/v1/seal", { method: "PATCH" })).headers.get("allow")).toBe("GET, HEAD, PUT");
    expect((await ask("/api/v1/seal", { method: "HEAD" })).status).toBe(200);
  });

  test("answers who asks too often, by key and by address", async () => {
    const byKey = open({ perKey: { perSecond: 1, burst: 1 } });
    await ask("/api/v1/things/7", { to: byKey });
    const refused = await ask("/api/v1/things/7", { to: byKey });
    expect([refused.status, refused.headers.get("retry-after"), refused.headers.get("ratelimit")]).toEqual([429, "1", '"key";r=0;t=1']);
    const byAddress = open({ perAddress: { perSecond: 1, burst: 1 } });
    await ask("/nowhere", { to: byAddress });
    expect((await ask("/nowhere", { to: byAddress })).status).toBe(429);
  });

  test("is as small as what is too large", async () => {
    const { status } = await ask("/api/v1/things/1/facts", { method: "POST", body: { kind: "x".repeat(2000) } });
    expect(status).toBe(413);
  });
});

test("the work of a request can be wrapped; only failures of ours are thrown through", async () => {
  const seen: string[] = [];
  const to = open({
    around: async ({ id, route: { name } }, work) => {
      const result = await work().catch((error: Error) => {
        seen.push(`${name} ${error.message}`);
        throw error;
      });
      seen.push(`${name} ${id.length}`);
      return result;
    },
  });
  await ask("/api/v1/seal", { to });
  await ask("/api/v1/failing/refused", { to });
  await ask("/api/v1/failing/deeply", { to });
  expect(seen).toEqual(["getSeal 36", "fail 36", "fail the secret is 42"]);
});

test("every answer has an id and tells browsers to keep away", async () => {
  for (const path of ["/healthz", "/nowhere", "/api/v1/failing/deeply", "/api/v1/seal"]) {
    const { headers } = await ask(path);
    expect(headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("strict-transport-security")).toBeNull();
  }
  expect((await ask("/healthz", { to: open({ overTls: true }) })).headers.get("strict-transport-security")).toMatch(/max-age/);
});

describe("/healthz", () => {
  test.each([
    [{ database: true, migrated: true, clockLag: 10 }, 200],
    [{ database: true, migrated: false, clockLag: 0 }, 503],
    [{ database: true, migrated: true, clockLag: 3_600_000 }, 503],
  ])("of %j answers %i", async (health, status) =>
    expect((await ask("/healthz", { to: open({ health: async () => health }) })).status).toBe(status),
  );

  test("answers 503 where asking fails", async () => {
    const to = open({ health: () => Promise.reject(new Error("gone")) });
    expect((await ask("/healthz", { to })).body).toMatchObject({ status: "unwell", database: false });
  });
});

test("/metrics is for the machine itself, or for whoever has its key", async () => {
  const metrics = async () => ({ type: "text/plain", text: "requests 1\n" });
  expect((await ask("/metrics", { to: open({ metrics }) })).text).toBe("requests 1\n");
  expect((await ask("/metrics", { to: open({ metrics }), headers: { "X-Forwarded-For": "203.0.113.9" } })).status).toBe(404);
  expect((await ask("/metrics", { to: open({ metrics, metricsKey: "m" }) })).status).toBe(404);
  expect((await ask("/metrics", { to: open({ metrics, metricsKey: "m" }), headers: { Authorization: "Bearer m" } })).status).toBe(200);
});

describe("the OpenAPI document", () => {
  const document = JSON.parse(openApiDocument(app)) as {
    openapi: string;
    paths: Record<
      string,
      Record<
        string,
        {
          operationId: string;
          summary: string;
          security: unknown;
          responses: object;
          parameters?: { name: string; in: string; required?: boolean }[];
        }
      >
    >;
    components: { schemas: object; securitySchemes: object };
  };

  test("is the same text each time, and what the server serves", async () => {
    expect(openApiDocument(open())).toBe(openApiDocument(app));
    expect((await ask("/api/v1/openapi.json")).text).toBe(openApiDocument(app));
    expect((await ask("/api/v1/openapi.json", { headers: { "Accept-Language": "fr" } })).text).toBe(openApiDocument(app, "fr"));
    expect(openApiDocument(app, "fr")).toContain("A thing (fr)");
  });

  test("has each route with its key, scope, parameters and problems", () => {
    expect(document.openapi).toBe("3.1.0");
    const get = document.paths["/api/v1/things/{thing}"]!["get"]!;
    expect(get).toMatchObject({ operationId: "getThing", summary: "A thing", security: [{ key: ["contracts:read"] }] });
    expect(get.parameters!.map(({ name, in: where }) => `${where} ${name}`)).toEqual(["path thing", "query most", "query tag"]);
    expect(Object.keys(get.responses)).toEqual(["200", "400", "401", "403", "404", "409", "429", "default"]);
    const post = document.paths["/api/v1/things/{thing}/facts"]!["post"]!;
    expect(post.parameters).toContainEqual(expect.objectContaining({ name: "Idempotency-Key", in: "header", required: true }));
    expect(document.paths["/api/v1/seal"]!["get"]!.security).toEqual([]);
    expect(Object.keys(document.components.schemas)).toContain("Problem");
    expect(document.components.securitySchemes).toMatchObject({ key: { type: "http", scheme: "bearer" } });
  });
});
