import { createHmac } from "node:crypto";
import type pg from "pg";
import { tooMany } from "../http/problems.ts";

// Who tries too often has to wait, longer each time. What is counted is a digest: the table tells nobody's address.

/** How many tries are free, for one account from one address, for one account, and from one address. */
export type Free = Readonly<Record<"pair" | "account" | "address", number>>;

export const usually: Free = { pair: 5, account: 20, address: 100 };

const LONGEST_S = 900;
/** After a day without tries all is forgotten. */
const FORGOTTEN_S = 86_400;

/** How long to wait after so many tries, in seconds: doubling, a quarter of an hour at most. */
export function waitAfter(tries: number, free: number): number {
  return tries < free ? 0 : Math.min(LONGEST_S, 2 ** Math.min(20, tries - free));
}

export interface Attempts {
  /** Counts a try at one door before it is made; throws a 429 problem where one must wait. Whether there is such an account plays no part. */
  begin(door: string, account: string, address: string): Promise<void>;
  /** It was the right one: their earlier tries are forgotten. */
  succeeded(door: string, account: string, address: string): Promise<void>;
}

export function openAttempts(pool: pg.Pool, key: Uint8Array, free: Free = usually): Attempts {
  const subject = (...parts: string[]) => createHmac("sha256", key).update(JSON.stringify(parts)).digest();

  /** Counts, unless one must wait: then says how long. One statement, so that tries at once are counted one after another. */
  async function count(who: Buffer, most: number): Promise<number> {
    const { rows } = await pool.query<{ taken: boolean; wait: number }>({
      text: `with taken as (
          insert into attempt as a (subject, tries, last) values ($1, 1, clock_timestamp())
          on conflict (subject) do update set
            tries = case when a.last < clock_timestamp() - make_interval(secs => $4) then 1 else a.tries + 1 end, last = clock_timestamp()
            where a.tries < $2 or a.last + make_interval(secs => least($3, 2 ^ least(20, a.tries - $2))) <= clock_timestamp()
          returning 1)
        select exists (select from taken) as taken,
          coalesce((select ceil(extract(epoch from last + make_interval(secs => least($3, 2 ^ least(20, greatest(0, tries - $2)))) - clock_timestamp()))
            from attempt where subject = $1), 1)::int as wait`,
      values: [who, most, LONGEST_S, FORGOTTEN_S],
    });
    return rows[0]!.taken ? 0 : Math.max(1, rows[0]!.wait);
  }

  const subjects = (door: string, account: string, address: string) =>
    [
      [subject(door, "address", address), free.address],
      [subject(door, "pair", account, address), free.pair],
      [subject(door, "account", account), free.account],
    ] as const;

  return {
    async begin(door, account, address) {
      // The nearest first, and no further once one must wait: who is held back here cannot shut others out of their account.
      for (const [who, most] of subjects(door, account, address)) {
        const wait = await count(who, most);
        if (wait > 0) throw tooMany(wait, {});
      }
    },
    async succeeded(door, account, address) {
      const [[from], [pair], [of]] = subjects(door, account, address);
      await pool.query("delete from attempt where subject = any ($1)", [[pair, of]]);
      await pool.query("update attempt set tries = greatest(0, tries - 1) where subject = $1", [from]);
    },
  };
}

/** Forgets tries that no longer count. */
export async function forgetAttempts(pool: pg.Pool): Promise<void> {
  await pool.query("delete from attempt where last < clock_timestamp() - make_interval(secs => $1)", [FORGOTTEN_S]);
}
