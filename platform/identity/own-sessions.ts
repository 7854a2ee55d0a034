import { notFound } from "../http/problems.ts";
import { ask } from "./ask-engine.ts";
import type { Knock } from "./auth-paths.ts";
import { readSession } from "./sessions.ts";

/** The present session, prolonged: screens ask for it now and then. */
export async function prolonged({ identity, request, asker }: Knock<unknown>): Promise<Response> {
  const answer = await ask(identity.engine, "/get-session", undefined, { asker, request });
  const session = await readSession(answer.clone());
  const done = Response.json({ person: session?.person, expires: session?.expires });
  for (const cookie of answer.headers.getSetCookie()) done.headers.append("Set-Cookie", cookie);
  return done;
}

interface Listed {
  session: string;
  present: boolean;
  begun: string;
  seen: string;
  expires: string;
  address: string | null;
  browser: string | null;
}

/** Where somebody is signed in. */
export async function listSessions({ identity, session }: Knock<unknown>): Promise<{ items: Listed[] }> {
  const { rows } = await identity.pool.query<Listed>(
    `select id as session, id = $2 as present, "createdAt" as begun, "updatedAt" as seen, "expiresAt" as expires, "ipAddress" as address,
      "userAgent" as browser
      from session where "userId" = $1 and "expiresAt" > now() order by "updatedAt" desc`,
    [session!.person.id, session!.id],
  );
  return { items: rows };
}

/** Signs somebody out elsewhere. */
export async function endSession({ identity, session }: Knock<unknown>, id: string): Promise<{ status: true }> {
  const { rowCount } = await identity.pool.query(`delete from session where "userId" = $1 and id = $2`, [session!.person.id, id]);
  if (rowCount === 0) throw notFound({ fr: "Cette session", en: "This session" });
  return { status: true };
}

export async function endOthers({ identity, session }: Knock<unknown>): Promise<{ ended: number }> {
  const { rowCount } = await identity.pool.query(`delete from session where "userId" = $1 and id <> $2`, [session!.person.id, session!.id]);
  return { ended: rowCount ?? 0 };
}
