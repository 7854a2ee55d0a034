import { describe, expect, test } from "vitest";
import { openApiDocument } from "./app.ts";
import { app, ask, openExample } from "./example-app.ts";

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
    expect(openApiDocument(openExample())).toBe(openApiDocument(app));
    expect((await ask("/api/v1/openapi.json")).text).toBe(openApiDocument(app));
    expect((await ask("/api/v1/openapi.json", { headers: { "Accept-Language": "fr" } })).text).toBe(openApiDocument(app, "fr"));
    expect(openApiDocument(app, "fr")).toContain("A thing (fr)");
  });

  test("has each route with its key, scope, parameters and problems", () => {
    expect(document.openapi).toBe("3.1.0");
    const get = document.paths["/api/v1/things/{thing}"]!["get"]!;
    expect(get).toMatchObject({ operationId: "getThing", summary: "A thing", security: [{ key: ["contracts:read"] }, { session: [] }] });
    expect(get.parameters!.map(({ name, in: where }) => `${where} ${name}`)).toEqual(["path thing", "query most", "query tag"]);
    expect(Object.keys(get.responses)).toEqual(["200", "400", "401", "403", "404", "409", "429", "default"]);
    const post = document.paths["/api/v1/things/{thing}/facts"]!["post"]!;
    expect(post.parameters).toContainEqual(expect.objectContaining({ name: "Idempotency-Key", in: "header", required: true }));
    expect(document.paths["/api/v1/seal"]!["get"]!.security).toEqual([]);
    expect(Object.keys(document.components.schemas)).toContain("Problem");
    expect(document.components.securitySchemes).toMatchObject({ key: { type: "http", scheme: "bearer" } });
  });
});
