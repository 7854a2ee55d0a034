import { ask } from "./ask-engine.ts";
import { notSignedIn } from "./auth-problems.ts";
import { COOKIES } from "./engine.ts";
import type { Identity } from "./identity.ts";
import { personByEmail } from "./people.ts";
import type { Person } from "./person.ts";
import { useCode } from "./second-factor.ts";

/** What somebody says at the door: all of it at once, so that no answer tells which part was wrong. */
export interface Claim {
  email: string;
  password: string;
  /** Six digits, or a backup code; where there is a second factor. */
  code?: string | undefined;
  /** What the browser says it is: shown to its owner in the list of sessions. */
  browser?: string | undefined;
}

export interface SignedIn {
  person: Person;
  /** What the browser is to keep: a new session's, whatever it had before. */
  cookies: string[];
}

/** Lets somebody in, or throws the one 401: whether there is such an account, and which part was wrong, is not told. */
export async function signIn(identity: Identity, claim: Claim, asker: string): Promise<SignedIn> {
  const account = claim.email.toLowerCase();
  await identity.attempts.begin("sign-in", account, asker);
  const cookies = await tried(identity, { ...claim, email: account }, asker);
  const person = cookies && (await personByEmail(identity.pool, account));
  if (!cookies || !person) throw notSignedIn();
  await identity.attempts.succeeded("sign-in", account, asker);
  return { person, cookies };
}

async function tried({ engine, pool }: Identity, { email, password, code, browser }: Claim, asker: string): Promise<string[] | undefined> {
  const post = (path: string, body: object, cookie?: string) => {
    const headers = { ...(cookie !== undefined && { cookie }), ...(browser !== undefined && { "user-agent": browser }) };
    return ask(engine, path, body, { asker, request: new Request("http://localhost", { headers }) });
  };
  const first = await post("/sign-in/email", { email, password });
  if (!first.ok) return undefined;
  const { twoFactorRedirect = false } = (await first.json()) as { twoFactorRedirect?: boolean };
  if (!twoFactorRedirect) return sessionCookies(first);
  const person = await personByEmail(pool, email);
  if (code === undefined || !person) return undefined;
  const pending = first.headers.getSetCookie().map((one) => one.split(";")[0]!);
  const given = code.replaceAll(/\s/g, "");
  const isStep = /^\d{6}$/.test(given);
  if (isStep && !(await useCode({ engine, pool }, person.id, given))) return undefined;
  const second = await post(isStep ? "/two-factor/verify-totp" : "/two-factor/verify-backup-code", { code: given }, pending.join("; "));
  return second.ok ? sessionCookies(second) : undefined;
}

function sessionCookies(answer: Response): string[] | undefined {
  const kept = answer.headers.getSetCookie().filter((one) => one.includes(`${COOKIES}.session_token=`) && !/max-age=0/i.test(one));
  return kept.length === 0 ? undefined : kept;
}
