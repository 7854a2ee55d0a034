import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, Hono } from "hono";
import { addressOf } from "./address.ts";
import type { AppOptions, Carried } from "./app-options.ts";
import { BASE, describeRoutes } from "./document.ts";
import { healthResponse } from "./health.ts";
import { notFound } from "./problems.ts";

/** What the application answers of itself: /healthz, /metrics and its own description. */
export function addOwnPaths(hono: Hono<Carried>, { routes, about, health, metrics, metricsKey }: AppOptions): void {
  hono.get("/healthz", (c) => {
    c.set("pattern", "/healthz");
    return healthResponse(health);
  });
  hono.get("/metrics", async (c) => {
    c.set("pattern", "/metrics");
    if (!metrics || !mayMeasure(c, metricsKey)) throw notFound();
    const { type, text } = await metrics();
    return new Response(text, { headers: { "Content-Type": type } });
  });
  hono.get(`${BASE}/openapi.json`, (c) => {
    c.set("pattern", `${BASE}/openapi.json`);
    return new Response(describeRoutes(routes, about, c.get("language")), {
      headers: { "Content-Type": "application/json", "Content-Language": c.get("language"), Vary: "Accept-Language" },
    });
  });
}

/** The key's bearer; where there is no key, the machine itself, and nobody through a proxy on it. */
function mayMeasure(c: Context, key: string | undefined): boolean {
  if (key !== undefined) return timingSafeEqual(digest(c.req.header("authorization") ?? ""), digest(`Bearer ${key}`));
  return /^(local|127\.|::1$|::ffff:127\.)/.test(addressOf(c)) && c.req.header("x-forwarded-for") === undefined;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
