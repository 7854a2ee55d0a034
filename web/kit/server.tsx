import { createContext, useContext } from "react";
import createClient, { type Middleware } from "openapi-fetch";
import type { TenuClient } from "./client/client.ts";
import type { paths } from "./client/schema.d.ts";
import type { Language } from "./words/language.tsx";

/** What the server refuses, as RFC 9457 says it, in the reader's language. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  /** What the reader may do about it. */
  mend?: string;
  errors?: readonly { place: string; code: string; detail: string }[];
}

export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/**
 * The API as the signed-in person, as a member of one tenant, in one language. What is refused is thrown as Refusal, so that a
 * screen that gets an answer has it.
 */
export function openServer(tenant: string | undefined, language: Language): TenuClient {
  const client = createClient<paths>({ baseUrl: location.origin, credentials: "same-origin" });
  const speak: Middleware = {
    onRequest({ request }) {
      if (tenant !== undefined) request.headers.set("X-Tenu-Tenant", tenant);
      request.headers.set("Accept-Language", language);
      return request;
    },
    async onResponse({ response }) {
      if (response.ok) return undefined;
      throw new Refusal(await problemOf(response));
    },
  };
  client.use(speak);
  return client;
}

/**
 * Asks what is not of the described API: entering and leaving (/auth). As a member of `tenant`, where it matters. Throws Refusal as the
 * client does.
 */
export async function ask<Answer>(
  path: string,
  language: Language,
  body?: unknown,
  method = body === undefined ? "GET" : "POST",
  tenant?: string,
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    credentials: "same-origin",
    headers: {
      "Accept-Language": language,
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...(tenant !== undefined && { "X-Tenu-Tenant": tenant }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Refusal(await problemOf(response));
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as Answer;
}

async function problemOf(response: Response): Promise<Problem> {
  const said = (await response.json().catch(() => ({}))) as Partial<Problem> & { message?: string };
  return {
    ...said,
    status: response.status,
    code: said.code ?? "unknown",
    title: said.title ?? said.message ?? response.statusText,
  };
}

const Context = createContext<TenuClient | undefined>(undefined);
export const ServerProvider = Context.Provider;

export function useServer(): TenuClient {
  const server = useContext(Context);
  if (!server) throw new Error("A screen stands outside ServerProvider.");
  return server;
}
