import { describe, expect, test } from "vitest";
import { ask, openExample } from "./example-app.ts";

describe("/healthz", () => {
  test.each([
    [{ database: true, migrated: true, clockLag: 10 }, 200],
    [{ database: true, migrated: false, clockLag: 0 }, 503],
    [{ database: true, migrated: true, clockLag: 3_600_000 }, 503],
  ])("of %j answers %i", async (health, status) =>
    expect((await ask("/healthz", { to: openExample({ health: async () => health }) })).status).toBe(status),
  );

  test("answers 503 where asking fails", async () => {
    const to = openExample({ health: () => Promise.reject(new Error("gone")) });
    expect((await ask("/healthz", { to })).body).toMatchObject({ status: "unwell", database: false });
  });
});

test("/metrics is for the machine itself, or for whoever has its key", async () => {
  const metrics = async () => ({ type: "text/plain", text: "requests 1\n" });
  expect((await ask("/metrics", { to: openExample({ metrics }) })).text).toBe("requests 1\n");
  expect((await ask("/metrics", { to: openExample({ metrics }), headers: { "X-Forwarded-For": "203.0.113.9" } })).status).toBe(404);
  expect((await ask("/metrics", { to: openExample({ metrics, metricsKey: "m" }) })).status).toBe(404);
  expect((await ask("/metrics", { to: openExample({ metrics, metricsKey: "m" }), headers: { Authorization: "Bearer m" } })).status).toBe(
    200,
  );
});
