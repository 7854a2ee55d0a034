import type { Hono } from "hono";
import type { Carried } from "./app-options.ts";
import { BASE } from "./document.ts";
import { methodNotAllowed } from "./problems.ts";
import type { Route } from "./route.ts";

/** Call it after the routes were added. Anything but the declared methods of a path: 405, with those that it takes. */
export function refuseOtherMethods(hono: Hono<Carried>, routes: readonly Route[]): void {
  const methods = new Map<string, string[]>([
    ["/healthz", ["GET", "HEAD"]],
    [`${BASE}/openapi.json`, ["GET", "HEAD"]],
  ]);
  for (const route of routes) {
    const own = route.method === "get" ? ["GET", "HEAD"] : [route.method.toUpperCase()];
    methods.set(pathOf(route), [...(methods.get(pathOf(route)) ?? []), ...own]);
  }
  for (const [path, allowed] of methods)
    hono.all(path, (c) => {
      throw methodNotAllowed(c.req.method, allowed);
    });
}

/** The path as the router writes it: `/api/v1/contracts/:contract`. */
export function pathOf({ path }: Route): string {
  return `${BASE}${path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
}
