import type { Context } from "hono";
import type { Person } from "../identity/person.ts";
import type { AppOptions, Carried } from "./app-options.ts";
import { actorName, type People } from "./authenticate.ts";
import { readBody, requestDigest } from "./body.ts";
import type { Once } from "./idempotency.ts";
import { readInput, readJson } from "./input.ts";
import { badInput, foreignOrigin, missingScope, notAuthenticated, wrongMediaType } from "./problems.ts";
import type { Limiter } from "./rate-limit.ts";
import type { Reply, Route } from "./route.ts";

const MEBIBYTE = 1_048_576;
/** Visible ASCII, as the Idempotency-Key draft wants it, with or without the quotes of a structured field. */
const KEY = /^"?([\x21\x23-\x7e]{1,200})"?$/;

/** How one route answers: who is it, may they, what did they send; then the handler, then its answer. */
export function serveRoute(
  route: Route,
  { authenticate, people, most = MEBIBYTE, checkAnswers = false }: AppOptions,
  perKey: Limiter,
): (c: Context<Carried>) => Promise<Response> {
  return async (c) => {
    const [now, language] = [c.get("now"), c.get("language")];
    let limits: Readonly<Record<string, string>> = {};
    if (route.scope !== undefined) {
      const caller = await authenticate(c.req.raw, now);
      c.set("caller", caller);
      limits = perKey(actorName(caller), now);
      if (!caller.scopes.includes(route.scope)) throw missingScope(route.scope);
    }
    const person = await personAsking(route, people, c.req.raw);
    if (person) limits = perKey(`person/${person.id}`, now);
    const { pathname, search } = new URL(c.req.url);
    const url = pathname + search;
    const takesBody = route.body !== undefined || route.takes !== undefined;
    const bytes = takesBody ? await readBody(c.req.raw, route.most ?? most) : new Uint8Array();
    if (bytes.length > 0) wantType(c.req.header("content-type"), route.takes ?? "application/json");
    const input = readInput(
      [
        { place: "params", schema: route.params, value: c.req.param() },
        { place: "query", schema: route.query, value: queryOf(c) },
        { place: "body", schema: route.body, value: route.body && readJson(bytes) },
      ],
      language,
    );
    const reply = await route.handle({
      caller: c.get("caller"),
      input: { ...input, bytes },
      now,
      language,
      url,
      person,
      once: readOnce(route, c.req.header("idempotency-key"), () => requestDigest(c.req.method, url, bytes)),
      request: c.get("request"),
      signal: c.req.raw.signal,
    });
    if (checkAnswers) checkAnswer(route, reply);
    if (c.req.method !== "HEAD" || !(reply.body instanceof ReadableStream)) return answer(route, reply, limits);
    await reply.body.cancel(); // nobody would read it, or end it
    return answer(route, { ...reply, body: null }, limits);
  };
}

/** Who is signed in, for routes that are about people themselves. */
async function personAsking({ signedIn, method }: Route, people: People | undefined, request: Request): Promise<Person | undefined> {
  if (signedIn === undefined) return undefined;
  const person = request.headers.has("cookie") ? await people?.signedIn(request.headers) : undefined;
  if (signedIn === "required" && !person) throw notAuthenticated();
  if (method !== "get" && people?.isOurs(request) === false) throw foreignOrigin();
  return person;
}

function queryOf(c: Context): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0]! : values]));
}

function wantType(said: string | undefined, expected: string): void {
  const type = (said ?? "").split(";")[0]!.trim().toLowerCase();
  if (type !== expected && !(expected === "application/json" && /^application\/.+\+json$/.test(type))) throw wrongMediaType(expected);
}

function readOnce(route: Route, header: string | undefined, digest: () => Uint8Array): Once | undefined {
  if (route.idempotencyKey === undefined || (header === undefined && route.idempotencyKey === "taken")) return undefined;
  const key = KEY.exec(header ?? "")?.[1];
  if (key !== undefined) return { key, digest: digest() };
  const detail = {
    fr: "Une clé de 1 à 200 caractères ASCII visibles est attendue, nouvelle pour chaque demande.",
    en: "A key of 1 to 200 visible ASCII characters is expected, new for each request.",
  };
  throw badInput([{ place: "header.Idempotency-Key", code: header === undefined ? "missing" : "bad-key", detail }]);
}

function answer(route: Route, { status, headers, body }: Reply, limits: Readonly<Record<string, string>>): Response {
  const type = route.answers[status]?.type;
  const all = { ...limits, ...headers };
  if (body === undefined) return new Response(null, { status, headers: all });
  if (type !== undefined) return new Response(body as ReadableStream, { status, headers: { "Content-Type": type, ...all } });
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...all } });
}

/** Throws where a handler answers otherwise than it declared. */
function checkAnswer(route: Route, { status, body }: Reply): void {
  const declared = route.answers[status];
  if (declared === undefined) throw new Error(`${route.name} answered ${status}, which it does not declare.`);
  const read = declared.body?.safeParse(body === undefined ? undefined : JSON.parse(JSON.stringify(body)));
  if (read?.success === false) throw new Error(`${route.name} answered ${status} otherwise than it declares: ${read.error.message}`);
}
