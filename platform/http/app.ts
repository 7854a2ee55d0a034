import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import type { Language } from "#kernel/words/language.ts";
import { addressOf, askerOf } from "./address.ts";
import type { AppOptions, Carried, Served } from "./app-options.ts";
import { isFull, isPassing, isUnfit } from "./database-failure.ts";
import { type About, BASE, describeRoutes } from "./document.ts";
import { preferredLanguage } from "./language.ts";
import { pathOf, refuseOtherMethods } from "./other-methods.ts";
import { addOwnPaths } from "./own-paths.ts";
import { Refused, problemResponse } from "./problem.ts";
import { noRoom, notFound, ourFault, outOfRange, unavailable } from "./problems.ts";
import { openLimiter } from "./rate-limit.ts";
import type { Route } from "./route.ts";
import { secureHeaders } from "./security-headers.ts";
import { serveRoute } from "./serve-route.ts";

/** The application, and the routes it was made of. */
export interface App {
  fetch: (request: Request, env?: unknown) => Response | Promise<Response>;
  /** Where other things than routes are hung: screens. */
  hono: Hono<Carried>;
  routes: readonly Route[];
  about: About;
}

/** Makes the application of some routes: they lie under /api/v1, beside /healthz, /metrics and /api/v1/openapi.json. */
export function openApi(options: AppOptions): App {
  const { routes, about, served, proxies = 0, overTls = false, elapsed = () => performance.now() } = options;
  const perAddress = openLimiter({ name: "address", perSecond: 200, burst: 400, ...options.perAddress });
  const perKey = openLimiter({ name: "key", perSecond: 100, burst: 200, ...options.perKey });
  const hono = new Hono<Carried>();

  hono.use(async (c, next) => {
    const begun = elapsed();
    const request = randomUUID();
    c.set("request", request);
    c.set("language", preferredLanguage(c.req.header("accept-language")));
    c.set("now", options.now());
    c.set("pattern", "none");
    await next();
    c.res.headers.set("X-Request-Id", request);
    secureHeaders(c.res.headers, overTls);
    served?.({
      method: c.req.method,
      request,
      route: c.get("pattern"),
      status: c.res.status,
      seconds: (elapsed() - begun) / 1000,
      ...told(c),
    });
  });
  hono.use(async (c, next) => {
    perAddress(askerOf(addressOf(c), c.req.header("x-forwarded-for"), proxies), c.get("now"));
    await next();
  });

  hono.use(`${BASE}/*`, compress()); // a contract's life is ten times as long without; streams of events stay as they are
  addOwnPaths(hono, options);
  for (const route of routes) {
    const serve = serveRoute(route, options, perKey);
    hono.on(route.method.toUpperCase(), pathOf(route), async (c) => {
      c.set("pattern", `${BASE}${route.path}`);
      const work = () => serve(c).catch((error: unknown) => refuse(c, refusedOr(error)));
      return options.around ? options.around({ id: c.get("request"), route, request: c.req.raw }, work) : work();
    });
  }
  refuseOtherMethods(hono, routes);

  hono.notFound((c) => refuse(c, notFound()));
  hono.onError((error, c) => {
    if (error instanceof Refused) return refuse(c, error);
    if (isUnfit(error)) return refuse(c, outOfRange());
    c.set("failure", error);
    return refuse(c, isPassing(error) ? unavailable() : isFull(error) ? noRoom() : ourFault(c.get("request")));
  });
  return { fetch: (request, env) => hono.fetch(request, env as object), hono, routes, about };
}

/** The OpenAPI 3.1 document of an application, in English: the same application gives the same text. */
export function openApiDocument(app: App, language: Language = "en"): string {
  return describeRoutes(app.routes, app.about, language);
}

/** The refusal that was thrown; anything else is thrown on. */
function refusedOr(error: unknown): Refused {
  if (error instanceof Refused) return error;
  throw error;
}

function refuse(c: Context<Carried>, { refusal }: Refused): Response {
  c.set("refusal", refusal);
  return problemResponse(refusal, c.get("language"), c.get("request"));
}

function told(c: Context<Carried>): Partial<Served> {
  const [caller, refusal, error] = [c.get("caller"), c.get("refusal"), c.get("failure")];
  return {
    ...(caller && { tenant: caller.tenant, [caller.by.type]: caller.by.id }),
    ...(refusal && { problem: refusal.code }),
    ...(error !== undefined && { error }),
  };
}
