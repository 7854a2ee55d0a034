import type { Identity } from "./identity.ts";
import { stepOf } from "./totp.ts";

/** Uses up a code of six digits. False where it is not theirs now, or was used before, or is older than one that was. */
export async function useCode({ engine, pool }: Pick<Identity, "engine" | "pool">, person: string, code: string): Promise<boolean> {
  const { rows } = await pool.query<{ secret: string }>(`select secret from "twoFactor" where "userId" = $1`, [person]);
  if (!rows[0]) return false;
  const step = stepOf(await engine.open(rows[0].secret), code, Date.now());
  if (step === undefined) return false;
  const { rowCount } = await pool.query(`update "twoFactor" set "lastStep" = $2 where "userId" = $1 and "lastStep" < $2`, [person, step]);
  return rowCount === 1;
}
