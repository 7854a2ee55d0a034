import { OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import { z } from "zod";
import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import type { Language } from "#kernel/words/language.ts";
import type { Route } from "./route.ts";

/** What the document says of the whole. */
export interface About {
  title: Bilingual;
  description: Bilingual;
  version: string;
}

/** Where the routes lie. */
export const BASE = "/api/v1";

/** The shape of a problem document (RFC 9457), for the document and for clients. */
export const problemSchema = z
  .object({
    type: z.string().meta({ example: "https://tenu.eu/problems/not-found" }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ example: "not-found" }),
    mend: z.string(),
    clause: z.string().optional(),
    errors: z.array(z.object({ place: z.string(), code: z.string(), detail: z.string() })).optional(),
    request: z.string().optional(),
  })
  .meta({ id: "Problem" });

const problemWords: Readonly<Record<number, Bilingual>> = {
  400: { fr: "Une valeur ne convient pas ; « errors » les nomme toutes.", en: "A value does not fit; `errors` names them all." },
  401: { fr: "Ni session ni clé valable.", en: "No valid session, no valid key." },
  403: { fr: "La clé ou le rôle n'a pas ce droit.", en: "The key or the role does not have this scope." },
  404: { fr: "N'existe pas, ou pas pour cette clé.", en: "Does not exist, or not for this key." },
  409: { fr: "Contraire à l'état présent.", en: "At odds with the present state." },
  413: { fr: "Corps trop long.", en: "Body too long." },
  415: { fr: "Autre type de contenu attendu.", en: "Another media type is expected." },
  422: { fr: "Bien formé, mais refusé.", en: "Well formed, but refused." },
  429: { fr: "Trop de demandes ; voir Retry-After.", en: "Too many requests; see Retry-After." },
};
const anyProblem: Bilingual = { fr: "Un problème, selon RFC 9457.", en: "A problem, as of RFC 9457." };

/** The OpenAPI 3.1 document of some routes, in one language; the same routes give the same text. */
export function describeRoutes(routes: readonly Route[], about: About, language: Language): string {
  const writer = new OpenAPIHono();
  writer.openAPIRegistry.registerComponent("securitySchemes", "key", {
    type: "http",
    scheme: "bearer",
    description:
      language === "fr"
        ? "Une clé : tenu_ et 43 caractères. Chaque opération dit le droit requis."
        : "A key: tenu_ and 43 characters. Each operation says the scope it needs.",
  });
  writer.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "tenu.session_token",
    description:
      language === "fr"
        ? "La session d'une personne. L'en-tête X-Tenu-Tenant dit au nom de quel membre elle demande ; il est requis pour changer quelque chose."
        : "A person's session. The header X-Tenu-Tenant says as a member of which tenant they ask; it is required for changing something.",
  });
  for (const one of routes) writer.openAPIRegistry.registerPath(describe(one, language));
  const document = writer.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: about.title[language], description: about.description[language], version: about.version },
    servers: [{ url: "/" }],
  });
  return `${JSON.stringify(document, null, 2)}\n`;
}

function describe(one: Route, language: Language): RouteConfig {
  const { name, method, path, summary, description, params, query, body, takes, answers } = one;
  const content = takes === undefined ? body && { "application/json": { schema: body } } : { [takes]: { schema: bytes() } };
  const headers =
    one.idempotencyKey && z.object({ "Idempotency-Key": one.idempotencyKey === "required" ? idempotencyKey : idempotencyKey.optional() });
  return {
    operationId: name,
    method,
    path: `${BASE}${path}`,
    tags: [path.split("/")[1]!],
    summary: summary[language],
    ...(description && { description: description[language] }),
    security: securityOf(one),
    request: {
      ...(params && { params: params as z.ZodObject }),
      ...(query && { query: query as z.ZodObject }),
      ...(headers && { headers }),
      ...(content && { body: { content, required: true } }),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, { words, body: schema, type }]) => [
          status,
          {
            description: words[language],
            ...(schema && { content: { "application/json": { schema } } }),
            ...(type !== undefined && { content: { [type]: { schema: bytes() } } }),
          },
        ]),
      ),
      ...Object.fromEntries(problemStatuses(one).map((status) => [status, problem((problemWords[status] ?? anyProblem)[language])])),
      default: problem(anyProblem[language]),
    },
  };
}

function securityOf({ scope, signedIn }: Route): Record<string, string[]>[] {
  if (scope !== undefined) return [{ key: [scope] }, { session: [] }];
  if (signedIn === undefined) return [];
  return signedIn === "required" ? [{ session: [] }] : [{}, { session: [] }];
}

const idempotencyKey = z
  .string()
  .meta({ description: "RFC draft-ietf-httpapi-idempotency-key-header", example: "8e03978e-40d5-43dd-bc93-6894a57f9324" });

function problemStatuses({ scope, signedIn, params, query, body, takes, idempotencyKey: key, problems = [] }: Route): number[] {
  const input = params ?? query ?? body ?? key;
  const all = [
    ...(input === undefined ? [] : [400]),
    ...(scope === undefined && signedIn !== "required" ? [] : [401, 403]),
    ...(params === undefined ? [] : [404]),
    ...(body === undefined && takes === undefined ? [] : [413, 415]),
    ...(key === undefined ? [] : [409, 422]),
    429,
    ...problems,
  ];
  return [...new Set(all)].toSorted((a, b) => a - b);
}

function problem(description: string) {
  return { description, content: { "application/problem+json": { schema: problemSchema } } };
}

function bytes() {
  return z.string().meta({ format: "binary" });
}
