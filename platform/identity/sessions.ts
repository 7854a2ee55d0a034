import type { Language } from "#kernel/words/language.ts";
import { AUTH, type Engine } from "./engine.ts";
import type { Person } from "./person.ts";

/** A browser that is signed in. */
export interface Session {
  id: string;
  /** ISO 8601 */
  expires: string;
  person: Person;
}

interface Told {
  session: { id: string; expiresAt: string };
  user: {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean;
    language?: Language;
    twoFactorEnabled?: boolean;
    longPassword?: boolean;
  };
}

/** The session whose cookie a request carries; it is not prolonged by that. */
export async function sessionOf(engine: Engine, headers: Headers): Promise<Session | undefined> {
  const cookie = headers.get("cookie");
  if (cookie === null) return undefined;
  const answer = await engine.answer(new Request(`http://localhost${AUTH}/get-session?disableRefresh=true`, { headers: { cookie } }));
  return readSession(answer);
}

/** Throws where the question itself failed: a database that is gone is no reason to send people away. */
export async function readSession(answer: Response): Promise<Session | undefined> {
  if (!answer.ok) throw Object.assign(new Error(`The session could not be read: ${answer.status}`), { code: "57P03" });
  const told = (await answer.json()) as Told | null;
  if (told === null) return undefined;
  const { id, name, email, emailVerified, language = "en", twoFactorEnabled = false, longPassword = false } = told.user;
  return {
    id: told.session.id,
    expires: told.session.expiresAt,
    person: { id, name, email, emailVerified, language, secondFactor: twoFactorEnabled, longPassword },
  };
}
