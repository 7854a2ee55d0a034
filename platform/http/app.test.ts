import { describe, expect, test } from "vitest";
import { ask, caller, lines, openExample } from "./example-app.ts";

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
    const to = openExample({ authenticate: async () => ({ ...caller, scopes: ["admin"] }) });
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
    const byKey = openExample({ perKey: { perSecond: 1, burst: 1 } });
    await ask("/api/v1/things/7", { to: byKey });
    const refused = await ask("/api/v1/things/7", { to: byKey });
    expect([refused.status, refused.headers.get("retry-after"), refused.headers.get("ratelimit")]).toEqual([429, "1", '"key";r=0;t=1']);
    const byAddress = openExample({ perAddress: { perSecond: 1, burst: 1 } });
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
  const to = openExample({
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
  expect((await ask("/healthz", { to: openExample({ overTls: true }) })).headers.get("strict-transport-security")).toMatch(/max-age/);
});
