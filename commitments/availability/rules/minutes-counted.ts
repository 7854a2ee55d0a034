import { formatDay } from "#kernel/time/day.ts";
import { MINUTE, formatInstant } from "#kernel/time/instant.ts";
import type { LogSummary, MinuteCount } from "./access-log.ts";

/** What one day of a log says. Offsets are whole minutes from `from`, an ISO instant. */
export interface MinutesCounted {
  readonly from: string;
  /** Runs of minutes with at least one request: `[offset, length]`. Any other minute stays unknown. */
  readonly known: readonly (readonly [offset: number, length: number])[];
  /** The minutes with at least one server error: `[offset, requests, errors]`. Whether such a minute is bad, the contract says. */
  readonly errors: readonly (readonly [offset: number, requests: number, errors: number])[];
}

/** A `minutes.counted` fact as it is appended. */
export interface FactLine {
  readonly id: string;
  readonly source: string;
  readonly kind: "minutes.counted";
  readonly subject?: string;
  readonly occurred: string;
  readonly recorded: string;
  readonly by: "provider";
  readonly fields: MinutesCounted;
}

/** Which log it was, when it was read (an ISO instant), and which service it is about where there are several. */
export interface LogOrigin {
  readonly source: string;
  readonly recorded: string;
  readonly subject?: string;
}

type Row = readonly [minute: number, count: Readonly<MinuteCount>];

const minutesOfDay = 1440;

/** One fact for each UTC day on which the log has requests, by day. It occurs at the first known minute of that day. */
export function minuteFacts(summary: LogSummary, origin: LogOrigin): FactLine[] {
  const days = new Map<number, Row[]>();
  for (const row of [...summary.minutes].sort(([a], [b]) => a - b)) {
    const day = Math.floor(row[0] / minutesOfDay);
    const rows = days.get(day);
    if (rows === undefined) days.set(day, [row]);
    else rows.push(row);
  }
  return [...days].map(([day, rows]) => fact(day, rows, origin));
}

function fact(day: number, rows: readonly Row[], { source, recorded, subject }: LogOrigin): FactLine {
  const start = rows[0]?.[0] ?? day * minutesOfDay;
  const from = formatInstant(start * MINUTE);
  return {
    id: formatDay(day),
    source,
    kind: "minutes.counted",
    ...(subject === undefined ? {} : { subject }),
    occurred: from,
    recorded,
    by: "provider",
    fields: { from, known: runs(rows, start), errors: errorMinutes(rows, start) },
  };
}

function runs(rows: readonly Row[], start: number): [offset: number, length: number][] {
  const found: [number, number][] = [];
  let last: [number, number] | undefined;
  for (const [minute] of rows) {
    if (last !== undefined && last[0] + last[1] === minute - start) last[1] += 1;
    else found.push((last = [minute - start, 1]));
  }
  return found;
}

function errorMinutes(rows: readonly Row[], start: number): [offset: number, requests: number, errors: number][] {
  return rows.filter(([, count]) => count.errors > 0).map(([minute, { requests, errors }]) => [minute - start, requests, errors]);
}
