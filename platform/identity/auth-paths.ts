import type { Context, Hono } from "hono";
import { z } from "zod";
import { addressOf, askerOf } from "../http/address.ts";
import type { Carried } from "../http/app-options.ts";
import { readBody } from "../http/body.ts";
import { readInput, readJson } from "../http/input.ts";
import { foreignOrigin, methodNotAllowed, notAuthenticated, notFound, outOfRange, wrongMediaType } from "../http/problems.ts";
import { AUTH } from "./engine.ts";
import type { Identity } from "./identity.ts";
import { askForReset, changePassword, resetPassword } from "./new-password.ts";
import { passedOn } from "./passed-on.ts";
import { endOthers, endSession, listSessions, prolonged } from "./own-sessions.ts";
import { type Session, sessionOf } from "./sessions.ts";
import { signIn } from "./sign-in.ts";

/** What a path of ours works with. */
export interface Knock<Body> {
  identity: Identity;
  body: Body;
  request: Request;
  /** The address that asks, for counting. */
  asker: string;
  session: Session | undefined;
}

export interface Door {
  method: "GET" | "POST";
  path: string;
  /** Whether only somebody signed in may. */
  inside: boolean;
  body?: z.ZodType;
  /** Whether its answer takes as long whatever it is. */
  even?: boolean;
  answer(knock: Knock<unknown>): Promise<Response>;
}

const MOST = 65_536;
const text = (most: number) => z.string().min(1).max(most);
export const passwordField = text(1024);
const email = z.email().max(320);

function door<Body extends z.ZodType = z.ZodUndefined>(
  described: Omit<Door, "body" | "answer"> & { body?: Body; answer(knock: Knock<z.output<Body>>): Promise<Response> },
): Door {
  return described as unknown as Door;
}

/** What may be asked under /auth, and nothing else: better-auth has more paths than we want. */
export const doors: readonly Door[] = [
  door({
    method: "POST",
    path: "/sign-in/email",
    inside: false,
    even: true,
    body: z.object({ email, password: passwordField, code: text(40).optional() }),
    async answer({ identity, body, asker, request }) {
      const { person, cookies } = await signIn(identity, { ...body, browser: request.headers.get("user-agent") ?? undefined }, asker);
      const { id, name, email: address, language } = person;
      return json({ person: { id, name, email: address, language } }, cookies);
    },
  }),
  door({
    method: "POST",
    path: "/request-password-reset",
    inside: false,
    even: true,
    body: z.object({ email }),
    answer: async ({ identity, body, asker }) => json(await askForReset(identity, body.email, asker)),
  }),
  door({
    method: "POST",
    path: "/reset-password",
    inside: false,
    body: z.object({ token: text(200), newPassword: passwordField }),
    answer: async ({ identity, body, asker }) => json(await resetPassword(identity, body, asker)),
  }),
  door({
    method: "POST",
    path: "/change-password",
    inside: true,
    body: z.object({ currentPassword: passwordField, newPassword: passwordField }),
    answer: changePassword,
  }),
  door({ method: "GET", path: "/session", inside: true, answer: prolonged }),
  door({ method: "GET", path: "/sessions", inside: true, answer: async (knock) => json(await listSessions(knock)) }),
  door({
    method: "POST",
    path: "/sessions/end",
    inside: true,
    body: z.object({ session: text(100) }),
    answer: async (knock) => json(await endSession(knock, knock.body.session)),
  }),
  door({ method: "POST", path: "/sessions/end-others", inside: true, answer: async (knock) => json(await endOthers(knock)) }),
  ...passedOn,
];

/** Hangs the ways in and out into the application. */
export function mountAuth(hono: Hono<Carried>, identity: Identity, { proxies = 0 }: { proxies?: number } = {}): void {
  for (const one of doors)
    hono.on(one.method, AUTH + one.path, async (c) => {
      c.set("pattern", AUTH + one.path);
      const asker = askerOf(addressOf(c), c.req.header("x-forwarded-for"), proxies);
      const begun = performance.now();
      try {
        return await answered(c, one, identity, asker);
      } finally {
        const left = one.even ? identity.floor - (performance.now() - begun) : 0;
        if (left > 0) await new Promise((done) => void setTimeout(done, left));
      }
    });
  for (const path of new Set(doors.map((one) => one.path)))
    hono.all(AUTH + path, (c) => {
      throw methodNotAllowed(
        c.req.method,
        doors.flatMap((one) => (one.path === path ? [one.method] : [])),
      );
    });
  hono.all(`${AUTH}/*`, () => {
    throw notFound();
  });
}

async function answered(c: Context<Carried>, one: Door, identity: Identity, asker: string): Promise<Response> {
  const request = c.req.raw;
  if (one.method === "POST") {
    if (!identity.isOurs(request)) throw foreignOrigin();
    if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) throw wrongMediaType("application/json");
  }
  const session = one.inside ? await sessionOf(identity.engine, request.headers) : undefined;
  if (one.inside && !session) throw notAuthenticated();
  const bytes = one.method === "POST" ? await readBody(request, MOST) : new Uint8Array();
  const { body } = readInput([{ place: "body", schema: one.body, value: one.body && readJson(bytes) }], c.get("language"));
  if (JSON.stringify(body ?? null).includes("\\u0000")) throw outOfRange(); // no column holds that character
  return one.answer({ identity, body, request, asker, session });
}

export function json(body: unknown, cookies: readonly string[] = []): Response {
  const answer = Response.json(body);
  for (const cookie of cookies) answer.headers.append("Set-Cookie", cookie);
  return answer;
}
