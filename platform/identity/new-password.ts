import { membershipsOf } from "../http/memberships.ts";
import { notConfirmed, linkUnusable, weakPassword } from "./auth-problems.ts";
import type { Knock } from "./auth-paths.ts";
import { ask } from "./ask-engine.ts";
import type { Identity } from "./identity.ts";
import { passwordFaults } from "./passwords.ts";
import { personOf, proveEmail, rememberLength } from "./people.ts";
import type { Person } from "./person.ts";
import { wantsStrongPassword } from "./roles.ts";

/** Whether a password alone must be long, for all that this person is now. */
async function strongFor({ database }: Identity, person: Person): Promise<boolean> {
  if (person.secondFactor) return false;
  return wantsStrongPassword((await membershipsOf(database, person.id)).map(({ role }) => role));
}

async function wantGood(identity: Identity, person: Person, password: string): Promise<void> {
  const { email, name } = person;
  const faults = passwordFaults(password, { email, name, strong: await strongFor(identity, person) }, "body.newPassword");
  if (faults.length > 0) throw weakPassword(faults);
}

/** Mails a link to whoever has that address. The answer is the same where nobody has. */
export async function askForReset(identity: Identity, email: string, asker: string): Promise<{ status: true }> {
  await identity.attempts.begin("reset", email.toLowerCase(), asker);
  await ask(identity.engine, "/request-password-reset", { email: email.toLowerCase() }, { asker });
  return { status: true };
}

/** Sets a new password by a mailed link, which is used up by that. All sessions end. */
export async function resetPassword(
  identity: Identity,
  { token, newPassword }: { token: string; newPassword: string },
  asker: string,
): Promise<{ status: true }> {
  const id = await identity.engine.resettableBy(token);
  const person = id === undefined ? undefined : await personOf(identity.pool, id);
  if (!person) throw linkUnusable();
  // Where the link is the first proof of the address, the second factor goes with it (proveEmail).
  await wantGood(identity, { ...person, secondFactor: person.secondFactor && person.emailVerified }, newPassword);
  const answer = await ask(identity.engine, "/reset-password", { token, newPassword }, { asker });
  if (!answer.ok) throw linkUnusable();
  await rememberLength(identity.pool, person.id, newPassword);
  await proveEmail(identity.pool, person.id);
  await identity.attempts.succeeded("sign-in", person.email, asker);
  return { status: true };
}

/** Changes the password of somebody signed in: their other sessions end, and this one gets a new token. */
export async function changePassword(knock: Knock<{ currentPassword: string; newPassword: string }>): Promise<Response> {
  const { identity, body, request, asker } = knock;
  const { person } = knock.session!;
  await confirmable(knock);
  await wantGood(identity, person, body.newPassword);
  const answer = await ask(identity.engine, "/change-password", { ...body, revokeOtherSessions: true }, { asker, request });
  if (!answer.ok) throw notConfirmed();
  await identity.attempts.succeeded("confirm", person.id, asker);
  await rememberLength(identity.pool, person.id, body.newPassword);
  const done = Response.json({ status: true });
  for (const cookie of answer.headers.getSetCookie()) done.headers.append("Set-Cookie", cookie);
  return done;
}

/** Counts a try of somebody signed in to confirm an act by password or code; throws a 429 problem where they must wait. */
export async function confirmable({ identity, asker, session }: Knock<unknown>): Promise<void> {
  await identity.attempts.begin("confirm", session!.person.id, asker);
}
