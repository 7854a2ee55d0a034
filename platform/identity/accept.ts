import type { Instant } from "#kernel/time/instant.ts";
import type { Language } from "#kernel/words/language.ts";
import { scoped } from "../database/scope.ts";
import { badInput } from "../http/problems.ts";
import { linkUnusable, strongerSignIn, weakPassword } from "./auth-problems.ts";
import { alreadyMember, signInFirst, someoneElse } from "./coming-problems.ts";
import type { Identity } from "./identity.ts";
import { type Opened, openInvitation, useInvitation } from "./invitations.ts";
import { addMembership, AlreadyMember } from "./memberships.ts";
import { passwordFaults } from "./passwords.ts";
import { addPerson, personByEmail, proveEmail } from "./people.ts";
import type { Person } from "./person.ts";
import { wantsStrongPassword } from "./roles.ts";

/** What somebody new says of themselves; their password is known to nobody else. */
export interface Coming {
  name?: string | undefined;
  password?: string | undefined;
  language: Language;
}

export interface Accepted {
  invitation: Opened;
  person: string;
  /** Whether they were not known before. */
  fresh: boolean;
}

/**
 * Accepts an invitation: as who is signed in, where its address is known here, and otherwise as somebody new. Throws the problem where the
 * code opens nothing, the password will not do, or it is somebody else's.
 */
export async function acceptInvitation(
  identity: Identity,
  code: string,
  coming: Coming,
  signedIn: Person | undefined,
  now: Instant,
): Promise<Accepted> {
  const invitation = await openInvitation(identity.database, code, now);
  if (!invitation) throw linkUnusable();
  const { tenant, email, role, mailed, invitedBy } = invitation;
  const known = await whoIs(identity, email, signedIn);
  const keeps = known?.secondFactor && (known.emailVerified || !mailed); // else it goes, once the address is proven (proveEmail)
  if (known && wantsStrongPassword([role]) && !keeps && !known.longPassword) throw strongerSignIn();
  const own = known ? undefined : wantNew({ ...coming, email, strong: wantsStrongPassword([role]) });
  const person = await scoped(identity.database, [tenant], async (transaction) => {
    if (!(await useInvitation(transaction, invitation, now))) throw linkUnusable();
    const id = known?.id ?? (await addPerson(identity, { ...own!, email, language: coming.language, emailVerified: mailed }));
    await addMembership(transaction, { tenant, person: id, role, invitedBy }, now);
    return id;
  }).catch((error: unknown) => {
    if (error instanceof AlreadyMember) throw alreadyMember();
    throw (error as { code?: string }).code === "23505" ? signInFirst() : error; // they came by another invitation meanwhile
  });
  if (known && mailed) await proveEmail(identity.pool, person);
  return { invitation, person, fresh: !known };
}

/** Who has an address already, and is signed in; undefined where nobody has it. Throws where somebody else is signed in, or nobody. */
export async function whoIs({ pool }: Identity, email: string, signedIn: Person | undefined): Promise<Person | undefined> {
  const known = await personByEmail(pool, email);
  if (known && signedIn?.id !== known.id) throw signedIn ? someoneElse() : signInFirst();
  if (!known && signedIn) throw someoneElse();
  return known;
}

/** Name and password of somebody new, once they will do. */
export function wantNew(coming: Coming & { email: string; strong: boolean }): { name: string; password: string } {
  const { name, password, email, strong } = coming;
  const missing = (["name", "password"] as const).filter((field) => coming[field] === undefined);
  if (name === undefined || password === undefined)
    throw badInput(
      missing.map((field) => ({
        place: `body.${field}`,
        code: "missing",
        detail: { fr: "Requis pour qui n'est pas encore connu ici.", en: "Required of those who are not yet known here." },
      })),
    );
  const faults = passwordFaults(password, { email, name, strong });
  if (faults.length > 0) throw weakPassword(faults);
  return { name, password };
}
