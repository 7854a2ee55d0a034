import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";

/** How many open lines of one party and type fall due on a day; without a day, they are overdue. */
export interface DayCount {
  day: string | null;
  party: string;
  type: string;
  lines: number;
}

/** A day of a reader's zone, and the instant at which it begins. */
export interface HorizonDay {
  day: string;
  starts: Instant;
}

/** Days from today on, as the reader's zone has them. */
export function readDays(transaction: Transaction, at: Instant, zone: string, many: number): Promise<HorizonDay[]> {
  return transaction.rows<HorizonDay>({
    name: "horizon-days",
    text: `select to_char(d, 'YYYY-MM-DD') as day, d at time zone $2 as starts
      from generate_series(date_trunc('day', $1::timestamptz at time zone $2), date_trunc('day', $1::timestamptz at time zone $2) + $3 * interval '1 day', '1 day') d`,
    values: [formatInstant(at), zone, many],
  });
}

/** How much is due on each day up to an instant, and how much is overdue, over all contracts in scope. */
export function readDayCounts(transaction: Transaction, at: Instant, until: Instant, zone: string): Promise<DayCount[]> {
  return transaction.rows<DayCount>({
    name: "due-by-day",
    text: "select day, party, type, lines from ledger.due_by_day($1, $2, $3)",
    values: [formatInstant(at), formatInstant(until), zone],
  });
}
