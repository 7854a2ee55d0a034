import { z } from "zod";
import { languages } from "#kernel/words/language.ts";
import { membershipsOf } from "../http/memberships.ts";
import { ask } from "./ask-engine.ts";
import type { Door, Knock } from "./auth-paths.ts";
import { notConfirmed, notSignedIn, refusedHere, strongerSignIn } from "./auth-problems.ts";
import { confirmable } from "./new-password.ts";
import { wantsStrongPassword } from "./roles.ts";
import { useCode } from "./second-factor.ts";

// What better-auth answers itself, with the fields that it may get; what it refuses is said in our words.

const password = z.object({ password: z.string().min(1).max(1024) });
const named = z.object({ id: z.string().min(1).max(100), name: z.string().min(1).max(100) });
/** What a browser tells of a passkey (WebAuthn level 3, JSON): better-auth reads it further. */
const credential = z.looseObject({ id: z.string().min(1).max(1024), response: z.looseObject({}) });

interface Passing {
  body?: z.ZodType;
  /** Comes before; what it throws is answered. */
  first?: (knock: Knock<never>) => Promise<void>;
  /** What is said where better-auth refuses. */
  refusal?: () => Error;
  /** What of the answer is told, where it is not the whole. */
  told?: (answer: Record<string, unknown>) => unknown;
}

const OK = () => ({ status: true });

function pass(method: "GET" | "POST", path: string, inside: boolean, { body, first, refusal = refusedHere, told }: Passing = {}): Door {
  return {
    method,
    path,
    inside,
    ...(body && { body }),
    async answer(knock) {
      await first?.(knock as Knock<never>);
      const { identity, asker, request } = knock;
      const query = method === "GET" ? new URL(request.url).search : "";
      const answer = await ask(identity.engine, path + query, method === "GET" ? undefined : (knock.body ?? {}), { asker, request });
      if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status} to ${path}`);
      if (!answer.ok) throw refusal();
      if (first === confirmable) await identity.attempts.succeeded("confirm", knock.session!.person.id, asker);
      const said = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
      const done = Response.json(told ? told(said) : said);
      for (const cookie of answer.headers.getSetCookie()) done.headers.append("Set-Cookie", cookie);
      return done;
    },
  };
}

/** Who decides for others keeps the second factor, unless the password is long. */
async function mayDoWithout(knock: Knock<never>): Promise<void> {
  const { person } = knock.session!;
  await confirmable(knock);
  const held = await membershipsOf(knock.identity.database, person.id);
  if (!person.longPassword && wantsStrongPassword(held.map(({ role }) => role))) throw strongerSignIn();
}

/** A code that confirms is used up as one that opens is. */
async function usable(knock: Knock<never>): Promise<void> {
  await confirmable(knock);
  const { code } = knock.body as { code: string };
  if (!(await useCode(knock.identity, knock.session!.person.id, code))) throw notConfirmed();
}

async function countPasskey({ identity, asker, body }: Knock<never>): Promise<void> {
  await identity.attempts.begin("passkey", (body as { response: { id: string } }).response.id, asker);
}

export const passedOn: readonly Door[] = [
  pass("POST", "/sign-out", false, { told: OK }),
  pass("POST", "/update-user", true, {
    body: z.object({ name: z.string().trim().min(1).max(200).optional(), language: z.enum(languages).optional() }),
    told: OK,
  }),
  pass("POST", "/two-factor/enable", true, { body: password, first: confirmable, refusal: notConfirmed }),
  pass("POST", "/two-factor/verify-totp", true, {
    body: z.object({ code: z.string().regex(/^\d{6}$/) }),
    first: usable,
    refusal: notConfirmed,
    told: OK,
  }),
  pass("POST", "/two-factor/disable", true, { body: password, first: mayDoWithout, refusal: notConfirmed, told: OK }),
  pass("POST", "/two-factor/generate-backup-codes", true, { body: password, first: confirmable, refusal: notConfirmed }),
  pass("GET", "/passkey/generate-register-options", true),
  pass("POST", "/passkey/verify-registration", true, {
    body: z.object({ response: credential, name: z.string().trim().min(1).max(100).optional() }),
  }),
  pass("GET", "/passkey/generate-authenticate-options", false, { told: (options) => ({ ...options, userVerification: "required" }) }),
  pass("POST", "/passkey/verify-authentication", false, {
    body: z.object({ response: credential }),
    first: countPasskey,
    refusal: notSignedIn,
    told: OK,
  }),
  pass("GET", "/passkey/list-user-passkeys", true),
  pass("POST", "/passkey/update-passkey", true, { body: named }),
  pass("POST", "/passkey/delete-passkey", true, { body: named.pick({ id: true }) }),
];
