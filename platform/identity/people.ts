import type pg from "pg";
import type { Language } from "#kernel/words/language.ts";
import { newId } from "../database/new-id.ts";
import { hashPassword } from "./hashing.ts";
import type { Identity } from "./identity.ts";
import { isLong } from "./passwords.ts";
import type { Person } from "./person.ts";

const columns = `id, name, email, "emailVerified", language, "twoFactorEnabled" as "secondFactor", "longPassword"`;

export async function personOf(pool: pg.Pool, id: string): Promise<Person | undefined> {
  const { rows } = await pool.query<Person>(`select ${columns} from "user" where id = $1`, [id]);
  return rows[0];
}

export async function personByEmail(pool: pg.Pool, email: string): Promise<Person | undefined> {
  const { rows } = await pool.query<Person>(`select ${columns} from "user" where email = lower($1)`, [email]);
  return rows[0];
}

/** Those of some ids that there are. */
export async function peopleOf(pool: pg.Pool, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const { rows } = await pool.query<Person>(`select ${columns} from "user" where id = any ($1)`, [[...ids]]);
  return new Map(rows.map((person) => [person.id, person]));
}

export interface NewPerson {
  email: string;
  name: string;
  password: string;
  language?: Language;
  /** Whether a mailed code came back. */
  emailVerified?: boolean;
}

/**
 * Makes a person with a password, and gives their id. The password is taken as it is: who lets people choose one asks passwordFaults first.
 * Throws where somebody has that address already.
 */
export async function addPerson({ pool }: Pick<Identity, "pool">, person: NewPerson): Promise<string> {
  const { email, name, password, language = "en", emailVerified = false } = person;
  const id = newId(Date.now());
  const hashed = await hashPassword(password);
  await pool.query(
    `with made as (
      insert into "user" (id, name, email, "emailVerified", language, "longPassword") values ($1, $2, lower($3), $4, $5, $6) returning id)
    insert into account (id, "userId", "accountId", "providerId", password) select $7, id, id::text, 'credential', $8 from made`,
    [id, name, email, emailVerified, language, isLong(password), newId(Date.now()), hashed],
  );
  return id;
}

/** Their password was set: whether it is long is remembered, for roles that want that. */
export async function rememberLength(pool: pg.Pool, id: string, password: string): Promise<void> {
  await pool.query(`update "user" set "longPassword" = $2, "updatedAt" = now() where id = $1`, [id, isLong(password)]);
}

/**
 * A mailed code came back: the address is theirs. Whoever had it before without that proof may have left ways in, so all but the password
 * go the first time.
 */
export async function proveEmail(pool: pg.Pool, id: string): Promise<void> {
  const { rowCount } = await pool.query(
    `update "user" set "emailVerified" = true, "updatedAt" = now() where id = $1 and not "emailVerified"`,
    [id],
  );
  if (rowCount === 0) return;
  for (const table of ["session", "passkey", `"twoFactor"`]) await pool.query(`delete from ${table} where "userId" = $1`, [id]);
  await pool.query(`update "user" set "twoFactorEnabled" = false where id = $1`, [id]);
}
