import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openClient } from "../../web/kit/client/client.ts";
import { cloneDatabase } from "../database.ts";
import { openNeighbours } from "./neighbours.ts";

const home = join(import.meta.dirname, "..", "..");

test("the client's types are those of the committed description: npm run client", () => {
  const description = readFileSync(join(home, "docs/openapi.json"));
  const types = readFileSync(join(home, "web/kit/client/schema.d.ts"), "utf8");
  expect(types).toContain(createHash("sha256").update(description).digest("hex"));
});

test("the generated client reads a contract, and gets a problem as data", async () => {
  const { app, desk, ours } = await openNeighbours(await cloneDatabase(), Date.parse("2025-03-03T09:00:00Z"));
  const client = openClient("http://tenu.test", desk.secret, async (request) => app.fetch(request));
  const { data } = await client.GET("/api/v1/contracts/{contract}", { params: { path: { contract: ours.contract.contract } } });
  expect(data?.contract).toBe(ours.contract.contract);
  const { error, response } = await client.GET("/api/v1/contracts/{contract}", {
    params: { path: { contract: "00000000-0000-7000-8000-000000000000" } },
  });
  expect([response.status, error?.code]).toEqual([404, "not-found"]);
});
