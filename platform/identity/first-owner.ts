import { DAY, formatInstant, type Instant } from "#kernel/time/instant.ts";
import { newId } from "../database/new-id.ts";
import { scoped } from "../database/scope.ts";
import { badInput } from "../http/problems.ts";
import { type Coming, wantNew, whoIs } from "./accept.ts";
import { linkUnusable, strongerSignIn } from "./auth-problems.ts";
import type { Identity } from "./identity.ts";
import { digestOfCode, newCode } from "./invitations.ts";
import { addMembership } from "./memberships.ts";
import { addPerson } from "./people.ts";
import type { Person } from "./person.ts";

/** A new code for the first owner, good for a day, in place of all before; undefined where the installation has an owner. */
export async function openEntrance({ pool, database }: Identity): Promise<string | undefined> {
  if (await hasOwner(database)) return undefined;
  const { code, digest } = newCode();
  await pool.query("delete from entrance");
  await pool.query("insert into entrance (digest, created, expires) values ($1, now(), now() + make_interval(secs => $2))", [
    digest,
    DAY / 1000,
  ]);
  return code;
}

export interface FirstOwner extends Coming {
  code: string;
  email: string;
  /** The provider's name, where there is no provider yet. */
  provider?: string | undefined;
}

/** Makes the first owner of an installation, and the provider where there is none. The code is used up only if all of it is done. */
export async function enterFirst(
  identity: Identity,
  first: FirstOwner,
  signedIn: Person | undefined,
  now: Instant,
): Promise<{ tenant: string; person: string; fresh: boolean }> {
  const client = await identity.pool.connect();
  try {
    await client.query("begin");
    const { rowCount } = await client.query("delete from entrance where digest = $1 and expires > now()", [digestOfCode(first.code)]);
    if (rowCount === 0 || (await hasOwner(identity.database))) throw linkUnusable();
    const made = await makeOwner(identity, first, signedIn, now);
    await client.query("commit");
    return made;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function makeOwner(identity: Identity, first: FirstOwner, signedIn: Person | undefined, now: Instant) {
  const { database } = identity;
  const { rows } = await database.query<{ tenant: string | null }>("select platform.provider() as tenant");
  const there = rows[0]?.tenant ?? undefined;
  if (there === undefined && first.provider === undefined)
    throw badInput([
      {
        place: "body.provider",
        code: "missing",
        detail: {
          fr: "Le nom du prestataire est requis : il n'y en a pas encore.",
          en: "The provider's name is required: there is none yet.",
        },
      },
    ]);
  const known = await whoIs(identity, first.email, signedIn);
  if (known && !known.secondFactor && !known.longPassword) throw strongerSignIn();
  const own = known ? undefined : wantNew({ ...first, strong: true });
  const tenant = there ?? newId(now);
  return scoped(database, [tenant], async (transaction) => {
    if (there === undefined)
      await transaction.rows({
        text: "insert into platform.tenant (tenant_id, kind, name, created) values ($1, 'provider', $2, $3)",
        values: [tenant, first.provider, formatInstant(now)],
      });
    const person = known?.id ?? (await addPerson(identity, { ...own!, email: first.email, language: first.language, emailVerified: true })); // who runs the machine says so
    await addMembership(transaction, { tenant, person, role: "owner" }, now);
    return { tenant, person, fresh: !known };
  });
}

async function hasOwner(database: Identity["database"]): Promise<boolean> {
  const { rows } = await database.query<{ owned: boolean }>("select platform.has_owner() as owned");
  return rows[0]!.owned;
}
