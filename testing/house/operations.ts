import fc from "fast-check";
import type { App } from "#platform/http/app.ts";
import { openApiDocument } from "#platform/http/app.ts";

// The operations of an application as its own OpenAPI document tells them, and requests made from nothing else.

/** JSON Schema, as far as our documents use it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  minLength?: number;
  minItems?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  schema: Schema;
}

export interface Operation {
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  /** Whether it wants a key. */
  keyed: boolean;
  body?: { type: string; schema: Schema };
}

interface Described {
  operationId: string;
  security?: Record<string, unknown>[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

interface Document {
  paths: Record<string, Record<string, Described>>;
  components?: { schemas?: Record<string, Schema> };
}

/** Every operation of an application, and a reader of its schemas' references. */
export function operationsOf(app: App): { operations: Operation[]; resolve: (schema: Schema) => Schema } {
  const document = JSON.parse(openApiDocument(app)) as Document;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, security = [], parameters = [], requestBody }]): Operation => {
      const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
      const body = type !== undefined && content !== undefined ? { type, schema: content.schema } : undefined;
      return {
        name: operationId,
        method: method.toUpperCase(),
        path,
        parameters,
        keyed: security.some((one) => "key" in one),
        ...(body && { body }),
      };
    }),
  );
  const resolve = (schema: Schema): Schema =>
    schema.$ref === undefined ? schema : (document.components?.schemas?.[schema.$ref.split("/").at(-1)!] ?? {});
  return { operations, resolve };
}

/** A small value that a schema takes; `known` gives those that mean something, by property name. */
export function sampleOf(schema: Schema, resolve: (schema: Schema) => Schema, known: (name: string) => unknown, name = ""): unknown {
  const one = resolve(schema);
  const given = known(name);
  if (given !== undefined) return given;
  if (one.const !== undefined) return one.const;
  if (one.enum) return one.enum[0];
  const choice = one.anyOf?.[0] ?? one.oneOf?.[0] ?? one.allOf?.[0];
  if (choice) return sampleOf(choice, resolve, known, name);
  switch (Array.isArray(one.type) ? one.type[0] : one.type) {
    case "object": {
      const wanted = Object.entries(one.properties ?? {}).filter(([key]) => one.required?.includes(key) || known(key) !== undefined);
      return Object.fromEntries(wanted.map(([key, value]) => [key, sampleOf(value, resolve, known, key)]));
    }
    case "array":
      return Array.from({ length: one.minItems ?? 0 }, () => sampleOf(one.items ?? {}, resolve, known, name));
    case "integer":
    case "number":
      return Math.max(one.minimum ?? 1, 1);
    case "boolean":
      return true;
    case undefined:
    default:
      return one.pattern !== undefined && one.format === undefined
        ? fc.sample(fc.stringMatching(new RegExp(one.pattern)), { numRuns: 1, seed: 1 })[0]
        : "x".repeat(Math.max(one.minLength ?? 1, 1));
  }
}

/** A request of an operation, its parts as they are to be sent. */
export interface Sending {
  operation: Operation;
  path: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array<ArrayBuffer>;
}

export interface Answered {
  status: number;
  type: string;
  /** The body without what differs each time: the request's id. */
  said: string;
}

const origin = "http://tenu.test";

/** Path parameters go out percent-encoded, unless they are already. */
export async function send(app: App, { operation, path, query = {}, headers = {}, body }: Sending): Promise<Answered> {
  const at = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = path[name] ?? "";
    return /^(%[0-9A-Fa-f]{2})+$/.test(value) ? value : encodeURIComponent(value.toWellFormed());
  });
  const asked = new URLSearchParams(query).toString();
  const request = new Request(`${origin}${at}${asked === "" ? "" : `?${asked}`}`, {
    method: operation.method,
    headers: { ...(body !== undefined && operation.body && { "Content-Type": operation.body.type }), ...headers },
    ...(body !== undefined && { body }),
  });
  const answer = await app.fetch(request);
  const id = answer.headers.get("x-request-id") ?? "?";
  const type = answer.headers.get("content-type") ?? "";
  const said = type === "text/event-stream" ? await firstWords(answer) : (await answer.text()).replaceAll(id, "REQUEST");
  return { status: answer.status, type, said };
}

/** What a stream that does not end says at first. */
async function firstWords(answer: Response): Promise<string> {
  const reader = answer.body!.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value as Uint8Array);
}
